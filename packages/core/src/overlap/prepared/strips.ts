import { areaToEquatorPerRadian_m2, bendExcess_m2, bulgeExcess_m2 } from '../../geodesy/edge-strip.js';
import { ECCENTRICITY_SQUARED, RADIANS_PER_DEGREE, SEMI_MAJOR_AXIS_m } from '../../geodesy/ellipsoid.js';

/** Ground no taller than this is measured by series around its southern parallel: 11 km. */
const LOW_deg = 0.1;

/**
 * Areas of the strips between edges and a parallel, edges being geodesics of at most some hundred metres. For low ground,
 * which nearly all sites are, without sines and roots: heights by a series in the latitude's difference (within 1e-15 of
 * their size), the small excess of a geodesic by what it is at the southern and northern edge (within 1e-6 of it).
 *
 * Edges are named by number: numbers with a fraction that go from call to call are made and collected by the million.
 */
export class Strips {
  #low = true;
  readonly #two = new Float64Array(2);
  #south_deg = 0;
  #base_m2 = 0;
  /** Of the height as a polynomial in the difference of the latitudes. */
  #h1 = 0;
  #h2 = 0;
  #h3 = 0;
  #h4 = 0;
  #h5 = 0;
  /** Excess over the trapezoid for a unit of dLat², dLon²·share and dLat²·share, at the southern edge; change a radian. */
  #bend = 0;
  #bulgeLon = 0;
  #bulgeLat = 0;
  #bendSlope = 0;
  #bulgeLonSlope = 0;
  #bulgeLatSlope = 0;
  /** Bend and bulge together, for dLat². */
  #forLat = 0;
  #forLatSlope = 0;

  /** Takes the parallels between which ground lies. Heights count from the southern one, so that small ground keeps its digits. */
  begin(south_deg: number, north_deg: number): void {
    const south = south_deg * RADIANS_PER_DEGREE;
    const sin = Math.sin(south);
    this.#low = north_deg - south_deg <= LOW_deg;
    this.#south_deg = south_deg;
    this.#base_m2 = areaToEquatorPerRadian_m2(sin);
    if (!this.#low) return;
    const cos = Math.cos(south);
    // By the difference of the sines: the derivatives of b²/(1 − e²s²)².
    const e2 = ECCENTRICITY_SQUARED;
    const w2 = 1 - e2 * sin * sin;
    const by1 = (SEMI_MAJOR_AXIS_m ** 2 * (1 - e2)) / (w2 * w2);
    const part = e2 / w2;
    const by2 = 2 * by1 * part * sin;
    const by3 = (by1 * part * (4 + 24 * part * sin * sin)) / 6;
    const by4 = (by1 * part * part * sin * (72 + 192 * part * sin * sin)) / 24;
    // Of which sin(φ + up) − sin φ, itself a series, is put in; what follows is below the last digit.
    const cos2 = cos * cos;
    const sin2 = sin * sin;
    this.#h1 = by1 * cos;
    this.#h2 = by2 * cos2 - (by1 * sin) / 2;
    this.#h3 = cos * (by3 * cos2 - by2 * sin - by1 / 6);
    this.#h4 = by4 * cos2 * cos2 - 1.5 * by3 * cos2 * sin + by2 * (sin2 / 4 - cos2 / 3) + (by1 * sin) / 24;
    this.#h5 = cos * (by3 * (0.75 * sin2 - cos2 / 2) - 2 * by4 * cos2 * sin + (by2 * sin) / 4 + by1 / 120);
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
    this.#forLat = this.#bend + this.#bulgeLat;
    this.#forLatSlope = this.#bendSlope + this.#bulgeLatSlope;
  }

  /** Area per radian of longitude between the southern parallel and another. */
  height_m2(lat_deg: number): number {
    if (!this.#low) return areaToEquatorPerRadian_m2(Math.sin(lat_deg * RADIANS_PER_DEGREE)) - this.#base_m2;
    const up = (lat_deg - this.#south_deg) * RADIANS_PER_DEGREE;
    return up * (this.#h1 + up * (this.#h2 + up * (this.#h3 + up * (this.#h4 + up * this.#h5))));
  }

  /**
   * Signed areas under all edges of some rings (ring r has the vertices `rings[r]` up to `rings[r + 1]`), into `strips`;
   * their sum.
   */
  measure(xy: Float64Array, rings: Uint32Array, ringCount: number, strips: Float64Array): number {
    let sum_m2 = 0;
    for (let ring = 0; ring < ringCount; ring += 1) {
      const start = rings[ring] ?? 0;
      const end = (rings[ring + 1] ?? 0) - 1;
      // The height of each vertex first: it serves the edges on both sides.
      for (let vertex = start; vertex <= end; vertex += 1)
        strips[vertex] = this.height_m2(xy[2 * vertex + 1] ?? 0);
      for (let edge = start; edge < end; edge += 1) {
        this.#measureInto(strips, edge, xy, edge);
        sum_m2 += strips[edge] ?? 0;
      }
    }
    return sum_m2;
  }

  /** Signed area under an edge, given by the number of its first vertex in x, y, x, y. */
  stripOf(xy: Float64Array, edge: number): number {
    const two = this.#two;
    two[0] = this.height_m2(xy[2 * edge + 1] ?? 0);
    two[1] = this.height_m2(xy[2 * edge + 3] ?? 0);
    this.#measureInto(two, 0, xy, edge);
    return two[0] ?? 0;
  }

  /** Puts the strip of an edge in the place of its first height, the second being the next. */
  #measureInto(heights: Float64Array, slot: number, xy: Float64Array, edge: number): void {
    const at = 2 * edge;
    const dLon = ((xy[at + 2] ?? 0) - (xy[at] ?? 0)) * RADIANS_PER_DEGREE;
    const y0 = xy[at + 1] ?? 0;
    const y1 = xy[at + 3] ?? 0;
    const dLat = (y1 - y0) * RADIANS_PER_DEGREE;
    const straight = ((heights[slot] ?? 0) + (heights[slot + 1] ?? 0)) / 2;
    if (!this.#low) {
      const middle = ((y0 + y1) / 2) * RADIANS_PER_DEGREE;
      const sin = Math.sin(middle);
      const cos = Math.cos(middle);
      heights[slot] =
        -dLon * (straight + bendExcess_m2(sin, cos, dLat) + bulgeExcess_m2(sin, cos, dLat, dLon));
      return;
    }
    const up = ((y0 + y1) / 2 - this.#south_deg) * RADIANS_PER_DEGREE;
    const forLat = this.#forLat + this.#forLatSlope * up;
    const forLon = this.#bulgeLon + this.#bulgeLonSlope * up;
    heights[slot] = -dLon * (straight + forLat * dLat * dLat + forLon * dLon * dLon);
  }

  /** Signed area under the part of an edge from `from`, 0 to 1 along the whole, to its end. */
  stripFrom(xy: Float64Array, edge: number, from: number): number {
    const at = 2 * edge;
    const x0 = xy[at] ?? 0;
    const y0 = xy[at + 1] ?? 0;
    const dLon = ((xy[at + 2] ?? 0) - x0) * RADIANS_PER_DEGREE;
    if (dLon === 0) return 0;
    const y1 = xy[at + 3] ?? 0;
    const wholeLat = (y1 - y0) * RADIANS_PER_DEGREE;
    const y = y0 + from * (y1 - y0);
    // The whole edge, of which the part is the last (1 − from).
    const rest = 1 - from;
    const dLat = rest * wholeLat;
    // ∫ 6t(1 − t) from `from` to 1: the bulge is a parabola along the edge.
    const share = 1 - 3 * from * from + 2 * from * from * from;
    const straight = (this.height_m2(y) + this.height_m2(y1)) / 2;
    if (!this.#low) {
      const middle = ((y + y1) / 2) * RADIANS_PER_DEGREE;
      const sin = Math.sin(middle);
      const cos = Math.cos(middle);
      const bulge = bulgeExcess_m2(sin, cos, wholeLat, dLon);
      return -dLon * (rest * (straight + bendExcess_m2(sin, cos, dLat)) + share * bulge);
    }
    const up = ((y + y1) / 2 - this.#south_deg) * RADIANS_PER_DEGREE;
    const bend = (this.#bend + this.#bendSlope * up) * dLat * dLat;
    const bulge =
      (this.#bulgeLon + this.#bulgeLonSlope * up) * dLon * dLon +
      (this.#bulgeLat + this.#bulgeLatSlope * up) * wholeLat * wholeLat;
    return -dLon * (rest * (straight + bend) + share * bulge);
  }
}
