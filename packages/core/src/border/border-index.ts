import type { Position } from 'geojson';
import { geodesicDistance_m } from '../geodesy/length.js';
import { type MetricFrame, metricFrame } from '../geodesy/metric-frame.js';
import { bboxOf, bboxUnion, EMPTY_BBOX } from '../geometry/bbox.js';
import { LineIndex } from '../geometry/line-index.js';
import { NearestCells } from '../geometry/nearest-cells.js';
import { placeOrder } from '../geometry/place-order.js';
import type { SharedBorder } from './shared-border.js';

/** The place of some borders that is nearest. */
export interface NearestPlace {
  readonly border: number;
  readonly distance_m: number;
  readonly nearest: Position;
  /** Whether the place lies to the left of the border as it runs, where the unit of the smaller key is. */
  readonly left: boolean;
}

/** The plane's scale from a place to anything within reach differs by less than this from that around it. */
const SLACK = 1.01;
/** How far beyond the borders many places at once are answered quickly. */
const QUICK_REACH_m = 100_000;

/**
 * All segments of some borders in one index. The plane is that of all borders together: for borders of a province,
 * some hundred kilometres across, distances are within 1e-8 of the geodesic, and the place found is the nearest within
 * 1e-5 of the distance; for a whole country within 1e-4.
 */
export class BorderIndex {
  readonly frame: MetricFrame;
  readonly #index: LineIndex;
  /** First segment of each border, and the end of the last. */
  readonly #starts: Int32Array;
  #cells: NearestCells | undefined;

  constructor(borders: readonly SharedBorder[]) {
    const box = borders.reduce((sum, border) => bboxUnion(sum, bboxOf(border.geometry)), EMPTY_BBOX);
    const frame = metricFrame(borders.length === 0 ? [0, 0, 0, 0] : box);
    this.frame = frame;
    const lines = borders.map((border) =>
      border.geometry.coordinates.map((part) => part.map((at) => frame.toMetric(at))),
    );
    this.#index = new LineIndex(lines.flat());
    this.#starts = new Int32Array(borders.length + 1);
    lines.forEach((parts, border) => {
      const segments = parts.reduce((sum, part) => sum + Math.max(0, part.length - 1), 0);
      this.#starts[border + 1] = (this.#starts[border] ?? 0) + segments;
    });
  }

  /** `null` when no border lies within reach. */
  nearest(place: Position, reach_m: number): NearestPlace | null {
    const [x, y] = this.frame.toMetric(place);
    const found = this.#index.nearest(x, y, reach_m * SLACK);
    if (found.segment < 0) return null;
    const { segment } = found;
    const nearest = this.frame.toLonLat([found.x, found.y]);
    const distance_m = geodesicDistance_m(place, nearest);
    if (distance_m > reach_m) return null;
    const left = this.#index.sideOf(segment, x, y) >= 0;
    return { border: this.#borderOf(segment), distance_m, nearest, left };
  }

  /**
   * Distances of many places, given as longitude and latitude in turn: metres to the nearest border, negative to the
   * right of it as it runs, where the unit of the larger key is. NaN for what is no position.
   */
  signedDistances_m(lonLats: Float64Array): Float64Array {
    const count = Math.floor(lonLats.length / 2);
    const out = new Float64Array(count).fill(Number.NaN);
    const index = this.#index;
    if (index.segmentCount === 0) return out;
    this.#cells ??= new NearestCells(index.ends, this.#square());
    const [xs, ys] = this.#projected(lonLats);
    for (const at of placeOrder(xs, ys)) {
      const [x, y] = [xs[at] ?? 0, ys[at] ?? 0];
      const near = this.#cells.nearest(x, y);
      const { square, segment, x: fromX } = near < 0 ? index.nearest(x, y) : index.onSegment(near, x, y);
      const distance_m = Math.sqrt(square) / this.frame.meanScale(x, fromX);
      out[at] = index.sideOf(segment, x, y) >= 0 ? distance_m : -distance_m;
    }
    return out;
  }

  #projected(lonLats: Float64Array): [xs: Float64Array, ys: Float64Array] {
    const count = Math.floor(lonLats.length / 2);
    const [xs, ys] = [new Float64Array(count).fill(Number.NaN), new Float64Array(count).fill(Number.NaN)];
    const place: [number, number] = [0, 0];
    for (let at = 0; at < count; at += 1) {
      place[0] = lonLats[2 * at] ?? Number.NaN;
      place[1] = lonLats[2 * at + 1] ?? Number.NaN;
      if (!(Math.abs(place[0]) <= 180 && Math.abs(place[1]) <= 90)) continue;
      const [x, y] = this.frame.toMetric(place);
      xs[at] = x;
      ys[at] = y;
    }
    return [xs, ys];
  }

  #square(): { west: number; south: number; size: number } {
    let [west, south, east, north] = EMPTY_BBOX as [number, number, number, number];
    const { ends } = this.#index;
    for (let at = 0; at < ends.length; at += 2) {
      west = Math.min(west, ends[at] ?? 0);
      east = Math.max(east, ends[at] ?? 0);
      south = Math.min(south, ends[at + 1] ?? 0);
      north = Math.max(north, ends[at + 1] ?? 0);
    }
    const size = Math.max(east - west, north - south) + 2 * QUICK_REACH_m;
    return { west: west - QUICK_REACH_m, south: south - QUICK_REACH_m, size };
  }

  #borderOf(segment: number): number {
    let [low, high] = [0, this.#starts.length - 2];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= segment) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
