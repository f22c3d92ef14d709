import { ECCENTRICITY_SQUARED, SEMI_MAJOR_AXIS_m } from './ellipsoid.js';

/** ∫ M N cosφ dφ is the odd series a²(1−e²)·Σ (k+1)/(2k+1) e^2k sin^(2k+1) φ. */
const AUTHALIC = [0, 1, 2, 3, 4, 5, 6, 7].map(
  (k) =>
    SEMI_MAJOR_AXIS_m ** 2 * (1 - ECCENTRICITY_SQUARED) * ((k + 1) / (2 * k + 1)) * ECCENTRICITY_SQUARED ** k,
);
const [A0 = 0, A1 = 0, A2 = 0, A3 = 0, A4 = 0, A5 = 0, A6 = 0, A7 = 0] = AUTHALIC;

/** Area between the equator and a parallel, per radian of longitude. */
export function areaToEquatorPerRadian_m2(sinLat: number): number {
  const s2 = sinLat * sinLat;
  const tail = A3 + s2 * (A4 + s2 * (A5 + s2 * (A6 + s2 * A7)));
  return sinLat * (A0 + s2 * (A1 + s2 * (A2 + s2 * tail)));
}

/**
 * How far the strip under a geodesic edge exceeds the strip under the edge drawn straight in degrees, per radian of
 * longitude: the poleward bulge of the geodesic (from its own differential equation φ(λ)), to the second order in
 * the edge. The next order is smaller by (edge/R)², under 1e-6 for edges to 5 km. `sin` and `cos` of the latitude
 * are means over the edge, differences in radians.
 */
export function bulgeExcess_m2(sin: number, cos: number, dLat: number, dLon: number): number {
  const w2 = 1 - ECCENTRICITY_SQUARED * sin * sin;
  const w = Math.sqrt(w2);
  const meridianRadius = (SEMI_MAJOR_AXIS_m * (1 - ECCENTRICITY_SQUARED)) / (w2 * w);
  const parallelRadius = (SEMI_MAJOR_AXIS_m * cos) / w;
  const bulge =
    (((sin * parallelRadius) / meridianRadius) * dLon * dLon +
      ((2 * meridianRadius * sin) / parallelRadius + meridianStretch(sin, cos, w2)) * dLat * dLat) /
    8;
  return (2 / 3) * meridianRadius * parallelRadius * bulge;
}

/**
 * How far the strip under an edge straight in degrees exceeds the trapezoid of its ends, per radian of longitude: the
 * curvature of the area function.
 */
export function bendExcess_m2(sin: number, cos: number, dLat: number): number {
  const w2 = 1 - ECCENTRICITY_SQUARED * sin * sin;
  const w = Math.sqrt(w2);
  const meridianRadius = (SEMI_MAJOR_AXIS_m * (1 - ECCENTRICITY_SQUARED)) / (w2 * w);
  const parallelRadius = (SEMI_MAJOR_AXIS_m * cos) / w;
  const bend = meridianRadius * (meridianStretch(sin, cos, w2) * parallelRadius - meridianRadius * sin);
  return -(bend * dLat * dLat) / 12;
}

/** M'/M, the change of the meridian's radius with latitude. */
function meridianStretch(sin: number, cos: number, w2: number): number {
  return (3 * ECCENTRICITY_SQUARED * sin * cos) / w2;
}
