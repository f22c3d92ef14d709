import type { Position } from 'geojson';
import { geodesicDistance_m } from '../geodesy/length.js';
import { metricFrame } from '../geodesy/metric-frame.js';
import { orientation } from '../geometry/orientation.js';
import type { LayerData } from './prepared/layer-data.js';

const EARTH_m = 6_371_000;
const DEGREE = Math.PI / 180;
/** The flat look at edges is good to this part of a squared distance where cosines do not change. */
const FLAT = 0.01;

/** Whether a place lies on one of some edges: decided exactly. */
export function isOnEdge({ xy }: Pick<LayerData, 'xy'>, edges: Uint32Array, x: number, y: number): boolean {
  for (const edge of edges) {
    const at = 2 * edge;
    const [x0, y0, x1, y1] = [xy[at] ?? 0, xy[at + 1] ?? 0, xy[at + 2] ?? 0, xy[at + 3] ?? 0];
    if ((x0 < x && x1 < x) || (x0 > x && x1 > x) || (y0 < y && y1 < y) || (y0 > y && y1 > y)) continue;
    if (orientation(x0, y0, x1, y1, x, y) === 0) return true;
  }
  return false;
}

/** Metres on the ellipsoid from a place of WGS 84 to the nearest of some edges; infinite without edges. */
export function distanceToEdges_m(data: LayerData, edges: Uint32Array, [lon = 0, lat = 0]: Position): number {
  const { xy } = data;
  const frame = metricFrame([lon, lat, lon, lat]);
  let nearest: readonly number[] | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const edge of edges.length < 8 ? edges : maybeNearest(data, edges, lon, lat)) {
    const at = 2 * edge;
    const [x0, y0] = frame.toMetric([xy[at] ?? 0, xy[at + 1] ?? 0]);
    const [x1, y1] = frame.toMetric([xy[at + 2] ?? 0, xy[at + 3] ?? 0]);
    const t = nearestPart(x0, y0, x1 - x0, y1 - y0);
    const [x, y] = [x0 + t * (x1 - x0), y0 + t * (y1 - y0)];
    const square = x * x + y * y;
    if (square < least) {
      least = square;
      nearest = [x, y];
    }
  }
  if (nearest === undefined) return Number.POSITIVE_INFINITY;
  return geodesicDistance_m([lon, lat], frame.toLonLat(nearest));
}

/** Where on an edge from (x, y) along (dx, dy) the origin is nearest, 0 to 1. */
function nearestPart(x: number, y: number, dx: number, dy: number): number {
  const length2 = dx * dx + dy * dy;
  return length2 === 0 ? 0 : Math.min(1, Math.max(0, -(x * dx + y * dy) / length2));
}

/**
 * The edges that may be the nearest: all within reach of rounding, by degrees alone, of the one that seems to be. A
 * border has thousands of edges around a place, of which few are worth a projection.
 */
function maybeNearest(
  { xy }: Pick<LayerData, 'xy'>,
  edges: Uint32Array,
  lon: number,
  lat: number,
): Uint32Array {
  const squares = new Float64Array(edges.length);
  const narrow = Math.cos(lat * DEGREE);
  let least = Number.POSITIVE_INFINITY;
  for (let index = 0; index < edges.length; index += 1) {
    const at = 2 * (edges[index] ?? 0);
    const x0 = ((xy[at] ?? 0) - lon) * narrow;
    const y0 = (xy[at + 1] ?? 0) - lat;
    const dx = ((xy[at + 2] ?? 0) - lon) * narrow - x0;
    const dy = (xy[at + 3] ?? 0) - lat - y0;
    const t = nearestPart(x0, y0, dx, dy);
    const [x, y] = [x0 + t * dx, y0 + t * dy];
    const square = x * x + y * y;
    squares[index] = square;
    if (square < least) least = square;
  }
  // Eastings are true at the latitude of the place; farther north or south they are off by its tangent.
  const far = Math.sqrt(least) * DEGREE;
  const limit = least * (1 + FLAT + 4 * Math.tan(Math.abs(lat) * DEGREE) * far) + (1 / EARTH_m / DEGREE) ** 2;
  return edges.filter((_, index) => (squares[index] ?? 0) <= limit);
}
