import { longitudeDifference_deg } from './ellipsoid.js';
import { krugerForward, krugerInverse, krugerScale } from './kruger.js';
import { type LonLat, lonLat } from './position.js';

/** [west, south, east, north] in degrees, WGS 84. */
export type LonLatBox = readonly [west_deg: number, south_deg: number, east_deg: number, north_deg: number];

/**
 * A plane near the data: ellipsoidal transverse Mercator, WGS 84, scale 1 on the meridian `lon0_deg`, metres
 * counted from the point (`lon0_deg`, `lat0_deg`). Conformal, so lengths near a point are true but for `scaleAt`,
 * which is 1 + x²/2R²: 1 + 1.2e-6 at 10 km from the meridian, 1 + 1.2e-4 at 100 km. Planar work happens here;
 * figures that leave core are measured on the ellipsoid.
 */
export interface MetricFrame {
  readonly lon0_deg: number;
  readonly lat0_deg: number;
  /** [east_m, north_m] of a lon/lat position. */
  toMetric(position: readonly number[]): [x_m: number, y_m: number];
  /** Lon/lat of a point of the frame; the inverse of `toMetric` within a nanometre. */
  toLonLat(point: readonly number[]): [lon_deg: number, lat_deg: number];
  /** Frame metres per true metre at a point of the frame. */
  scaleAt(point: readonly number[]): number;
  /**
   * Mean scale along a straight way between two points, from how far east they are: the planar length over it is the
   * true one, within 1e-8 relative over 100 km. Scale grows as 1 + c·x², and this is its mean over the way.
   */
  meanScale(x0_m: number, x1_m: number): number;
}

/** Where the scale is read, to know how it grows with the distance from the central meridian. */
const SCALE_PROBE_m = 100_000;

function planePoint(point: readonly number[]): LonLat {
  const [x, y] = point;
  if (x === undefined || y === undefined || !Number.isFinite(x) || !Number.isFinite(y)) {
    throw new RangeError(`not a point of the plane: [${point.join(', ')}]`);
  }
  return [x, y];
}

/** The frame centred on a box. A box over the antimeridian has west > east. */
export function metricFrame(box: LonLatBox): MetricFrame {
  const [west, south, east, north] = box;
  const half = longitudeDifference_deg(west, west > east ? east + 360 : east) / 2;
  const lon0_deg = west + half;
  const lat0_deg = (south + north) / 2;
  const [, north0_m] = krugerForward(0, lat0_deg);
  const growth = (krugerScale(SCALE_PROBE_m, north0_m) - 1) / SCALE_PROBE_m ** 2;
  return {
    lon0_deg,
    lat0_deg,
    toMetric(position) {
      const [lon_deg, lat_deg] = lonLat(position as number[]);
      const [x_m, y_m] = krugerForward(longitudeDifference_deg(lon0_deg, lon_deg), lat_deg);
      return [x_m, y_m - north0_m];
    },
    toLonLat(point) {
      const [x_m, y_m] = planePoint(point);
      const [dLon_deg, lat_deg] = krugerInverse(x_m, y_m + north0_m);
      return [lon0_deg + dLon_deg, lat_deg];
    },
    scaleAt(point) {
      const [x_m, y_m] = planePoint(point);
      return krugerScale(x_m, y_m + north0_m);
    },
    meanScale: (x0_m, x1_m) => 1 + (growth * (x0_m * x0_m + x0_m * x1_m + x1_m * x1_m)) / 3,
  };
}
