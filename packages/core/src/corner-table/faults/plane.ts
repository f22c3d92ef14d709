import { metricFrame } from '../../geodesy/metric-frame.js';
import type { TablePoint } from '../points/point.js';
import type { TableSite } from '../site/site.js';

/** A corner in a plane of metres: the grid itself, or for degrees a frame near the site. */
export interface PlanePoint {
  /** Metres east. */
  readonly x: number;
  /** Metres north. */
  readonly y: number;
  /** Half a unit of the last digit written, metres. */
  readonly rounding_m: number;
  readonly source: TablePoint;
}

/** One ring, line or group of points in the plane; rows that cannot be read are left out. */
export interface PlanePart {
  readonly hole: boolean;
  readonly points: readonly PlanePoint[];
  /** The last row repeats the first: dropped from `points`. */
  readonly closed: boolean;
}

const METRES_PER_DEGREE = 111_320;

function toPlane(
  points: readonly TablePoint[],
  unit: 'm' | 'deg',
  at: readonly [number, number],
): PlanePoint[] {
  const [lon, lat] = at;
  const frame = metricFrame([lon, lat, lon, lat]);
  return points.flatMap((source): PlanePoint[] => {
    const { east, north, rounding } = source;
    if (east === null || north === null) return [];
    if (unit === 'm') return [{ x: east, y: north, rounding_m: rounding, source }];
    const [x, y] = Math.abs(north) <= 90 ? frame.toMetric([east, north]) : [Number.NaN, Number.NaN];
    return Number.isFinite(x) && Number.isFinite(y)
      ? [{ x, y, rounding_m: rounding * METRES_PER_DEGREE, source }]
      : [];
  });
}

/** The site's parts in a plane of metres. */
export function planeParts(site: TableSite): readonly PlanePart[] {
  const unit = site.writing.kind === 'metres' ? 'm' : 'deg';
  const first = site.parts
    .flatMap((part) => part.points)
    .find(({ north, east, swapped }) => north !== null && east !== null && !swapped);
  const at = [first?.east ?? 0, first?.north ?? 0] as const;
  return site.parts.map((part): PlanePart => {
    const points = toPlane(part.points, unit, unit === 'deg' ? at : [0, 0]);
    const closed = site.shape === 'ring' && points.length > 3 && samePoint(points[0], points.at(-1));
    return { hole: part.hole, points: closed ? points.slice(0, -1) : points, closed };
  });
}

/** Nearer than two centimetres, or than what rounding explains, two written points are one. */
export function samePoint(a: PlanePoint | undefined, b: PlanePoint | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  return distance_m(a, b) <= SAME_POINT_m;
}

/** Corners are written to the millimetre; a corner written twice may differ in the last digit. */
export const SAME_POINT_m = 0.002;

export function distance_m(a: PlanePoint, b: PlanePoint): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
