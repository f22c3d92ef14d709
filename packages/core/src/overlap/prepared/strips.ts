import { areaToEquatorPerRadian_m2, bendExcess_m2, bulgeExcess_m2 } from '../../geodesy/edge-strip.js';
import { ECCENTRICITY_SQUARED, RADIANS_PER_DEGREE, SEMI_MAJOR_AXIS_m } from '../../geodesy/ellipsoid.js';

/** Ground no taller than this is measured by series around its southern parallel: 11 km. */
const LOW_deg = 0.1;

/**
 * Areas of the strips between edges and a parallel, edges being geodesics of at most some hundred metres. For low ground,
 * which nearly all sites are, without sines and roots: heights by a series in the sine's difference (within 1e-15 of
 * their size), the small excess of a geodesic by what it is at the southern and northern edge (within 1e-6 of it).
 */
export class Strips {
  #low = true;
  #south_deg = 0;
  #sin = 0;
  #cos = 1;
  #base_m2 = 0;
  /** Of the height as a polynomial in the difference of the sines. */
  #h1 = 0;
  #h2 = 0;
  #h3 = 0;
  #h4 = 0;
  /** Excess over the trapezoid for a unit of dLat², dLon²·share and dLat²·share, at the southern edge; change a radian. */
  #bend = 0;
  #bulgeLon = 0;
  #bulgeLat = 0;
  #bendSlope = 0;
  #bulgeLonSlope = 0;
  #bulgeLatSlope = 0;

  /** Takes the parallels between which ground lies. Heights count from the southern one, so that small ground keeps its digits. */
  begin(south_deg: number, north_deg: number): void {
    const south = south_deg * RADIANS_PER_DEGREE;
    const sin = Math.sin(south);
    this.#low = north_deg - south_deg <= LOW_deg;
    this.#south_deg = south_deg;
    this.#sin = sin;
    this.#base_m2 = areaToEquatorPerRadian_m2(sin);
    if (!this.#low) return;
    const cos = Math.cos(south);
    this.#cos = cos;
    // Derivatives by the sine of b²/(1 − e²s²)².
    const e2 = ECCENTRICITY_SQUARED;
    const w2 = 1 - e2 * sin * sin;
    const first = (SEMI_MAJOR_AXIS_m ** 2 * (1 - e2)) / (w2 * w2);
    const part = e2 / w2;
    this.#h1 = first;
    this.#h2 = 2 * first * part * sin;
    this.#h3 = (first * part * (4 + 24 * part * sin * sin)) / 6;
    this.#h4 = (first * part * part * sin * (72 + 192 * part * sin * sin)) / 24;
    const height = (north_deg - south_deg) * RADIANS_PER_DEGREE;
    const northSin = Math.sin(south + height);
    const northCos = Math.cos(south + height);
    this.#bend = bendExcess_m2(sin, cos, 1);
    this.#bulgeLon = bulgeExcess_m2(sin, cos, 0, 1);
    this.#bulgeLat = bulgeExcess_m2(sin, cos, 1, 0);
    const per = height > 0 ? 1 / height : 0;
    this.#bendSlope = (bendExcess_m2(northSin, northCos, 1) - this.#bend) * per;
    this.#bulgeLonSlope = (bulgeExcess_m2(northSin, northCos, 0, 1) - this.#bulgeLon) * per;
    this.#bulgeLatSlope = (bulgeExcess_m2(northSin, northCos, 1, 0) - this.#bulgeLat) * per;
  }

  /** Area per radian of longitude between the southern parallel and another. */
  height_m2(lat_deg: number): number {
    if (!this.#low) return areaToEquatorPerRadian_m2(Math.sin(lat_deg * RADIANS_PER_DEGREE)) - this.#base_m2;
    const up = (lat_deg - this.#south_deg) * RADIANS_PER_DEGREE;
    const square = up * up;
    // sin(φ + up) − sin φ; the next terms are below the last digit.
    const rise =
      this.#cos * up * (1 - (square / 6) * (1 - square / 20)) -
      this.#sin * (square / 2) * (1 - (square / 12) * (1 - square / 30));
    return rise * (this.#h1 + rise * (this.#h2 + rise * (this.#h3 + rise * this.#h4)));
  }

  /**
   * Signed area under the part of an edge from `from`, 0 to 1 along the whole, to its end. `y` and `height0_m2` are those
   * of the place where the part begins.
   */
  strip_m2(
    x0: number,
    y: number,
    height0_m2: number,
    x1: number,
    y1: number,
    height1_m2: number,
    from: number,
  ): number {
    const dLon = (x1 - x0) * RADIANS_PER_DEGREE;
    if (dLon === 0) return 0;
    const dLat = (y1 - y) * RADIANS_PER_DEGREE;
    // The whole edge, of which the part is the last (1 − from).
    const rest = 1 - from;
    const wholeLat = rest === 0 ? 0 : dLat / rest;
    // ∫ 6t(1 − t) from `from` to 1: the bulge is a parabola along the edge.
    const share = 1 - 3 * from * from + 2 * from * from * from;
    const straight = (height0_m2 + height1_m2) / 2;
    if (this.#low) {
      const up = ((y + y1) / 2 - this.#south_deg) * RADIANS_PER_DEGREE;
      const bend = (this.#bend + this.#bendSlope * up) * dLat * dLat;
      const bulge =
        (this.#bulgeLon + this.#bulgeLonSlope * up) * dLon * dLon +
        (this.#bulgeLat + this.#bulgeLatSlope * up) * wholeLat * wholeLat;
      return -dLon * (rest * (straight + bend) + share * bulge);
    }
    const middle = ((y + y1) / 2) * RADIANS_PER_DEGREE;
    const sin = Math.sin(middle);
    const cos = Math.cos(middle);
    const bulge = bulgeExcess_m2(sin, cos, wholeLat, dLon);
    return -dLon * (rest * (straight + bendExcess_m2(sin, cos, dLat)) + share * bulge);
  }
}
