import type { Geometry, Position } from 'geojson';
import type { GeometryColumnType } from './layer-table.js';

/** [minx, miny, maxx, maxy] of a geometry, degrees. */
export type Envelope = readonly [number, number, number, number];

/** The geometry as its column takes it: single parts of polygon and line layers become multi; `undefined`: wrong type. */
export function fitColumn(geometry: Geometry, column: GeometryColumnType): Geometry | undefined {
  if (column === 'MULTIPOLYGON') {
    if (geometry.type === 'Polygon') return { type: 'MultiPolygon', coordinates: [geometry.coordinates] };
    return geometry.type === 'MultiPolygon' ? geometry : undefined;
  }
  if (column === 'MULTILINESTRING') {
    if (geometry.type === 'LineString')
      return { type: 'MultiLineString', coordinates: [geometry.coordinates] };
    return geometry.type === 'MultiLineString' ? geometry : undefined;
  }
  if (column === 'POINT') return geometry.type === 'Point' ? geometry : undefined;
  return geometry;
}

/** Every position, parts and holes alike. */
export function* positionsOf(geometry: Geometry): Generator<Position> {
  switch (geometry.type) {
    case 'Point':
      yield geometry.coordinates;
      return;
    case 'LineString':
    case 'MultiPoint':
      yield* geometry.coordinates;
      return;
    case 'Polygon':
    case 'MultiLineString':
      for (const line of geometry.coordinates) yield* line;
      return;
    case 'MultiPolygon':
      for (const rings of geometry.coordinates) for (const ring of rings) yield* ring;
      return;
    case 'GeometryCollection':
      for (const part of geometry.geometries) yield* positionsOf(part);
  }
}

/** `undefined` when there is no position, or one that is not two finite numbers. */
export function envelopeOf(geometry: Geometry): Envelope | undefined {
  let [minx, miny, maxx, maxy] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const position of positionsOf(geometry)) {
    const [x, y] = position;
    if (position.length !== 2 || !Number.isFinite(x) || !Number.isFinite(y)) return undefined;
    if (x === undefined || y === undefined) return undefined;
    if (x < minx) minx = x;
    if (x > maxx) maxx = x;
    if (y < miny) miny = y;
    if (y > maxy) maxy = y;
  }
  return minx === Infinity ? undefined : [minx, miny, maxx, maxy];
}
