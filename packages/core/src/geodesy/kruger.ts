import {
  ECCENTRICITY_SQUARED,
  THIRD_FLATTENING as n,
  RADIANS_PER_DEGREE,
  SEMI_MAJOR_AXIS_m,
} from './ellipsoid.js';

/**
 * Ellipsoidal transverse Mercator with scale 1 on its central meridian, by Krüger's series in the third
 * flattening to the sixth order (L. Krüger 1912; coefficients as in C. F. F. Karney, "Transverse Mercator with
 * an accuracy of a few nanometers", J. Geodesy 85, 2011, equations 35 and 36).
 */

const polynomial = (...coefficients: readonly number[]): number =>
  coefficients.reduceRight((sum, coefficient) => (sum + coefficient) * n, 0);

/** Radius of the rectifying sphere. */
const RECTIFYING_RADIUS_m = (SEMI_MAJOR_AXIS_m / (1 + n)) * (1 + n ** 2 / 4 + n ** 4 / 64 + n ** 6 / 256);

const FORWARD: Coefficients = [
  polynomial(1 / 2, -2 / 3, 5 / 16, 41 / 180, -127 / 288, 7891 / 37800),
  polynomial(0, 13 / 48, -3 / 5, 557 / 1440, 281 / 630, -1983433 / 1935360),
  polynomial(0, 0, 61 / 240, -103 / 140, 15061 / 26880, 167603 / 181440),
  polynomial(0, 0, 0, 49561 / 161280, -179 / 168, 6601661 / 7257600),
  polynomial(0, 0, 0, 0, 34729 / 80640, -3418889 / 1995840),
  polynomial(0, 0, 0, 0, 0, 212378941 / 319334400),
];
const INVERSE: Coefficients = [
  -polynomial(1 / 2, -2 / 3, 37 / 96, -1 / 360, -81 / 512, 96199 / 604800),
  -polynomial(0, 1 / 48, 1 / 15, -437 / 1440, 46 / 105, -1118711 / 3870720),
  -polynomial(0, 0, 17 / 480, -37 / 840, -209 / 4480, 5569 / 90720),
  -polynomial(0, 0, 0, 4397 / 161280, -11 / 504, -830251 / 7257600),
  -polynomial(0, 0, 0, 0, 4583 / 161280, -108847 / 3991680),
  -polynomial(0, 0, 0, 0, 0, 20648693 / 638668800),
];

type Coefficients = readonly [number, number, number, number, number, number];

const ECCENTRICITY = Math.sqrt(ECCENTRICITY_SQUARED);

/** `value + Σ c_j sin(2 j value)` for a complex value, by Clenshaw's recurrence; returned as [real, imaginary]. */
function addSineSeries(c: Coefficients, re: number, im: number): [number, number] {
  const sin = Math.sin(2 * re);
  const cos = Math.cos(2 * re);
  const sinh = Math.sinh(2 * im);
  const cosh = Math.cosh(2 * im);
  const twiceCosRe = 2 * cos * cosh;
  const twiceCosIm = -2 * sin * sinh;
  let [aRe, aIm, bRe, bIm] = [0, 0, 0, 0];
  for (let j = 5; j >= 0; j -= 1) {
    const nextRe = twiceCosRe * aRe - twiceCosIm * aIm - bRe + (c[j] ?? 0);
    const nextIm = twiceCosRe * aIm + twiceCosIm * aRe - bIm;
    bRe = aRe;
    bIm = aIm;
    aRe = nextRe;
    aIm = nextIm;
  }
  const sinRe = sin * cosh;
  const sinIm = cos * sinh;
  return [re + sinRe * aRe - sinIm * aIm, im + sinRe * aIm + sinIm * aRe];
}

/** Tangent of the conformal latitude from the tangent of the geographic one. */
function conformalTangent(tangent: number): number {
  const secant = Math.hypot(1, tangent);
  const sigma = Math.sinh(ECCENTRICITY * Math.atanh((ECCENTRICITY * tangent) / secant));
  return Math.hypot(1, sigma) * tangent - sigma * secant;
}

/** The inverse of `conformalTangent`; Newton's method, two steps reach the last digit on the earth. */
function geographicTangent(conformal: number): number {
  let tangent = conformal / (1 - ECCENTRICITY_SQUARED);
  for (let step = 0; step < 5; step += 1) {
    const found = conformalTangent(tangent);
    const correction =
      ((conformal - found) / Math.hypot(1, found)) *
      ((1 + (1 - ECCENTRICITY_SQUARED) * tangent ** 2) /
        ((1 - ECCENTRICITY_SQUARED) * Math.hypot(1, tangent)));
    tangent += correction;
    if (Math.abs(correction) <= 1e-15 * Math.max(1, Math.abs(tangent))) break;
  }
  return tangent;
}

/** Metres east of the central meridian and north of the equator. `dLon_deg` is counted from the central meridian. */
export function krugerForward(dLon_deg: number, lat_deg: number): [east_m: number, north_m: number] {
  const lambda = dLon_deg * RADIANS_PER_DEGREE;
  const conformal = conformalTangent(Math.tan(lat_deg * RADIANS_PER_DEGREE));
  const cosLambda = Math.cos(lambda);
  const xi = Math.atan2(conformal, cosLambda);
  const eta = Math.asinh(Math.sin(lambda) / Math.hypot(conformal, cosLambda));
  const [north, east] = addSineSeries(FORWARD, xi, eta);
  return [RECTIFYING_RADIUS_m * east, RECTIFYING_RADIUS_m * north];
}

/** Degrees of longitude from the central meridian, and of latitude. */
export function krugerInverse(east_m: number, north_m: number): [dLon_deg: number, lat_deg: number] {
  const [xi, eta] = addSineSeries(INVERSE, north_m / RECTIFYING_RADIUS_m, east_m / RECTIFYING_RADIUS_m);
  const sinhEta = Math.sinh(eta);
  const cosXi = Math.cos(xi);
  const tangent = geographicTangent(Math.sin(xi) / Math.hypot(sinhEta, cosXi));
  return [Math.atan2(sinhEta, cosXi) / RADIANS_PER_DEGREE, Math.atan(tangent) / RADIANS_PER_DEGREE];
}

/** Point scale factor (the same in every direction: the projection is conformal). */
export function krugerScale(east_m: number, north_m: number): number {
  // |dz/dw| of the inverse series, times the scale of the spherical projection beneath it.
  const re = north_m / RECTIFYING_RADIUS_m;
  const im = east_m / RECTIFYING_RADIUS_m;
  let [slopeRe, slopeIm] = [1, 0];
  INVERSE.forEach((c, index) => {
    const j = 2 * (index + 1);
    slopeRe += j * c * Math.cos(j * re) * Math.cosh(j * im);
    slopeIm -= j * c * Math.sin(j * re) * Math.sinh(j * im);
  });
  const [xi, eta] = addSineSeries(INVERSE, re, im);
  const sinhEta = Math.sinh(eta);
  const cosXi = Math.cos(xi);
  const conformal = Math.sin(xi) / Math.hypot(sinhEta, cosXi);
  const tangent = geographicTangent(conformal);
  // cos(conformal latitude) over the radius of the parallel turns the sphere into the ellipsoid.
  const perRadius =
    Math.sqrt(1 + (1 - ECCENTRICITY_SQUARED) * tangent ** 2) / (SEMI_MAJOR_AXIS_m * Math.hypot(1, conformal));
  return (RECTIFYING_RADIUS_m * perRadius * Math.cosh(eta)) / Math.hypot(slopeRe, slopeIm);
}
