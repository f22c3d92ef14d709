import type { Position } from 'geojson';
import type { MetricFrame } from '../geodesy/metric-frame.js';
import { LineIndex } from '../geometry/line-index.js';

/** A point is on its curve when its distance is within this part of the tolerance. */
const SETTLED = 0.02;
const MOST_MOVES = 24;

/** A point at the distance asked for, and the place of the line it is measured from. */
export interface SettledPoint {
  readonly x: number;
  readonly y: number;
  readonly fromX: number;
  readonly fromY: number;
}

/**
 * Distances on the ellipsoid to a line, worked out in the plane: the planar distance over the mean scale along the
 * way. Against geodesics this is within 1e-8 relative over 100 km.
 */
export class TrueDistance {
  readonly #index: LineIndex;
  readonly #frame: MetricFrame;
  #hint = -1;

  /** `lines` in the plane of `frame`. */
  constructor(lines: readonly (readonly Position[])[], frame: MetricFrame) {
    this.#index = new LineIndex(lines);
    this.#frame = frame;
  }

  /** The segment that the last question found nearest, counted through all lines; -1 before there was one. */
  get nearestSegment(): number {
    return this.#hint;
  }

  /** Positive to the left of the line as it runs, negative to its right. */
  sideAt(x: number, y: number): number {
    const { segment } = this.#index.nearest(x, y, Number.POSITIVE_INFINITY, this.#hint);
    return segment < 0 ? 0 : this.#index.sideOf(segment, x, y);
  }

  /** Metres to the line; infinite beyond `reach_m`. */
  at(x: number, y: number, reach_m = Number.POSITIVE_INFINITY): number {
    // Scale is at least 1, so nothing within the true reach lies beyond the planar one by more than a hair.
    const found = this.#index.nearest(x, y, reach_m * 1.01, this.#hint);
    if (found.segment < 0) return Number.POSITIVE_INFINITY;
    this.#hint = found.segment;
    return Math.sqrt(found.square) / this.#frame.meanScale(x, found.x);
  }

  /**
   * The point moved away from (or towards) the line until its distance is `distance_m`, within a small part of
   * `tolerance_m`. The nearest place changes on the way: where two places of the line compete, the curve has a corner,
   * which is where circles around both meet. `null` when it does not settle: no such point is near; and for a point that
   * lies nearer to the line than `least_m`.
   */
  settled(x: number, y: number, distance_m: number, tolerance_m: number, least_m = 0): SettledPoint | null {
    let [px, py] = [x, y];
    let [lastX, lastY] = [Number.NaN, Number.NaN];
    for (let move = 0; move < MOST_MOVES; move += 1) {
      const {
        square,
        segment,
        x: fromX,
        y: fromY,
      } = this.#index.nearest(px, py, Number.POSITIVE_INFINITY, this.#hint);
      this.#hint = segment;
      const planar = Math.sqrt(square);
      const scale = this.#frame.meanScale(px, fromX);
      if (Math.abs(planar / scale - distance_m) <= SETTLED * tolerance_m)
        return { x: px, y: py, fromX, fromY };
      if (planar < 1e-6 || (move === 0 && planar < least_m * scale)) return null;
      const radius = distance_m * scale;
      const corner = move % 3 === 0 ? null : circlesMeet(fromX, fromY, lastX, lastY, radius, px, py);
      [lastX, lastY] = [fromX, fromY];
      [px, py] = corner ?? [
        fromX + ((px - fromX) * radius) / planar,
        fromY + ((py - fromY) * radius) / planar,
      ];
    }
    return null;
  }
}

/** Where two circles of one radius cross, on the side of a point; `null` when they are one or apart. */
function circlesMeet(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  radius: number,
  nearX: number,
  nearY: number,
): [number, number] | null {
  const [dx, dy] = [bx - ax, by - ay];
  const apart = Math.hypot(dx, dy);
  if (!(apart > 1e-3 && apart < 2 * radius)) return null;
  const rise = Math.sqrt(radius * radius - (apart * apart) / 4) / apart;
  const [mx, my] = [(ax + bx) / 2, (ay + by) / 2];
  const side = (nearX - mx) * -dy + (nearY - my) * dx >= 0 ? rise : -rise;
  return [mx - dy * side, my + dx * side];
}
