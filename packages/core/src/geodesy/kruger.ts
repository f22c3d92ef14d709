import {
  ECCENTRICITY_SQUARED,
  RADIANS_PER_DEGREE,
  SEMI_MAJOR_AXIS_m,
  THIRD_FLATTENING,
} from './ellipsoid.js';

/**
 * Ellipsoidal transverse Mercator with scale 1 on its central meridian, by Krüger's series in the third
 * flattening n to the sixth order (L. Krüger 1912; coefficients as in C. F. F. Karney, "Transverse Mercator with
 * an accuracy of a few nanometers", J. Geodesy 85, 2011, equations 35 and 36, and "On auxiliary latitudes", 2022,
 * for the conformal latitude).
 */
type Series = readonly [number, number, number, number, number, number];

/** n·(c₁ + c₂ n + c₃ n² + …) */
const inN = (...coefficients: readonly number[]): number =>
  coefficients.reduceRight((sum, coefficient) => (sum + coefficient) * THIRD_FLATTENING, 0);

const SPHERE_TO_PLANE: Series = [
  inN(1 / 2, -2 / 3, 5 / 16, 41 / 180, -127 / 288, 7891 / 37800),
  inN(0, 13 / 48, -3 / 5, 557 / 1440, 281 / 630, -1983433 / 1935360),
  inN(0, 0, 61 / 240, -103 / 140, 15061 / 26880, 167603 / 181440),
  inN(0, 0, 0, 49561 / 161280, -179 / 168, 6601661 / 7257600),
  inN(0, 0, 0, 0, 34729 / 80640, -3418889 / 1995840),
  inN(0, 0, 0, 0, 0, 212378941 / 319334400),
];
const PLANE_TO_SPHERE: Series = [
  inN(-1 / 2, 2 / 3, -37 / 96, 1 / 360, 81 / 512, -96199 / 604800),
  inN(0, -1 / 48, -1 / 15, 437 / 1440, -46 / 105, 1118711 / 3870720),
  inN(0, 0, -17 / 480, 37 / 840, 209 / 4480, -5569 / 90720),
  inN(0, 0, 0, -4397 / 161280, 11 / 504, 830251 / 7257600),
  inN(0, 0, 0, 0, -4583 / 161280, 108847 / 3991680),
  inN(0, 0, 0, 0, 0, -20648693 / 638668800),
];
const GEOGRAPHIC_TO_CONFORMAL: Series = [
  inN(-2, 2 / 3, 4 / 3, -82 / 45, 32 / 45, 4642 / 4725),
  inN(0, 5 / 3, -16 / 15, -13 / 9, 904 / 315, -1522 / 945),
  inN(0, 0, -26 / 15, 34 / 21, 8 / 5, -12686 / 2835),
  inN(0, 0, 0, 1237 / 630, -12 / 5, -24832 / 14175),
  inN(0, 0, 0, 0, -734 / 315, 109598 / 31185),
  inN(0, 0, 0, 0, 0, 444337 / 155925),
];
const CONFORMAL_TO_GEOGRAPHIC: Series = [
  inN(2, -2 / 3, -2, 116 / 45, 26 / 45, -2854 / 675),
  inN(0, 7 / 3, -8 / 5, -227 / 45, 2704 / 315, 2323 / 945),
  inN(0, 0, 56 / 15, -136 / 35, -1262 / 105, 73814 / 2835),
  inN(0, 0, 0, 4279 / 630, -332 / 35, -399572 / 14175),
  inN(0, 0, 0, 0, 4174 / 315, -144838 / 6237),
  inN(0, 0, 0, 0, 0, 601676 / 22275),
];

/** Radius of the rectifying sphere. */
const RECTIFYING_RADIUS_m =
  (SEMI_MAJOR_AXIS_m / (1 + THIRD_FLATTENING)) *
  (1 + THIRD_FLATTENING ** 2 / 4 + THIRD_FLATTENING ** 4 / 64 + THIRD_FLATTENING ** 6 / 256);

/** Σ c_j sin(j·angle), by Clenshaw's recurrence. */
function sineSum(series: Series, sin: number, cos: number): number {
  let [a, b] = [0, 0];
  for (let j = 5; j >= 0; j -= 1) [a, b] = [2 * cos * a - b + (series[j] ?? 0), a];
  return sin * a;
}

/** Σ c_j sin(j·z) for complex z = u + iv, given sin u, cos u, sinh v, cosh v. */
function complexSineSum(
  series: Series,
  sin: number,
  cos: number,
  sinh: number,
  cosh: number,
): [re: number, im: number] {
  const twiceRe = 2 * cos * cosh;
  const twiceIm = -2 * sin * sinh;
  let [aRe, aIm, bRe, bIm] = [0, 0, 0, 0];
  for (let j = 5; j >= 0; j -= 1) {
    const nextRe = twiceRe * aRe - twiceIm * aIm - bRe + (series[j] ?? 0);
    const nextIm = twiceRe * aIm + twiceIm * aRe - bIm;
    bRe = aRe;
    bIm = aIm;
    aRe = nextRe;
    aIm = nextIm;
  }
  const sineRe = sin * cosh;
  const sineIm = cos * sinh;
  return [sineRe * aRe - sineIm * aIm, sineRe * aIm + sineIm * aRe];
}

/** Metres east of the central meridian and north of the equator; `dLon_deg` is counted from that meridian. */
export function krugerForward(dLon_deg: number, lat_deg: number): [east_m: number, north_m: number] {
  const lambda = dLon_deg * RADIANS_PER_DEGREE;
  const phi = lat_deg * RADIANS_PER_DEGREE;
  const chi = phi + sineSum(GEOGRAPHIC_TO_CONFORMAL, Math.sin(2 * phi), Math.cos(2 * phi));
  const sinChi = Math.sin(chi);
  const cosChi = Math.cos(chi);
  // The sphere's transverse Mercator: tan ξ = north / ahead, tanh η = aside.
  const ahead = cosChi * Math.cos(lambda);
  const aside = cosChi * Math.sin(lambda);
  const square = sinChi * sinChi + ahead * ahead;
  const [north, east] = complexSineSum(
    SPHERE_TO_PLANE,
    (2 * sinChi * ahead) / square,
    (ahead * ahead - sinChi * sinChi) / square,
    (2 * aside) / square,
    (1 + aside * aside) / square,
  );
  return [
    RECTIFYING_RADIUS_m * (Math.atanh(aside) + east),
    RECTIFYING_RADIUS_m * (Math.atan2(sinChi, ahead) + north),
  ];
}

interface OnSphere {
  readonly lambda: number;
  /** Conformal latitude. */
  readonly chi: number;
  readonly coshEta: number;
}

function planeToSphere(east_m: number, north_m: number): OnSphere {
  const u = north_m / RECTIFYING_RADIUS_m;
  const v = east_m / RECTIFYING_RADIUS_m;
  const [re, im] = complexSineSum(
    PLANE_TO_SPHERE,
    Math.sin(2 * u),
    Math.cos(2 * u),
    Math.sinh(2 * v),
    Math.cosh(2 * v),
  );
  const sinhEta = Math.sinh(v + im);
  const cosXi = Math.cos(u + re);
  const lambda = Math.atan2(sinhEta, cosXi);
  const chi = Math.atan2(Math.sin(u + re), Math.sqrt(sinhEta * sinhEta + cosXi * cosXi));
  return { lambda, chi, coshEta: Math.sqrt(1 + sinhEta * sinhEta) };
}

function geographic(chi: number): number {
  return chi + sineSum(CONFORMAL_TO_GEOGRAPHIC, Math.sin(2 * chi), Math.cos(2 * chi));
}

/** Degrees of longitude from the central meridian, and of latitude. */
export function krugerInverse(east_m: number, north_m: number): [dLon_deg: number, lat_deg: number] {
  const { lambda, chi } = planeToSphere(east_m, north_m);
  return [lambda / RADIANS_PER_DEGREE, geographic(chi) / RADIANS_PER_DEGREE];
}

/** Point scale factor: plane metres per metre on the ellipsoid, the same in every direction. */
export function krugerScale(east_m: number, north_m: number): number {
  const u = north_m / RECTIFYING_RADIUS_m;
  const v = east_m / RECTIFYING_RADIUS_m;
  // The inverse series' derivative takes the plane to the sphere's transverse Mercator …
  let [slopeRe, slopeIm] = [1, 0];
  PLANE_TO_SPHERE.forEach((c, index) => {
    const j = 2 * (index + 1);
    slopeRe += j * c * Math.cos(j * u) * Math.cosh(j * v);
    slopeIm -= j * c * Math.sin(j * u) * Math.sinh(j * v);
  });
  // … whose own scale is cosh η; the conformal sphere stands to the ellipsoid as the radii of the parallel.
  const { chi, coshEta } = planeToSphere(east_m, north_m);
  const phi = geographic(chi);
  const sinPhi = Math.sin(phi);
  const parallel_m =
    (SEMI_MAJOR_AXIS_m * Math.cos(phi)) / Math.sqrt(1 - ECCENTRICITY_SQUARED * sinPhi * sinPhi);
  const sphereScale = Math.cos(chi) / parallel_m;
  return (RECTIFYING_RADIUS_m * sphereScale * coshEta) / Math.hypot(slopeRe, slopeIm);
}
