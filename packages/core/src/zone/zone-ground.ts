import type { MultiPolygon, Polygon, Position } from 'geojson';
import { geodesicArea_m2 } from '../geodesy/area.js';
import { interiorPoint } from '../geometry/interior-point.js';
import type { GeometryKernel } from '../geometry/kernel.js';
import { pointLocator } from '../geometry/point-location.js';
import { polygonalPart } from '../geometry/polygonal.js';
import { ok, type Result } from '../result.js';
import type { ZoneShare } from './border-zone.js';
import type { Cell } from './cells.js';
import type { Linework } from './linework.js';
import type { ZoneCommune } from './zone-commune.js';

/** Pieces of a zone smaller than this are noise of the drawing or of the edge's tolerance. */
export const SLIVER_m2 = 1;

/** The ground of a zone: its shape, its area, its communes. */
export interface ZoneGround {
  readonly geometry: MultiPolygon;
  readonly area_m2: number;
  readonly communes: readonly ZoneShare[];
}

/** Puts a zone's cells together. Cells match vertex by vertex, so nothing is computed anew where they meet. */
export function zoneGround(
  kernel: GeometryKernel,
  members: readonly Cell[],
  linework: Linework,
  communes: readonly ZoneCommune[],
): Result<ZoneGround> {
  const whole = kernel.coverageUnion(members.map((cell) => cell.polygon));
  if (!whole.ok) return whole;
  const parts = polygonalPart(whole.value).coordinates.map((rings) => toLonLat(rings, linework));
  const kept = parts.filter((part) => geodesicArea_m2(part) >= SLIVER_m2);
  const dropped = parts.filter((part) => geodesicArea_m2(part) < SLIVER_m2);
  const geometry: MultiPolygon = { type: 'MultiPolygon', coordinates: kept.map((part) => part.coordinates) };
  return ok({
    geometry,
    area_m2: geodesicArea_m2(geometry),
    communes: shares(members, dropped, linework, communes),
  });
}

function shares(
  members: readonly Cell[],
  dropped: readonly Polygon[],
  linework: Linework,
  communes: readonly ZoneCommune[],
): ZoneShare[] {
  const droppedGround = dropped.map((part) => pointLocator(part));
  const areas_m2 = new Map<number, number>();
  for (const { polygon, commune } of members) {
    if (commune < 0) continue;
    const point = interiorPoint(polygon.coordinates);
    const place = point === undefined ? undefined : linework.lonLatOf(...point);
    if (place !== undefined && droppedGround.some((ground) => ground.contains(...place))) continue;
    const area_m2 = geodesicArea_m2(toLonLat(polygon.coordinates, linework));
    areas_m2.set(commune, (areas_m2.get(commune) ?? 0) + area_m2);
  }
  return communes.flatMap(({ code, vintage, name }, index) => {
    const area_m2 = areas_m2.get(index);
    return area_m2 === undefined ? [] : [{ code, vintage, name, area_m2 }];
  });
}

function toLonLat(rings: readonly Position[][], linework: Linework): Polygon {
  return {
    type: 'Polygon',
    coordinates: rings.map((ring) => ring.map(([x = 0, y = 0]) => linework.lonLatOf(x, y))),
  };
}
