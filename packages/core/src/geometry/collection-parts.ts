import type { Geometry, MultiLineString, MultiPolygon, Polygon, Position } from 'geojson';

/** The members of a collection; any other geometry alone. */
export function membersOf(geometry: Geometry): readonly Geometry[] {
  return geometry.type === 'GeometryCollection' ? geometry.geometries : [geometry];
}

export function asMultiPolygon(geometry: Geometry): MultiPolygon {
  const polygons: Polygon['coordinates'][] = [];
  if (geometry.type === 'Polygon' && geometry.coordinates.length > 0) polygons.push(geometry.coordinates);
  if (geometry.type === 'MultiPolygon') polygons.push(...geometry.coordinates);
  return { type: 'MultiPolygon', coordinates: polygons };
}

export function asMultiLineString(geometry: Geometry): MultiLineString {
  const lines: Position[][] = membersOf(geometry).flatMap((member) => {
    if (member.type === 'LineString') return member.coordinates.length === 0 ? [] : [member.coordinates];
    return member.type === 'MultiLineString' ? member.coordinates : [];
  });
  return { type: 'MultiLineString', coordinates: lines };
}
