import type { MultiPolygon } from 'geojson';
import type { UnitRef } from '../admin/unit.js';
import type { BorderSide } from '../border/border-side.js';
import { type Bbox, bboxesMeet, bboxOf } from '../geometry/bbox.js';
import { interiorPoint } from '../geometry/interior-point.js';
import { pointLocator } from '../geometry/point-location.js';

/** A commune near the border, with the side it lies on. */
export interface ZoneCommune extends UnitRef {
  readonly geometry: MultiPolygon;
  /** Index into the sides. */
  readonly side: number;
}

/** A unit whose ground zones are divided by. */
export interface ZoneMember extends UnitRef {
  readonly geometry: MultiPolygon;
}

/** The communes that may take part: near the border, and on one of the sides by a point well inside them. */
export function communesOfSides(
  communes: readonly ZoneMember[],
  sides: readonly BorderSide[],
  box: Bbox,
): ZoneCommune[] {
  const grounds = sides.map((side) => pointLocator(side.geometry));
  const found: ZoneCommune[] = [];
  for (const { code, vintage, name, geometry } of communes) {
    if (!bboxesMeet(bboxOf(geometry), box)) continue;
    const point = largestPartPoint(geometry);
    if (point === undefined) continue;
    const side = grounds.findIndex((ground) => ground.contains(...point));
    if (side >= 0) found.push({ code, vintage, name, geometry, side });
  }
  return found.sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
}

function largestPartPoint(geometry: MultiPolygon): [number, number] | undefined {
  const largest = geometry.coordinates.reduce((best, part) =>
    (part[0]?.length ?? 0) > (best[0]?.length ?? 0) ? part : best,
  );
  return interiorPoint(largest);
}
