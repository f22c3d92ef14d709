import type { Geometry, Position } from 'geojson';

/** west, south, east, north: smallest and largest x and y, in the geometry's own units. */
export type Bbox = readonly [west: number, south: number, east: number, north: number];

/** What contains nothing: the start of a union of boxes. */
export const EMPTY_BBOX: Bbox = [
  Number.POSITIVE_INFINITY,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
];

/** The box of a geometry; `EMPTY_BBOX` when it has no point. No antimeridian handling. */
export function bboxOf(geometry: Geometry): Bbox {
  let [west, south, east, north] = EMPTY_BBOX;
  eachPosition(geometry, ([x = Number.NaN, y = Number.NaN]) => {
    if (x < west) west = x;
    if (x > east) east = x;
    if (y < south) south = y;
    if (y > north) north = y;
  });
  return [west, south, east, north];
}

export function bboxUnion(a: Bbox, b: Bbox): Bbox {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}

export function bboxesMeet(a: Bbox, b: Bbox): boolean {
  return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
}

/** The box grown by a margin on every side; two margins where x and y differ (degrees). */
export function bboxGrown(box: Bbox, marginX: number, marginY: number = marginX): Bbox {
  return [box[0] - marginX, box[1] - marginY, box[2] + marginX, box[3] + marginY];
}

/** Visits every position of a geometry, in document order. */
export function eachPosition(geometry: Geometry, visit: (position: Position) => void): void {
  switch (geometry.type) {
    case 'Point':
      if (geometry.coordinates.length > 0) visit(geometry.coordinates);
      return;
    case 'MultiPoint':
    case 'LineString':
      for (const position of geometry.coordinates) visit(position);
      return;
    case 'Polygon':
    case 'MultiLineString':
      for (const line of geometry.coordinates) for (const position of line) visit(position);
      return;
    case 'MultiPolygon':
      for (const polygon of geometry.coordinates)
        for (const ring of polygon) for (const position of ring) visit(position);
      return;
    case 'GeometryCollection':
      for (const member of geometry.geometries) eachPosition(member, visit);
  }
}
