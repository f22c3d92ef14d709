import type { MultiPolygon, Polygon, Position } from 'geojson';
import { type Transformer, transformer, transformPoints } from '../crs/transformer.js';
import { ok, type Result } from '../result.js';
import { lonLat } from './position.js';

function shoelace_m2(ring: readonly (readonly [number, number])[]): number {
  const [x0, y0] = ring[0] ?? [0, 0];
  let twice = 0;
  let [px, py] = [0, 0];
  for (const [x, y] of ring) {
    const [qx, qy] = [x - x0, y - y0];
    twice += px * qy - qx * py;
    [px, py] = [qx, qy];
  }
  return Math.abs(twice) / 2;
}

function ringsArea_m2(rings: readonly (readonly Position[])[], toGrid: Transformer): Result<number> {
  let area_m2 = 0;
  for (const [index, ring] of rings.entries()) {
    const grid = transformPoints(toGrid, ring.map(lonLat));
    if (!grid.ok) return grid;
    area_m2 += index === 0 ? shoelace_m2(grid.value) : -shoelace_m2(grid.value);
  }
  return ok(area_m2);
}

/**
 * Area of a lon/lat (WGS 84) polygon in the plane of a projected system, edges straight in the grid, holes
 * subtracted, in square metres. In a 3° zone it is 0.02 % less than the ground on the central meridian and equal
 * to it about 90 km away. Issues: of `transformer`, `coordinate-out-of-range` for points out of the zone.
 */
export function gridArea_m2(polygon: Polygon | MultiPolygon, crs: string): Result<number> {
  const toGrid = transformer('OGC:CRS84', crs);
  if (!toGrid.ok) return toGrid;
  const polygons = polygon.type === 'Polygon' ? [polygon.coordinates] : polygon.coordinates;
  let area_m2 = 0;
  for (const rings of polygons) {
    const part = ringsArea_m2(rings, toGrid.value);
    if (!part.ok) return part;
    area_m2 += part.value;
  }
  return ok(area_m2);
}
