import type { CornerPart } from '../result.js';
import type { WrittenSite } from './document.js';

/** Twice the signed area of a part on the grid, square metres. */
function double_m2({ points }: CornerPart): number {
  const corners = points.flatMap(({ north, east }) =>
    north === null || east === null ? [] : [{ north, east }],
  );
  const [origin] = corners;
  if (origin === undefined) return 0;
  let sum = 0;
  let before = corners.at(-1) ?? origin;
  for (const corner of corners) {
    sum +=
      (before.east - origin.east) * (corner.north - origin.north) -
      (corner.east - origin.east) * (before.north - origin.north);
    before = corner;
  }
  return sum;
}

/** The area to write: the given one, or the grid's for rings in metres; `null` where there is none. */
export function writtenArea_m2(site: WrittenSite): number | null {
  if (site.area_m2 !== null) return site.area_m2;
  const metric = site.parts.every((part) =>
    part.points.every(({ north }) => north === null || north > 1_000),
  );
  if (site.shape !== 'ring' || !metric) return null;
  return site.parts.reduce((area, part) => area + ((part.hole ? -1 : 1) * Math.abs(double_m2(part))) / 2, 0);
}
