import { ECCENTRICITY_SQUARED, RADIANS_PER_DEGREE, SEMI_MAJOR_AXIS_m } from './ellipsoid.js';

/** No edge reaches farther than this, east and north: 1.1 km. */
const LONGEST_deg = 0.01;
const FARTHEST_LATITUDE_deg = 60;

/**
 * Places along a short geodesic: evenly bent, by its own differential equation at the middle. Within three micrometres of
 * the geodesic, as what is left out is of the third order: (edge / earth's radius)² of the edge.
 */
export class ShortEdge {
  #lon_deg = 0;
  #lat_deg = 0;
  #dLon_deg = 0;
  #dLat_deg = 0;
  #lonBend_deg = 0;
  #latBend_deg = 0;
  length_m = 0;

  /** False for an edge that is too long, or too near to a pole. */
  read(lon0_deg: number, lat0_deg: number, lon1_deg: number, lat1_deg: number): boolean {
    const dLon_deg = lon1_deg - lon0_deg;
    const dLat_deg = lat1_deg - lat0_deg;
    const middle_deg = (lat0_deg + lat1_deg) / 2;
    if (Math.abs(dLon_deg) > LONGEST_deg || Math.abs(dLat_deg) > LONGEST_deg) return false;
    if (Math.abs(middle_deg) > FARTHEST_LATITUDE_deg) return false;
    const sin = Math.sin(middle_deg * RADIANS_PER_DEGREE);
    const cos = Math.cos(middle_deg * RADIANS_PER_DEGREE);
    const w2 = 1 - ECCENTRICITY_SQUARED * sin * sin;
    const parallelRadius_m = (SEMI_MAJOR_AXIS_m * cos) / Math.sqrt(w2);
    const meridianRadius_m = (SEMI_MAJOR_AXIS_m * (1 - ECCENTRICITY_SQUARED)) / (w2 * Math.sqrt(w2));
    const dLon = dLon_deg * RADIANS_PER_DEGREE;
    const dLat = dLat_deg * RADIANS_PER_DEGREE;
    const meridianStretch = (3 * ECCENTRICITY_SQUARED * sin * cos) / w2;
    // Second derivatives along the edge: the Christoffel symbols of the ellipsoid.
    const latBend =
      -meridianStretch * dLat * dLat - ((parallelRadius_m * sin) / meridianRadius_m) * dLon * dLon;
    const lonBend = ((2 * meridianRadius_m * sin) / parallelRadius_m) * dLat * dLon;
    this.#lon_deg = lon0_deg;
    this.#lat_deg = lat0_deg;
    this.#dLon_deg = dLon_deg;
    this.#dLat_deg = dLat_deg;
    this.#lonBend_deg = lonBend / RADIANS_PER_DEGREE;
    this.#latBend_deg = latBend / RADIANS_PER_DEGREE;
    const east_m = parallelRadius_m * dLon;
    const north_m = meridianRadius_m * dLat;
    this.length_m = Math.sqrt(east_m * east_m + north_m * north_m);
    return true;
  }

  /** Of a place that lies this far along the edge, 0 to 1. */
  lonAt_deg(along: number): number {
    return this.#lon_deg + along * (this.#dLon_deg + ((along - 1) / 2) * this.#lonBend_deg);
  }

  latAt_deg(along: number): number {
    return this.#lat_deg + along * (this.#dLat_deg + ((along - 1) / 2) * this.#latBend_deg);
  }
}
