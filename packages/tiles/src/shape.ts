import type { Geometry, Position } from 'geojson';
import { toUnitSquare } from './mercator.js';

/** A line in the unit square: x, y, x, y, …; a closed one does not repeat its first vertex. */
export interface TileLine {
  readonly xy: Float64Array;
  readonly closed: boolean;
}

export type ShapeKind = 'point' | 'line' | 'polygon';

/**
 * A geometry as tiles are cut from it. Of a polygon the rings alone: every ring is wound so that the ground lies
 * on the same side, which tells shells from holes.
 */
export interface Shape {
  readonly kind: ShapeKind;
  readonly lines: readonly TileLine[];
}

function toLine(positions: readonly Position[], closed: boolean): TileLine {
  const xy = new Float64Array(positions.length * 2);
  let size = 0;
  for (const position of positions) {
    const [x, y] = toUnitSquare(position[0] ?? 0, position[1] ?? 0);
    if (size > 0 && xy[size - 2] === x && xy[size - 1] === y) continue;
    xy[size++] = x;
    xy[size++] = y;
  }
  if (closed && size > 2 && xy[0] === xy[size - 2] && xy[1] === xy[size - 1]) size -= 2;
  return { xy: xy.slice(0, size), closed };
}

/** Twice the signed area, y downwards: positive when wound as the MVT specification asks of a shell. */
export function doubleArea(xy: ArrayLike<number>): number {
  const count = xy.length / 2;
  const [originX, originY] = [xy[0] ?? 0, xy[1] ?? 0];
  let sum = 0;
  for (let at = 0, before = count - 1; at < count; before = at++) {
    const [ax, ay] = [(xy[2 * before] ?? 0) - originX, (xy[2 * before + 1] ?? 0) - originY];
    const [bx, by] = [(xy[2 * at] ?? 0) - originX, (xy[2 * at + 1] ?? 0) - originY];
    sum += ax * by - bx * ay;
  }
  return sum;
}

function reversed({ xy, closed }: TileLine): TileLine {
  const turned = new Float64Array(xy.length);
  for (let at = 0; at < xy.length; at += 2) {
    turned[at] = xy[xy.length - 2 - at] ?? 0;
    turned[at + 1] = xy[xy.length - 1 - at] ?? 0;
  }
  return { xy: turned, closed };
}

function toRings(polygon: readonly (readonly Position[])[]): TileLine[] {
  return polygon.flatMap((positions, at) => {
    const ring = toLine(positions, true);
    if (ring.xy.length < 6) return [];
    const isShell = at === 0;
    return [doubleArea(ring.xy) > 0 === isShell ? ring : reversed(ring)];
  });
}

/** The shapes of a geometry, one a kind: a collection may have three, an empty geometry has none. */
export function toShapes(geometry: Geometry): Shape[] {
  const shape = (kind: ShapeKind, lines: readonly TileLine[]): Shape[] => {
    const drawn = lines.filter((line) => line.xy.length > 0);
    return drawn.length === 0 ? [] : [{ kind, lines: drawn }];
  };
  switch (geometry.type) {
    case 'Point':
      return shape('point', [toLine([geometry.coordinates], false)]);
    case 'MultiPoint':
      return shape(
        'point',
        geometry.coordinates.map((position) => toLine([position], false)),
      );
    case 'LineString':
      return shape('line', [toLine(geometry.coordinates, false)]);
    case 'MultiLineString':
      return shape(
        'line',
        geometry.coordinates.map((positions) => toLine(positions, false)),
      );
    case 'Polygon':
      return shape('polygon', toRings(geometry.coordinates));
    case 'MultiPolygon':
      return shape('polygon', geometry.coordinates.flatMap(toRings));
    case 'GeometryCollection':
      return geometry.geometries.flatMap(toShapes);
  }
}
