import type { Geometry, MultiPolygon, Polygon } from 'geojson';

export function asMultiPolygon(polygonal: Polygon | MultiPolygon): MultiPolygon {
  return polygonal.type === 'MultiPolygon'
    ? polygonal
    : { type: 'MultiPolygon', coordinates: [polygonal.coordinates] };
}

/** What of a geometry has an area; points and lines, which overlays leave where things only touch, fall away. */
export function polygonalPart(geometry: Geometry): MultiPolygon {
  return { type: 'MultiPolygon', coordinates: polygonsOf(geometry) };
}

function polygonsOf(geometry: Geometry): MultiPolygon['coordinates'] {
  if (geometry.type === 'GeometryCollection') return geometry.geometries.flatMap(polygonsOf);
  if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') return [];
  return asMultiPolygon(geometry).coordinates.filter((rings) => rings.length > 0);
}
