import type { Position } from 'geojson';
import { geodesicDistance_m } from '../geodesy/length.js';
import type { MetricFrame } from '../geodesy/metric-frame.js';
import { type Bbox, bboxGrown } from '../geometry/bbox.js';
import { LineIndex } from '../geometry/line-index.js';

/** A box grown by metres, generously: up to 60° of latitude a degree of longitude is over 55 km. */
export function boxWithin(box: Bbox, margin_m: number): Bbox {
  const latitude = Math.min(85, Math.max(Math.abs(box[1]), Math.abs(box[3])));
  const margin_deg = (margin_m * 1.01) / 110_500;
  return bboxGrown(box, margin_deg / Math.cos((latitude * Math.PI) / 180), margin_deg);
}

/**
 * Shortest distance on the ellipsoid between two sets of lines that do not cross: some vertex of one is nearest to
 * some edge of the other, found in a plane at the first and measured on the ellipsoid. Infinite when one is empty.
 */
export function distanceBetween_m(
  one: readonly (readonly Position[])[],
  other: readonly (readonly Position[])[],
  frame: MetricFrame,
): number {
  const planar = (paths: readonly (readonly Position[])[]): [number, number][][] =>
    paths.map((path) => asLine(path.map((place) => frame.toMetric(place))));
  const [a, b] = [planar(one), planar(other)];
  return Math.min(nearest_m(a, new LineIndex(b), frame), nearest_m(b, new LineIndex(a), frame));
}

function nearest_m(from: readonly [number, number][][], to: LineIndex, frame: MetricFrame): number {
  let [reach, best_m] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const [x, y] of from.flat()) {
    const found = to.nearest(x, y, reach);
    if (found.segment < 0) continue;
    reach = Math.sqrt(found.square);
    best_m = geodesicDistance_m(frame.toLonLat([x, y]), frame.toLonLat([found.x, found.y]));
  }
  return best_m;
}

/** A lone point as an edge without length. */
function asLine(points: [number, number][]): [number, number][] {
  const [first] = points;
  return points.length === 1 && first !== undefined ? [first, first] : points;
}
