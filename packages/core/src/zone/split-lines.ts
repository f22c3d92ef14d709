import type { Position } from 'geojson';
import type { Bbox } from '../geometry/bbox.js';

/** Distance to one of several lines; infinite beyond `reach_m`. 1-Lipschitz but for the scale of the plane. */
export type Reach = (x: number, y: number, reach_m: number) => number;

/** Two distances nearer to each other than this are equal: the places between are split within this. */
export const SPLIT_TOLERANCE_m = 0.1;
/** What a crossing of a square's edge is exact to. */
const ROOT_m = 1e-3;
const FINEST_CELL_m = 4;
const COARSEST_CELL_m = 128;
const CELLS_A_WIDTH = 128;
/** The plane's scale differs by less from place to place; what a bound of the search is widened by. */
const SLACK = 1.01;
const DEEPEST_CUT = 10;

interface Square {
  readonly x: number;
  readonly y: number;
  readonly half: number;
}

/**
 * The lines on which two of several borders are equally near, as far as `widest_m` from them: two-point pieces in the
 * plane. Squares are quartered wherever the bound of the distances' slope leaves room for equality; in the smallest,
 * the crossings of the four edges are found and joined, and the joins bent until they are equal all along.
 *
 * What turns twice within one smallest square (a 128th of the width, 4 to 128 m) may be missed; the ground there is
 * equally near within that square's size.
 */
export function splitLines(reaches: readonly Reach[], box: Bbox, widest_m: number): Position[][] {
  const finest = Math.min(COARSEST_CELL_m, Math.max(FINEST_CELL_m, widest_m / CELLS_A_WIDTH)) / 2;
  let half = finest;
  while (2 * half < Math.max(box[2] - box[0], box[3] - box[1])) half *= 2;
  // Odd offsets, so that vertices of a drawing do not lie on the corners of squares.
  const root: Square = { x: box[0] + half - 0.317, y: box[1] + half - 0.713, half };
  const open: { readonly square: Square; readonly among: readonly number[] }[] = [
    { square: root, among: reaches.map((_, index) => index) },
  ];
  const lines: Position[][] = [];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { square, among } = next;
    const near = candidates(reaches, among, square, widest_m);
    if (near.length < 2) continue;
    if (square.half > finest) {
      const quarter = square.half / 2;
      for (const [dx, dy] of [
        [-1, -1],
        [1, -1],
        [-1, 1],
        [1, 1],
      ] as const) {
        const child = { x: square.x + dx * quarter, y: square.y + dy * quarter, half: quarter };
        open.push({ square: child, among: near });
      }
      continue;
    }
    near.forEach((one, index) => {
      for (const other of near.slice(index + 1)) {
        const [p, q] = [reaches[one], reaches[other]];
        if (p !== undefined && q !== undefined) lines.push(...equalIn(square, p, q));
      }
    });
  }
  return lines;
}

/** The lines that can be the nearest somewhere in a square, if it reaches within the width at all. */
function candidates(
  reaches: readonly Reach[],
  among: readonly number[],
  { x, y, half }: Square,
  widest_m: number,
): number[] {
  const radius = half * Math.SQRT2 * SLACK;
  const limit_m = widest_m + radius;
  const distances = among.map((index) => reaches[index]?.(x, y, limit_m + 2 * radius) ?? Infinity);
  const least = Math.min(...distances);
  if (!(least <= limit_m)) return [];
  return among.filter((_, at) => (distances[at] ?? Infinity) <= least + 2 * radius);
}

/** The pieces of one square on which two distances are equal. */
function equalIn({ x, y, half }: Square, one: Reach, other: Reach): Position[][] {
  const difference = (px: number, py: number): number => one(px, py, Infinity) - other(px, py, Infinity);
  const corners: [number, number][] = [
    [x - half, y - half],
    [x + half, y - half],
    [x + half, y + half],
    [x - half, y + half],
  ];
  const values = corners.map(([px, py]) => difference(px, py));
  const crossings: [number, number][] = [];
  corners.forEach((from, index) => {
    const to = corners[(index + 1) % 4];
    const [a = 0, b = 0] = [values[index], values[(index + 1) % 4]];
    // Always from the same end, so that the neighbouring square finds the same point.
    if (to === undefined || a > 0 === b > 0) return;
    const forwards = from[0] < to[0] || (from[0] === to[0] && from[1] < to[1]);
    crossings.push(forwards ? root(difference, from, to, a) : root(difference, to, from, b));
  });
  const [p, q, r, s] = crossings;
  if (p === undefined || q === undefined) return [];
  const pairs: [[number, number], [number, number]][] = [[p, q]];
  if (r !== undefined && s !== undefined) {
    // A saddle: the middle tells which corners belong together.
    const middleIsLikeFirst = difference(x, y) > 0 === (values[0] ?? 0) > 0;
    pairs.length = 0;
    pairs.push(
      ...(middleIsLikeFirst
        ? ([
            [p, q],
            [r, s],
          ] as typeof pairs)
        : ([
            [p, s],
            [q, r],
          ] as typeof pairs)),
    );
  }
  return pairs.flatMap(([from, to]) => bent(difference, from, to, 0));
}

/** Where a difference of distances is zero between two places of different sign. */
function root(
  difference: (x: number, y: number) => number,
  from: readonly [number, number],
  to: readonly [number, number],
  atFrom: number,
): [number, number] {
  const at = (t: number): [number, number] => [
    from[0] + t * (to[0] - from[0]),
    from[1] + t * (to[1] - from[1]),
  ];
  // Regula falsi; the value of an end that stays twice is halved (Illinois), so that both ends close in.
  let [low, high] = [0, 1];
  let [below, above] = [atFrom, difference(to[0], to[1])];
  let kept = 0;
  for (let step = 0; step < 60; step += 1) {
    const t = below === above ? (low + high) / 2 : (low * above - high * below) / (above - below);
    const value = difference(...at(t));
    if (Math.abs(value) < ROOT_m) return at(t);
    if (value > 0 === atFrom > 0) {
      [low, below] = [t, value];
      if (kept === 1) above /= 2;
      kept = 1;
    } else {
      [high, above] = [t, value];
      if (kept === -1) below /= 2;
      kept = -1;
    }
  }
  return at((low + high) / 2);
}

/** A straight piece cut in two, with its middle moved across to where the distances are equal, until it is good. */
function bent(
  difference: (x: number, y: number) => number,
  from: readonly [number, number],
  to: readonly [number, number],
  depth: number,
): Position[][] {
  const [mx, my] = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const middle = difference(mx, my);
  if (Math.abs(middle) <= SPLIT_TOLERANCE_m || depth >= DEEPEST_CUT) return [[[...from], [...to]]];
  for (const side of [-0.5, 0.5]) {
    const aside: [number, number] = [mx - dy * side, my + dx * side];
    if (difference(...aside) > 0 === middle > 0) continue;
    const through = root(difference, [mx, my], aside, middle);
    return [...bent(difference, from, through, depth + 1), ...bent(difference, through, to, depth + 1)];
  }
  return [[[...from], [...to]]];
}
