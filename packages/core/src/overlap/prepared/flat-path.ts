import { geodesicDirect, geodesicInverse } from '../../geodesy/geodesic.js';
import { ShortEdge } from '../../geodesy/short-edge.js';
import type { VertexBuffer } from './vertex-buffer.js';

/**
 * Edges are geodesics, but are cut as if straight in degrees: on pieces this short the two lie within 0.4 mm of each
 * other up to 60° of latitude.
 */
export const LONGEST_EDGE_m = 200;
/** Edges within this many degrees both ways are short enough at any latitude (282 m at most). */
const SHORT_EDGE_deg = 0.0018;
const shortEdge = new ShortEdge();

/**
 * Adds a path of so many places (x, y, x, y) to a buffer, with points on its long edges and without repeated ones;
 * `backwards` reverses it. A long edge gets the same points from whichever side it is drawn, so that neighbours keep
 * sharing it.
 */
export function appendPath(
  buffer: VertexBuffer,
  path: Float64Array,
  places: number,
  backwards: boolean,
): void {
  buffer.reserve(places);
  let lastX = Number.NaN;
  let lastY = Number.NaN;
  for (let i = 0; i < places; i += 1) {
    const at = 2 * (backwards ? places - 1 - i : i);
    const x = path[at] ?? 0;
    const y = path[at + 1] ?? 0;
    if (x === lastX && y === lastY) continue;
    if (Math.abs(x - lastX) > SHORT_EDGE_deg || Math.abs(y - lastY) > SHORT_EDGE_deg) {
      appendBetween(buffer, lastX, lastY, x, y);
      buffer.reserve(places - i);
    }
    const { xy, count } = buffer;
    xy[2 * count] = x;
    xy[2 * count + 1] = y;
    buffer.count = count + 1;
    lastX = x;
    lastY = y;
  }
}

function appendBetween(buffer: VertexBuffer, x0: number, y0: number, x1: number, y1: number): void {
  const forward = x0 < x1 || (x0 === x1 && y0 < y1);
  if (forward ? shortEdge.read(x0, y0, x1, y1) : shortEdge.read(x1, y1, x0, y0)) {
    const pieces = Math.ceil(shortEdge.length_m / LONGEST_EDGE_m);
    for (let step = 1; step < pieces; step += 1) {
      const along = (forward ? step : pieces - step) / pieces;
      buffer.push(shortEdge.lonAt_deg(along), shortEdge.latAt_deg(along));
    }
    return;
  }
  const from = forward ? [x0, y0] : [x1, y1];
  const to = forward ? [x1, y1] : [x0, y0];
  const { distance_m, azimuth_deg } = geodesicInverse(from, to);
  const pieces = Math.ceil(distance_m / LONGEST_EDGE_m);
  for (let step = 1; step < pieces; step += 1) {
    const piece = forward ? step : pieces - step;
    const [x = 0, y = 0] = geodesicDirect(from, azimuth_deg, (distance_m * piece) / pieces).position;
    buffer.push(x, y);
  }
}
