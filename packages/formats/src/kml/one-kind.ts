import { isGeometry } from '@giapranh/core';
import type { Geometry } from 'geojson';

const DIMENSIONS = [
  ['Polygon', 'MultiPolygon'],
  ['LineString', 'MultiLineString'],
  ['Point', 'MultiPoint'],
] as const;

interface OneKind {
  readonly geometry: unknown;
  /** Geometries of smaller kinds that were left out. */
  readonly left: number;
}

/** Nested collections as one list. */
function parts(value: unknown): readonly Geometry[] {
  if (!isGeometry(value)) return [];
  return value.type === 'GeometryCollection' ? value.geometries.flatMap(parts) : [value];
}

/** A geometry of one kind out of what a placemark has: a collection of polygons is a multipolygon. */
export function oneKind(value: unknown): OneKind | undefined {
  if (!isGeometry(value) || value.type !== 'GeometryCollection') {
    return value === null || value === undefined ? undefined : { geometry: value, left: 0 };
  }
  const all = parts(value);
  for (const [single, multi] of DIMENSIONS) {
    const own = all.filter(({ type }) => type === single || type === multi);
    if (own.length === 0) continue;
    const coordinates = own.flatMap((part) =>
      part.type === 'GeometryCollection' ? [] : part.type === multi ? part.coordinates : [part.coordinates],
    );
    return { geometry: { type: multi, coordinates }, left: all.length - own.length };
  }
  return undefined;
}
