import type { Geometry, Position } from 'geojson';

/** The geometry with every position moved. */
export function moved<G extends Geometry>(geometry: G, move: (position: Position) => Position): G;
export function moved(geometry: Geometry, move: (position: Position) => Position): Geometry {
  const line = (positions: readonly Position[]): Position[] => positions.map(move);
  switch (geometry.type) {
    case 'Point':
      return { type: 'Point', coordinates: move(geometry.coordinates) };
    case 'MultiPoint':
    case 'LineString':
      return { type: geometry.type, coordinates: line(geometry.coordinates) };
    case 'Polygon':
    case 'MultiLineString':
      return { type: geometry.type, coordinates: geometry.coordinates.map(line) };
    case 'MultiPolygon':
      return { type: 'MultiPolygon', coordinates: geometry.coordinates.map((rings) => rings.map(line)) };
    case 'GeometryCollection':
      return {
        type: 'GeometryCollection',
        geometries: geometry.geometries.map((member) => moved(member, move)),
      };
  }
}
