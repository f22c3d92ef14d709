import type { Polygon } from 'geojson';
import type { BorderSide } from '../border/border-side.js';
import { interiorPoint } from '../geometry/interior-point.js';
import type { GeometryKernel } from '../geometry/kernel.js';
import { type PointLocator, pointLocator } from '../geometry/point-location.js';
import { ok, type Result } from '../result.js';
import type { Linework } from './linework.js';
import type { ZoneBorder } from './zone-border.js';
import type { ZoneCommune } from './zone-commune.js';

/** A piece of ground that no line crosses: wholly on one side, of one border, in one ring and in one commune. */
export interface Cell {
  /** In the plane. */
  readonly polygon: Polygon;
  /** Index into the sides. */
  readonly side: number;
  /** Index into the borders: the nearest of that side's. */
  readonly border: number;
  /** Index into the widths: the ring that ends there. */
  readonly ring: number;
  /** Index into the communes; -1 outside all of them. */
  readonly commune: number;
}

export interface CellSources {
  readonly linework: Linework;
  readonly sides: readonly BorderSide[];
  readonly borders: readonly ZoneBorder[];
  readonly widths_m: readonly number[];
  readonly communes: readonly ZoneCommune[];
  /** Whether ground of none of the sides counts, for the side of the line it lies on. */
  readonly free: boolean;
}

/**
 * Cuts the ground along the linework and tells each piece's side, border, ring and commune by a point well inside it.
 * What lies beyond the last width is left out. Ground that several sides claim goes to the first.
 */
export function cells(kernel: GeometryKernel, sources: CellSources): Result<Cell[]> {
  const { linework, sides, communes, widths_m } = sources;
  const faces = kernel.faces({ type: 'MultiLineString', coordinates: linework.lines });
  if (!faces.ok) return faces;
  const grounds = sides.map((side) => pointLocator(side.geometry));
  const locators = communes.map((commune) => pointLocator(commune.geometry));
  const found: Cell[] = [];
  for (const polygon of faces.value) {
    const point = interiorPoint(polygon.coordinates);
    if (point === undefined) continue;
    const [lon, lat] = linework.lonLatOf(point[0], point[1]);
    const inSide = grounds.findIndex((ground) => ground.contains(lon, lat));
    const near = nearest(sources, point, inSide);
    if (near === undefined) continue;
    const { border, distance_m } = near;
    const ring = widths_m.findIndex((width_m) => distance_m <= width_m);
    if (ring < 0) continue;
    const side = inSide >= 0 ? inSide : sideOfLine(sources.borders[border], point);
    found.push({ polygon, side, border, ring, commune: communeAt(locators, communes, side, lon, lat) });
  }
  return ok(found);
}

/** The nearest border of the side a point lies in; of all borders where it lies in none, if that counts. */
function nearest(
  { borders, widths_m, free }: CellSources,
  [x, y]: readonly [number, number],
  side: number,
): { readonly border: number; readonly distance_m: number } | undefined {
  if (side < 0 && !free) return undefined;
  let best: { readonly border: number; readonly distance_m: number } | undefined;
  let reach_m = widths_m[widths_m.length - 1] ?? 0;
  borders.forEach((border, index) => {
    if (side >= 0 && border.left !== side && border.right !== side) return;
    const distance_m = border.reachAt(x, y, reach_m);
    if (distance_m > reach_m || (best !== undefined && distance_m >= best.distance_m)) return;
    best = { border: index, distance_m };
    reach_m = distance_m;
  });
  return best;
}

function sideOfLine(border: ZoneBorder | undefined, [x, y]: readonly [number, number]): number {
  if (border === undefined) return -1;
  return border.distance.sideAt(x, y) >= 0 ? border.left : border.right;
}

function communeAt(
  locators: readonly PointLocator[],
  communes: readonly ZoneCommune[],
  side: number,
  lon: number,
  lat: number,
): number {
  return locators.findIndex((locator, index) => communes[index]?.side === side && locator.contains(lon, lat));
}
