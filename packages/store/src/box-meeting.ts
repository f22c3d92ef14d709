import type { Geometry, Position } from 'geojson';
import type { QueryBox } from './feature-store.js';
import { orientation } from './orientation.js';
import type { Envelope } from './stored-geometry.js';

/** The box as ordinary windows: two when it crosses the antimeridian. */
export function windowsOf(bbox: QueryBox): readonly Envelope[] {
  const [west, south, east, north] = bbox;
  return west <= east
    ? [[west, south, east, north]]
    : [
        [west, south, 180, north],
        [-180, south, east, north],
      ];
}

type Point = readonly [number, number];

function point(position: Position): Point {
  return [position[0] ?? Number.NaN, position[1] ?? Number.NaN];
}

function holds([west, south, east, north]: Envelope, [x, y]: Point): boolean {
  return west <= x && x <= east && south <= y && y <= north;
}

function segmentMeets(box: Envelope, a: Point, b: Point): boolean {
  const [west, south, east, north] = box;
  if (Math.max(a[0], b[0]) < west || Math.min(a[0], b[0]) > east) return false;
  if (Math.max(a[1], b[1]) < south || Math.min(a[1], b[1]) > north) return false;
  if (holds(box, a) || holds(box, b)) return true;
  const corners: readonly Point[] = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ];
  const sides = corners.map((corner) => orientation(a, b, corner));
  return sides.some((side) => side >= 0) && sides.some((side) => side <= 0);
}

function lineMeets(box: Envelope, line: readonly Position[]): boolean {
  return line.some((position, index) => {
    const previous = line[index - 1] ?? position;
    return segmentMeets(box, point(previous), point(position));
  });
}

/** Even-odd over all rings. The corner lies on none of them: no edge meets the box. */
function covers(rings: readonly (readonly Position[])[], corner: Point): boolean {
  let inside = false;
  for (const ring of rings) {
    for (let index = 1; index < ring.length; index += 1) {
      const [a, b] = [point(ring[index - 1] ?? []), point(ring[index] ?? [])];
      if (a[1] > corner[1] === b[1] > corner[1]) continue;
      const [low, high] = a[1] < b[1] ? [a, b] : [b, a];
      if (orientation(low, high, corner) > 0) inside = !inside;
    }
  }
  return inside;
}

function polygonMeets(box: Envelope, rings: readonly (readonly Position[])[]): boolean {
  return rings.some((ring) => lineMeets(box, ring)) || covers(rings, [box[0], box[1]]);
}

/** Whether the geometry and the closed box share a point; exact for all doubles. */
export function meetsBox(box: Envelope, geometry: Geometry): boolean {
  switch (geometry.type) {
    case 'Point':
      return holds(box, point(geometry.coordinates));
    case 'MultiPoint':
      return geometry.coordinates.some((position) => holds(box, point(position)));
    case 'LineString':
      return lineMeets(box, geometry.coordinates);
    case 'MultiLineString':
      return geometry.coordinates.some((line) => lineMeets(box, line));
    case 'Polygon':
      return polygonMeets(box, geometry.coordinates);
    case 'MultiPolygon':
      return geometry.coordinates.some((rings) => polygonMeets(box, rings));
    case 'GeometryCollection':
      return geometry.geometries.some((part) => meetsBox(box, part));
  }
}
