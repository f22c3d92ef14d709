import type { Position } from 'geojson';
import type { MetricFrame } from '../geodesy/metric-frame.js';
import type { Bbox } from '../geometry/bbox.js';
import { type BorderSide, ringsOf } from './border-side.js';

/** An edge of a side's outline that runs through the common box, in the plane. */
export interface OutlineEdge {
  readonly ring: number;
  /** From vertex `edge` to vertex `edge + 1` of the ring. */
  readonly edge: number;
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** The edges of a side that may take part in a border: those whose box meets the common box. */
export function outlineWithin(side: BorderSide, box: Bbox, frame: MetricFrame): OutlineEdge[] {
  const found: OutlineEdge[] = [];
  ringsOf(side).forEach((ring, ringIndex) => {
    let last: { readonly index: number; readonly point: [number, number] } | undefined;
    for (let edge = 0; edge + 1 < ring.length; edge += 1) {
      const [from, to] = [ring[edge], ring[edge + 1]];
      if (from === undefined || to === undefined || !edgeMeets(from, to, box)) continue;
      const start = last?.index === edge ? last.point : frame.toMetric(from);
      const end = frame.toMetric(to);
      last = { index: edge + 1, point: end };
      found.push({ ring: ringIndex, edge, x0: start[0], y0: start[1], x1: end[0], y1: end[1] });
    }
  });
  return found;
}

function edgeMeets(from: Position, to: Position, [west, south, east, north]: Bbox): boolean {
  const [x0 = 0, y0 = 0] = from;
  const [x1 = 0, y1 = 0] = to;
  return (
    Math.max(x0, x1) >= west &&
    Math.min(x0, x1) <= east &&
    Math.max(y0, y1) >= south &&
    Math.min(y0, y1) <= north
  );
}
