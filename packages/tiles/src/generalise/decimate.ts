import FlatQueue from 'flatqueue';
import { PointGrid } from './point-grid.js';
import type { VertexGraph } from './vertex-graph.js';

/** A vertex that may not go yet is asked again when this much more error is allowed. */
const PATIENCE = 2;
/** Of the map's width: 0.04 mm. What a blocked vertex on a straight line waits for first. */
const LEAST_ERROR = 1e-12;

/** Squared: the root is taken once, of the worst. */
function squareToSegment(px: number, py: number, ax: number, ay: number, bx: number, by: number): number {
  const dx = bx - ax;
  const dy = by - ay;
  const square = dx * dx + dy * dy;
  const share = square === 0 ? 0 : ((px - ax) * dx + (py - ay) * dy) / square;
  const along = Math.min(1, Math.max(0, share));
  const awayX = px - ax - along * dx;
  const awayY = py - ay - along * dy;
  return awayX * awayX + awayY * awayY;
}

/** The numbers below `size` that pass. Without iterators, which cost seconds over the vertices of a country. */
function numbersWhere(size: number, passes: (at: number) => boolean): Int32Array {
  const numbers = new Int32Array(size);
  let count = 0;
  for (let at = 0; at < size; at++) {
    if (passes(at)) numbers[count++] = at;
  }
  return numbers.subarray(0, count);
}

/**
 * Takes vertices out of the linework one at a time, the one that moves it least first, and writes down for
 * each the error at which it went: the greatest distance of any vertex dropped so far from the line that
 * replaces it. Dropping all vertices of an error up to e gives the linework within e of the original, for
 * every e at once: one pass serves all zooms.
 *
 * Topology is kept at every step: no vertex is passed over by the line moving, junctions and ends stay, a ring
 * keeps three vertices, and two lines between the same junctions never become one.
 *
 * @param known errors found before for linework that stays as it was; `NaN` for a vertex not yet judged. A known
 * vertex goes at its old error again, so that what nobody touched looks the same, unless it would now pass over a
 * vertex that is new: then it is judged again.
 * @returns error per vertex, in the coordinates' unit; `Infinity` for what stays beyond `limit`.
 */
export function decimate(
  x: Float64Array,
  y: Float64Array,
  graph: VertexGraph,
  limit: number,
  known: Float32Array = new Float32Array(graph.fixed.length).fill(Number.NaN),
): Float32Array {
  const size = graph.fixed.length;
  const isJudged = (vertex: number): boolean => !Number.isNaN(known[vertex]);
  const errors = new Float32Array(size).fill(Infinity);
  const standing = new Uint8Array(size).fill(1);
  const { first, second } = graph;
  const before = first.slice();
  const after = second.slice();
  const version = new Int32Array(size);
  const queue = new FlatQueue<number>();

  /** Walks the dropped vertices from `vertex` over `step` to the first one standing; its end is that one. */
  const walk = (vertex: number, step: number, ax: number, ay: number, bx: number, by: number): number => {
    let last = vertex;
    let here = step;
    let worst = 0;
    while (standing[here] === 0) {
      const square = squareToSegment(x[here] ?? 0, y[here] ?? 0, ax, ay, bx, by);
      if (square > worst) worst = square;
      const next = first[here] === last ? second[here] : first[here];
      last = here;
      here = next ?? here;
    }
    return worst;
  };

  const errorWithout = (vertex: number): number => {
    const a = before[vertex] ?? 0;
    const b = after[vertex] ?? 0;
    const ax = x[a] ?? 0;
    const ay = y[a] ?? 0;
    const bx = x[b] ?? 0;
    const by = y[b] ?? 0;
    const own = squareToSegment(x[vertex] ?? 0, y[vertex] ?? 0, ax, ay, bx, by);
    const one = walk(vertex, first[vertex] ?? 0, ax, ay, bx, by);
    const other = walk(vertex, second[vertex] ?? 0, ax, ay, bx, by);
    return Math.sqrt(Math.max(own, one, other));
  };

  const adjacent = (a: number, b: number): boolean => {
    if (graph.fixed[a] === 0) return before[a] === b || after[a] === b;
    if (graph.fixed[b] === 0) return before[b] === a || after[b] === a;
    return graph.fixedEdges.has(graph.edgeKey(a, b));
  };

  const relink = (vertex: number, gone: number, other: number): void => {
    if (graph.fixed[vertex] === 1) return;
    if (before[vertex] === gone) before[vertex] = other;
    else after[vertex] = other;
  };

  const enqueue = (vertex: number, error: number): void => {
    const next = (version[vertex] ?? 0) + 1;
    version[vertex] = next;
    if (error <= limit) queue.push(vertex + next * size, error);
  };

  for (let vertex = 0; vertex < size; vertex++) {
    if (graph.fixed[vertex] === 1) continue;
    enqueue(vertex, isJudged(vertex) ? (known[vertex] ?? Infinity) : errorWithout(vertex));
  }
  const newcomers = numbersWhere(size, (vertex) => !isJudged(vertex));
  const newGrid = newcomers.length < size ? new PointGrid(x, y, newcomers) : undefined;

  let remaining = size;
  let grid = new PointGrid(
    x,
    y,
    numbersWhere(size, () => true),
  );
  let gridSize = remaining;
  let reached = 0;
  for (;;) {
    const error = queue.peekValue();
    const entry = queue.pop();
    if (entry === undefined || error === undefined) break;
    const vertex = entry % size;
    if (standing[vertex] === 0 || Math.floor(entry / size) !== version[vertex]) continue;
    const [a, b] = [before[vertex] ?? 0, after[vertex] ?? 0];
    const wasJudged = isJudged(vertex);
    const near = wasJudged ? newGrid : grid;
    if (a === b || adjacent(a, b) || near?.anyInTriangle(a, vertex, b, standing) === true) {
      known[vertex] = Number.NaN;
      enqueue(vertex, Math.max(LEAST_ERROR, error * PATIENCE));
      continue;
    }
    reached = Math.max(reached, error);
    errors[vertex] = wasJudged ? error : reached;
    standing[vertex] = 0;
    remaining--;
    relink(a, vertex, b);
    relink(b, vertex, a);
    if (graph.fixed[a] === 1 && graph.fixed[b] === 1) graph.fixedEdges.add(graph.edgeKey(a, b));
    if (graph.fixed[a] === 0 && !isJudged(a)) enqueue(a, errorWithout(a));
    if (graph.fixed[b] === 0 && !isJudged(b)) enqueue(b, errorWithout(b));
    if (remaining < gridSize / 2) {
      grid = new PointGrid(
        x,
        y,
        numbersWhere(size, (at) => standing[at] === 1),
      );
      gridSize = remaining;
    }
  }
  return errors;
}
