import { pointsOf, type TableSite } from '../site/site.js';

/** Median of the numbers: one or two wild rows do not move it. */
function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
}

/** The point that stands for a site while systems are tried: the real corner nearest the medians. */
export function representative(site: TableSite): { east: number; north: number } | null {
  const points = pointsOf(site).flatMap(({ east, north, swapped }) =>
    east === null || north === null ? [] : swapped ? [{ east: north, north: east }] : [{ east, north }],
  );
  const east = median(points.map((point) => point.east));
  const north = median(points.map((point) => point.north));
  if (east === null || north === null) return null;
  const away = (point: { east: number; north: number }) => Math.hypot(point.east - east, point.north - north);
  return points.reduce<{ east: number; north: number } | null>(
    (best, point) => (best === null || away(point) < away(best) ? point : best),
    null,
  );
}
