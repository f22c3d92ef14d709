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

type Paths = readonly (readonly Position[])[];

/** Lines in a plane, indexed. */
interface Plane {
  readonly paths: Paths;
  readonly frame: Pick<MetricFrame, 'lon0_deg' | 'lat0_deg'>;
  readonly lines: readonly (readonly [number, number][])[];
  readonly index: LineIndex;
}

function planeOf(paths: Paths, frame: MetricFrame): Plane {
  const lines = paths.map((path) => asLine(path.map((place) => frame.toMetric(place))));
  return { paths, frame, lines, index: new LineIndex(lines) };
}

/** One set of lines is asked about beside many others, one after another. */
let last: Plane | undefined;

function keptPlaneOf(paths: Paths, frame: MetricFrame): Plane {
  const isSame =
    last?.frame.lon0_deg === frame.lon0_deg &&
    last.frame.lat0_deg === frame.lat0_deg &&
    last.paths.length === paths.length &&
    last.paths.every((path, at) => path === paths[at]);
  if (last === undefined || !isSame) last = planeOf(paths, frame);
  return last;
}

/**
 * Shortest distance on the ellipsoid between two sets of lines that do not cross: some vertex of one is nearest to
 * some edge of the other, found in a plane at the first and measured on the ellipsoid. Infinite when one is empty. What
 * is got ready of the first set is kept for the next question about it.
 */
export function distanceBetween_m(one: Paths, other: Paths, frame: MetricFrame): number {
  const [a, b] = [keptPlaneOf(one, frame), planeOf(other, frame)];
  const there = nearestOf(b, a, frame, Number.POSITIVE_INFINITY);
  const back = nearestOf(a, b, frame, there.reach);
  return Math.min(there.best_m, back.best_m);
}

/** Of the vertices of one the nearest to the other, when it is within reach in the plane. */
function nearestOf(from: Plane, to: Plane, frame: MetricFrame, within: number) {
  let [reach, best_m] = [within, Number.POSITIVE_INFINITY];
  const [west, south, east, north] = to.index.box;
  for (const line of from.lines) {
    for (const [x, y] of line) {
      if (x < west - reach || x > east + reach || y < south - reach || y > north + reach) continue;
      const found = to.index.nearest(x, y, reach);
      if (found.segment < 0) continue;
      reach = Math.sqrt(found.square);
      best_m = geodesicDistance_m(frame.toLonLat([x, y]), frame.toLonLat([found.x, found.y]));
    }
  }
  return { reach, best_m };
}

/** A lone point as an edge without length. */
function asLine(points: [number, number][]): [number, number][] {
  const [first] = points;
  return points.length === 1 && first !== undefined ? [first, first] : points;
}
