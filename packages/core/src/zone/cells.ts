import type { Polygon } from 'geojson';
import type { BorderSide } from '../border/border-side.js';
import { interiorPoint } from '../geometry/interior-point.js';
import type { GeometryKernel } from '../geometry/kernel.js';
import { type PointLocator, pointLocator } from '../geometry/point-location.js';
import { ok, type Result } from '../result.js';
import type { Linework } from './linework.js';
import type { TrueDistance } from './true-distance.js';
import type { ZoneCommune } from './zone-commune.js';

/** A piece of ground that no line crosses: wholly on one side, in one ring and in one commune. */
export interface Cell {
  /** In the plane. */
  readonly polygon: Polygon;
  readonly side: 0 | 1;
  /** Index into the widths: the ring that ends there. */
  readonly ring: number;
  /** Index into the communes; -1 outside all of them. */
  readonly commune: number;
}

/**
 * Cuts the ground along the linework and tells each piece's side, ring and commune by a point well inside it. What
 * lies on neither side or beyond the last width is left out. Ground both sides claim goes to the first.
 */
export function cells(
  kernel: GeometryKernel,
  linework: Linework,
  sides: readonly [BorderSide, BorderSide],
  distance: TrueDistance,
  widths_m: readonly number[],
  communes: readonly ZoneCommune[],
): Result<Cell[]> {
  const faces = kernel.faces({ type: 'MultiLineString', coordinates: linework.lines });
  if (!faces.ok) return faces;
  const grounds = sides.map((side) => pointLocator(side.geometry));
  const locators = communes.map((commune) => pointLocator(commune.geometry));
  const widest_m = widths_m[widths_m.length - 1] ?? 0;
  const found: Cell[] = [];
  for (const polygon of faces.value) {
    const point = interiorPoint(polygon.coordinates);
    if (point === undefined) continue;
    const distance_m = distance.at(point[0], point[1], widest_m);
    const ring = widths_m.findIndex((width_m) => distance_m <= width_m);
    if (ring < 0) continue;
    const [lon, lat] = linework.lonLatOf(point[0], point[1]);
    const side = grounds[0]?.contains(lon, lat) ? 0 : grounds[1]?.contains(lon, lat) ? 1 : undefined;
    if (side === undefined) continue;
    found.push({ polygon, side, ring, commune: communeAt(locators, communes, side, lon, lat) });
  }
  return ok(found);
}

function communeAt(
  locators: readonly PointLocator[],
  communes: readonly ZoneCommune[],
  side: 0 | 1,
  lon: number,
  lat: number,
): number {
  return locators.findIndex((locator, index) => communes[index]?.side === side && locator.contains(lon, lat));
}
