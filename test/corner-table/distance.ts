import { geodesicDistance_m } from '@giapranh/core';
import type { Geometry, Position } from 'geojson';

/** The corners of a geometry by ring or line, closing points left out. */
export function cornersOfGeometry(geometry: Geometry): readonly (readonly Position[])[] {
  switch (geometry.type) {
    case 'Point':
      return [[geometry.coordinates]];
    case 'MultiPoint':
    case 'LineString':
      return [geometry.coordinates];
    case 'Polygon':
      return geometry.coordinates.map((ring) => ring.slice(0, -1));
    case 'MultiPolygon':
      return geometry.coordinates.flat().map((ring) => ring.slice(0, -1));
    case 'MultiLineString':
      return geometry.coordinates;
    default:
      return [];
  }
}

/** Largest distance from a corner of the one to the nearest corner of the other, both ways, part by part. */
export function farthestCorner_m(
  found: readonly (readonly Position[])[],
  truth: readonly (readonly Position[])[],
): number {
  const one = (from: readonly Position[], to: readonly Position[]) =>
    Math.max(...from.map((corner) => Math.min(...to.map((other) => geodesicDistance_m(corner, other)))));
  const points = (parts: readonly (readonly Position[])[]) => parts.flat();
  if (found.length !== truth.length && found.flat().length !== truth.flat().length)
    return Number.POSITIVE_INFINITY;
  return Math.max(one(points(found), points(truth)), one(points(truth), points(found)));
}
