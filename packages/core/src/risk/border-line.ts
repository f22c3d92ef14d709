import type { Position } from 'geojson';
import type { DrawnUnit } from '../admin/unit.js';
import type { SharedBorder } from '../border/shared-border.js';
import { type MetricFrame, metricFrame } from '../geodesy/metric-frame.js';
import { type Bbox, bboxOf } from '../geometry/bbox.js';
import { LineIndex } from '../geometry/line-index.js';

/** How something lies to a border. */
export interface BorderReach {
  /** The largest ellipsoidal distance among its positions, metres. */
  readonly farthest_m: number;
  /** The smallest one; infinite without positions. */
  readonly nearest_m: number;
  /** The place of the line nearest to one of them. */
  readonly facing: Position | null;
}

/** The border of the subject with one neighbour, ready to be measured to. */
export class BorderLine {
  /** `06-04`: the subject first. */
  readonly pair: string;
  readonly subject: DrawnUnit;
  readonly neighbour: DrawnUnit;
  readonly border: SharedBorder;
  readonly box: Bbox;
  readonly #frame: MetricFrame;
  readonly #index: LineIndex;

  constructor(subject: DrawnUnit, neighbour: DrawnUnit, border: SharedBorder) {
    this.pair = `${subject.code}-${neighbour.code}`;
    this.subject = subject;
    this.neighbour = neighbour;
    this.border = border;
    this.box = bboxOf(border.geometry);
    this.#frame = metricFrame(this.box);
    const lines = border.geometry.coordinates.map((part) => part.map((place) => this.#frame.toMetric(place)));
    this.#index = new LineIndex(lines);
  }

  /** How some positions lie to the line. Each may be skipped that is too near the last one measured to matter. */
  reach(positions: readonly Position[]): BorderReach {
    let [farthest_m, least] = [0, Number.POSITIVE_INFINITY];
    let facing: [number, number] | null = null;
    let nearest_m = Number.POSITIVE_INFINITY;
    let last = { x: Number.NaN, y: Number.NaN, away: 0 };
    for (const position of positions) {
      const [x, y] = this.#frame.toMetric(position);
      const moved = Math.hypot(x - last.x, y - last.y);
      // The distance to a line changes by no more than the way gone; scale adds a thousandth at the most.
      if (last.away + moved <= farthest_m / SLACK && last.away - moved >= least) continue;
      const found = this.#index.nearest(x, y);
      const away = Math.sqrt(found.square);
      last = { x, y, away };
      const distance_m = away / this.#frame.meanScale(x, found.x);
      farthest_m = Math.max(farthest_m, distance_m);
      nearest_m = Math.min(nearest_m, distance_m);
      if (away < least) {
        least = away;
        facing = [found.x, found.y];
      }
    }
    return { farthest_m, nearest_m, facing: facing === null ? null : this.#frame.toLonLat(facing) };
  }
}

const SLACK = 1.001;
