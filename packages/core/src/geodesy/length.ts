import type { LineString, MultiLineString, Position } from 'geojson';
import {
  ECCENTRICITY_SQUARED,
  FLATTENING,
  longitudeDifference_deg,
  RADIANS_PER_DEGREE,
  SEMI_MAJOR_AXIS_m,
  SEMI_MINOR_AXIS_m,
} from './ellipsoid.js';
import { exactDistance_m } from './geodesic.js';
import { lonLat } from './position.js';

/**
 * Edges within this many degrees both ways (about 5 km) take the short path: the straight chord through the
 * ellipsoid, which is exact, lengthened to the arc by the radius of the normal section. Measured against
 * GeographicLib the two agree within 1e-11 there; longer edges go to GeographicLib itself.
 */
const SHORT_EDGE_deg = 0.05;
/** The chord's arc is symmetric about its middle only away from the poles. */
const SHORT_EDGE_LATITUDE_deg = 85;

const a2 = SEMI_MAJOR_AXIS_m ** 2;
const b2 = SEMI_MINOR_AXIS_m ** 2;

function shortEdge_m(dLon_deg: number, lat1_deg: number, lat2_deg: number): number {
  const sin1 = Math.sin(lat1_deg * RADIANS_PER_DEGREE);
  const cos1 = Math.cos(lat1_deg * RADIANS_PER_DEGREE);
  const sin2 = Math.sin(lat2_deg * RADIANS_PER_DEGREE);
  const cos2 = Math.cos(lat2_deg * RADIANS_PER_DEGREE);
  const g = (1 - FLATTENING) ** 2;
  // Reduced latitudes; their difference without cancellation.
  const norm1 = 1 / Math.sqrt(cos1 * cos1 + g * sin1 * sin1);
  const norm2 = 1 / Math.sqrt(cos2 * cos2 + g * sin2 * sin2);
  const dReduced = Math.atan2(
    (1 - FLATTENING) * Math.sin((lat2_deg - lat1_deg) * RADIANS_PER_DEGREE),
    cos1 * cos2 + g * sin1 * sin2,
  );
  const cosProduct = cos1 * norm1 * cos2 * norm2;
  const sinProduct = g * sin1 * norm1 * sin2 * norm2;
  const sinMiddleSquared = (1 - cosProduct + sinProduct) / 2;
  const halfMeridian = Math.sin(dReduced / 2);
  const halfParallel = Math.sin((dLon_deg * RADIANS_PER_DEGREE) / 2);
  const meridian2 = 4 * halfMeridian * halfMeridian * (b2 + (a2 - b2) * sinMiddleSquared);
  const parallel2 = 4 * halfParallel * halfParallel * a2 * cosProduct;
  const chord2 = meridian2 + parallel2;
  if (chord2 === 0) return 0;
  // Euler's radius of the normal section at the middle: 1/R = cos²α/M + sin²α/N.
  const w2 = 1 - ECCENTRICITY_SQUARED * ((sin1 + sin2) / 2) ** 2;
  const curvature =
    ((meridian2 / chord2) * (w2 / (1 - ECCENTRICITY_SQUARED)) + parallel2 / chord2) *
    (Math.sqrt(w2) / SEMI_MAJOR_AXIS_m);
  return Math.sqrt(chord2) * (1 + (chord2 * curvature * curvature) / 24);
}

/** Length of the geodesic between two positions; within 1e-10 relative of GeographicLib at any distance. */
export function geodesicDistance_m(from: Position, to: Position): number {
  const [lon1, lat1] = lonLat(from);
  const [lon2, lat2] = lonLat(to);
  return distanceBetween_m(lon1, lat1, lon2, lat2);
}

/** `geodesicDistance_m` for those who hold bare numbers, in degrees; they are not checked. */
export function distanceBetween_m(lon1: number, lat1: number, lon2: number, lat2: number): number {
  const dLon_deg = longitudeDifference_deg(lon1, lon2);
  const short =
    Math.abs(dLon_deg) <= SHORT_EDGE_deg &&
    Math.abs(lat2 - lat1) <= SHORT_EDGE_deg &&
    Math.abs(lat1) <= SHORT_EDGE_LATITUDE_deg;
  return short ? shortEdge_m(dLon_deg, lat1, lat2) : exactDistance_m(lon1, lat1, lon2, lat2);
}

function pathLength_m(path: readonly Position[]): number {
  let length_m = 0;
  let previous: Position | undefined;
  for (const position of path) {
    if (previous !== undefined) length_m += geodesicDistance_m(previous, position);
    previous = position;
  }
  return length_m;
}

/**
 * Length of a lon/lat line whose edges are geodesics of the WGS 84 ellipsoid, in metres: within 1e-9 relative of
 * GeographicLib. A bare list of positions is one path.
 */
export function geodesicLength_m(line: LineString | MultiLineString | readonly Position[]): number {
  if (!('type' in line)) return pathLength_m(line);
  if (line.type === 'LineString') return pathLength_m(line.coordinates);
  return line.coordinates.reduce((sum, path) => sum + pathLength_m(path), 0);
}
