import type { Geometry, Position } from 'geojson';
import { isClockwise } from '../winding.js';
import type { JstsGeometry } from './api.js';

/** A geometry of the engine as GeoJSON, rings wound as RFC 7946 asks. */
export function decode(geometry: JstsGeometry): Geometry {
  switch (geometry.getGeometryType()) {
    case 'Point': {
      const [position] = positions(geometry);
      return position === undefined
        ? { type: 'GeometryCollection', geometries: [] }
        : { type: 'Point', coordinates: position };
    }
    case 'LineString':
    case 'LinearRing':
      return { type: 'LineString', coordinates: positions(geometry) };
    case 'Polygon':
      return { type: 'Polygon', coordinates: rings(geometry) };
    case 'MultiPoint':
      return { type: 'MultiPoint', coordinates: parts(geometry).flatMap(positions) };
    case 'MultiLineString':
      return { type: 'MultiLineString', coordinates: parts(geometry).map(positions) };
    case 'MultiPolygon':
      return { type: 'MultiPolygon', coordinates: parts(geometry).map(rings) };
    default:
      return { type: 'GeometryCollection', geometries: parts(geometry).map(decode) };
  }
}

/** The members of a collection; a plain geometry is its only one. */
export function parts(geometry: JstsGeometry): JstsGeometry[] {
  return Array.from({ length: geometry.getNumGeometries() }, (_, index) => geometry.getGeometryN(index));
}

function rings(polygon: JstsGeometry): Position[][] {
  if (polygon.isEmpty()) return [];
  const holes = Array.from({ length: polygon.getNumInteriorRing() }, (_, index) =>
    wound(positions(polygon.getInteriorRingN(index)), true),
  );
  return [wound(positions(polygon.getExteriorRing()), false), ...holes];
}

function wound(ring: Position[], clockwise: boolean): Position[] {
  return isClockwise(ring) === clockwise ? ring : ring.reverse();
}

function positions(geometry: JstsGeometry): Position[] {
  return geometry.getCoordinates().map(({ x, y }) => [x, y]);
}
