import { BUFFER, EXTENT, type TileFrame } from './grid.js';
import { nearVertices } from './stretches.js';

const LEAST = -BUFFER;
const GREATEST = EXTENT + BUFFER;

/** The position where the line from a to b crosses `bound`, along the other axis; the same seen from b to a. */
function crossing(along0: number, across0: number, along1: number, across1: number, bound: number): number {
  return along0 < along1 || (along0 === along1 && across0 < across1)
    ? across0 + ((bound - along0) * (across1 - across0)) / (along1 - along0)
    : across1 + ((bound - along1) * (across0 - across1)) / (along0 - along1);
}

/** One side of the box: what of a ring lies at or beyond `bound` on `axis` (0: x, 1: y), towards `sign`. */
function clipSide(ring: readonly number[], axis: 0 | 1, bound: number, sign: 1 | -1): number[] {
  const other = 1 - axis;
  const out: number[] = [];
  const push = (along: number, across: number): void => {
    if (axis === 0) out.push(along, across);
    else out.push(across, along);
  };
  let along0 = ring[ring.length - 2 + axis] ?? 0;
  let across0 = ring[ring.length - 2 + other] ?? 0;
  let inside0 = (along0 - bound) * sign >= 0;
  for (let at = 0; at < ring.length; at += 2) {
    const along1 = ring[at + axis] ?? 0;
    const across1 = ring[at + other] ?? 0;
    const inside1 = (along1 - bound) * sign >= 0;
    if (inside0 !== inside1) push(bound, crossing(along0, across0, along1, across1, bound));
    if (inside1) push(along1, across1);
    along0 = along1;
    across0 = across1;
    inside0 = inside1;
  }
  return out;
}

/** A line in the tile's steps, not yet rounded; the box around it tells what clipping it needs. */
function toSteps(
  whole: Float64Array,
  { scale, left, top }: TileFrame,
): { steps: number[]; bounds: [number, number, number, number] } {
  const xy = nearVertices(
    whole,
    (left + LEAST) / scale,
    (top + LEAST) / scale,
    (left + GREATEST) / scale,
    (top + GREATEST) / scale,
  );
  const steps = new Array<number>(xy.length);
  let west = Infinity;
  let north = Infinity;
  let east = -Infinity;
  let south = -Infinity;
  for (let at = 0; at < xy.length; at += 2) {
    const x = (xy[at] ?? 0) * scale - left;
    const y = (xy[at + 1] ?? 0) * scale - top;
    steps[at] = x;
    steps[at + 1] = y;
    if (x < west) west = x;
    if (x > east) east = x;
    if (y < north) north = y;
    if (y > south) south = y;
  }
  return { steps, bounds: [west, north, east, south] };
}

/**
 * What of a ring lies in the tile and its buffer, in steps, not rounded. Where the ring leaves and comes back it
 * runs along the edge of the buffer, over itself if need be: `traceRings` takes such runs away. Empty when the
 * ring lies outside.
 */
export function clipRing(xy: Float64Array, frame: TileFrame): number[] {
  const { steps, bounds } = toSteps(xy, frame);
  const [west, north, east, south] = bounds;
  if (east < LEAST || west > GREATEST || south < LEAST || north > GREATEST) return [];
  let ring = steps;
  if (west < LEAST) ring = clipSide(ring, 0, LEAST, 1);
  if (east > GREATEST) ring = clipSide(ring, 0, GREATEST, -1);
  if (north < LEAST) ring = clipSide(ring, 1, LEAST, 1);
  if (south > GREATEST) ring = clipSide(ring, 1, GREATEST, -1);
  return ring;
}

/** The stretch of a segment inside the box as two fractions of it; `undefined` when it misses. */
function stretchInside(x0: number, y0: number, x1: number, y1: number): [number, number] | undefined {
  let [from, to] = [0, 1];
  for (const [start, delta] of [
    [x0, x1 - x0],
    [y0, y1 - y0],
  ] as const) {
    if (delta === 0) {
      if (start < LEAST || start > GREATEST) return undefined;
      continue;
    }
    const [a, b] = [(LEAST - start) / delta, (GREATEST - start) / delta];
    from = Math.max(from, Math.min(a, b));
    to = Math.min(to, Math.max(a, b));
  }
  return from <= to ? [from, to] : undefined;
}

/** The pieces of an open line in the tile and its buffer, in steps, not rounded. */
export function clipLine(xy: Float64Array, frame: TileFrame): number[][] {
  const { steps, bounds } = toSteps(xy, frame);
  const [west, north, east, south] = bounds;
  if (east < LEAST || west > GREATEST || south < LEAST || north > GREATEST) return [];
  if (west >= LEAST && east <= GREATEST && north >= LEAST && south <= GREATEST) return [steps];
  const pieces: number[][] = [];
  let piece: number[] | undefined;
  for (let at = 2; at < steps.length; at += 2) {
    const [x0, y0] = [steps[at - 2] ?? 0, steps[at - 1] ?? 0];
    const [x1, y1] = [steps[at] ?? 0, steps[at + 1] ?? 0];
    const stretch = stretchInside(x0, y0, x1, y1);
    if (stretch === undefined) {
      piece = undefined;
      continue;
    }
    const [from, to] = stretch;
    if (piece === undefined || from > 0) {
      piece = [x0 + from * (x1 - x0), y0 + from * (y1 - y0)];
      pieces.push(piece);
    }
    piece.push(x0 + to * (x1 - x0), y0 + to * (y1 - y0));
    if (to < 1) piece = undefined;
  }
  return pieces;
}
