import type { Position } from 'geojson';
import type { DrawnUnit } from '../admin/unit.js';
import type { SharedBorder } from '../border/shared-border.js';
import { type MetricFrame, metricFrame } from '../geodesy/metric-frame.js';
import { bboxOf } from '../geometry/bbox.js';
import { LineIndex } from '../geometry/line-index.js';
import { TrueDistance } from '../zone/true-distance.js';

/** The border of the subject with one neighbour, ready to be measured to. */
export class BorderLine {
  /** `06-04`: the subject first. */
  readonly pair: string;
  readonly subject: DrawnUnit;
  readonly neighbour: DrawnUnit;
  readonly border: SharedBorder;
  readonly #frame: MetricFrame;
  readonly #distance: TrueDistance;
  readonly #index: LineIndex;

  constructor(subject: DrawnUnit, neighbour: DrawnUnit, border: SharedBorder) {
    this.pair = `${subject.code}-${neighbour.code}`;
    this.subject = subject;
    this.neighbour = neighbour;
    this.border = border;
    this.#frame = metricFrame(bboxOf(border.geometry));
    const lines = border.geometry.coordinates.map((part) => part.map((place) => this.#frame.toMetric(place)));
    this.#distance = new TrueDistance(lines, this.#frame);
    this.#index = new LineIndex(lines);
  }

  /** Ellipsoidal distance of a position to the line, metres. */
  distance_m(position: Position): number {
    const [x, y] = this.#frame.toMetric(position);
    return this.#distance.at(x, y);
  }

  /** The farthest of some positions, metres. */
  farthest_m(positions: readonly Position[]): number {
    return positions.reduce((most, position) => Math.max(most, this.distance_m(position)), 0);
  }

  /** The place of the line that one of some positions is nearest to. */
  facing(positions: readonly Position[]): Position | null {
    let best: { x: number; y: number; square: number } | null = null;
    for (const position of positions) {
      const [x, y] = this.#frame.toMetric(position);
      const found = this.#index.nearest(
        x,
        y,
        best === null ? Number.POSITIVE_INFINITY : Math.sqrt(best.square),
      );
      if (found.segment >= 0 && (best === null || found.square < best.square)) {
        best = { x: found.x, y: found.y, square: found.square };
      }
    }
    return best === null ? null : this.#frame.toLonLat([best.x, best.y]);
  }
}
