import type { Position } from 'geojson';
import { RADIANS_PER_DEGREE, SEMI_MAJOR_AXIS_m } from './ellipsoid.js';
import { lonLat } from './position.js';

/**
 * What is known of the inputs' precision. Each part is a half-width in metres; the parts are independent and add
 * by squares.
 */
export interface Precision {
  /** Half a unit of the last digit written. Uniform, so its standard error is a √3rd. */
  readonly rounding_m?: number;
  /** Standard error of one vertex against the ground: survey, digitising, spacing of a generalised line. */
  readonly vertex_m?: number;
  /** Of the whole against another system, such as the metre of VN-2000's shift. Moves all vertices alike. */
  readonly datum_m?: number;
}

/** Two standard errors: about 95 %. */
export const COVERAGE = 2;

/** Standard error of one vertex relative to its neighbours, or `null` when nothing is stated. */
export function vertexError_m(precision: Precision): number | null {
  const { rounding_m, vertex_m } = precision;
  if (rounding_m === undefined && vertex_m === undefined && precision.datum_m === undefined) return null;
  return Math.hypot((rounding_m ?? 0) / Math.sqrt(3), vertex_m ?? 0);
}

/** East and north from one position to the next in metres: good to a percent, enough for an error bar. */
function step_m(from: Position, to: Position): readonly [number, number] {
  const [lon1, lat1] = lonLat(from);
  const [lon2, lat2] = lonLat(to);
  const metres = SEMI_MAJOR_AXIS_m * RADIANS_PER_DEGREE;
  return [(lon2 - lon1) * metres * Math.cos(lat1 * RADIANS_PER_DEGREE), (lat2 - lat1) * metres];
}

/** √(Σ |∂A/∂vertex|²) of a closed ring: half the distance between each vertex's neighbours. */
export function areaSensitivity_m(ring: readonly Position[]): number {
  const vertices = ring.slice(0, -1);
  const square = vertices.reduce((sum, _vertex, index) => {
    const before = vertices.at(index - 1);
    const after = vertices[(index + 1) % vertices.length];
    if (before === undefined || after === undefined) return sum;
    const [dx, dy] = step_m(before, after);
    return sum + (dx * dx + dy * dy) / 4;
  }, 0);
  return Math.sqrt(square);
}

/** √(Σ |∂L/∂vertex|²) of an open path: 1 at the ends, the bend at each vertex between. */
export function lengthSensitivity(path: readonly Position[]): number {
  let square = 0;
  let previous: readonly [number, number] = [0, 0];
  path.forEach((position, index) => {
    const next = path[index + 1];
    const [dx, dy] = next === undefined ? [0, 0] : step_m(position, next);
    const length = Math.hypot(dx, dy);
    const unit: readonly [number, number] = length === 0 ? [0, 0] : [dx / length, dy / length];
    square += (unit[0] - previous[0]) ** 2 + (unit[1] - previous[1]) ** 2;
    previous = unit;
  });
  return Math.sqrt(square);
}
