import type { Geometry, MultiLineString, MultiPolygon, Position } from 'geojson';
import { geodesicArea_m2 } from '../geodesy/area.js';
import { geodesicLength_m } from '../geodesy/length.js';

/** 0 points, 1 lines, 2 ground. */
export type Dimension = 0 | 1 | 2;

/** A geometry sorted by dimension. */
export interface Shape {
  readonly points: readonly Position[];
  readonly lines: MultiLineString;
  readonly ground: MultiPolygon;
  /** The highest that is there; what the geometry is measured by. */
  readonly dimension: Dimension;
}

export function shapeOf(geometry: Geometry): Shape {
  const points: Position[] = [];
  const lines: Position[][] = [];
  const polygons: Position[][][] = [];
  const sort = (part: Geometry): void => {
    if (part.type === 'Point') {
      if (part.coordinates.length > 0) points.push(part.coordinates);
    } else if (part.type === 'MultiPoint') points.push(...part.coordinates);
    else if (part.type === 'LineString') {
      if (part.coordinates.length > 1) lines.push(part.coordinates);
    } else if (part.type === 'MultiLineString') lines.push(...part.coordinates);
    else if (part.type === 'Polygon') {
      if (part.coordinates.length > 0) polygons.push(part.coordinates);
    } else if (part.type === 'MultiPolygon') polygons.push(...part.coordinates);
    else for (const member of part.geometries) sort(member);
  };
  sort(geometry);
  return {
    points,
    lines: { type: 'MultiLineString', coordinates: lines },
    ground: { type: 'MultiPolygon', coordinates: polygons },
    dimension: polygons.length > 0 ? 2 : lines.length > 0 ? 1 : 0,
  };
}

/** Area, length or number of points, by the dimension asked for; on the ellipsoid. */
export function measureOf(shape: Shape, dimension: Dimension): number {
  if (dimension === 2) return geodesicArea_m2(shape.ground);
  return dimension === 1 ? geodesicLength_m(shape.lines) : shape.points.length;
}
