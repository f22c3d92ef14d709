import { BUFFER, EXTENT } from './grid.js';

const SIDE = EXTENT + 2 * BUFFER + 1;
const BUCKET = 32;
const BUCKETS = Math.ceil(SIDE / BUCKET);

/** Which grid points of a tile are taken: one bit each, cleared point by point so that it can be used again. */
export class PointSet {
  readonly #bits = new Uint32Array(Math.ceil((SIDE * SIDE) / 32));

  /** Whether the point was new. */
  add(x: number, y: number): boolean {
    const at = (y + BUFFER) * SIDE + x + BUFFER;
    const [word, bit] = [at >>> 5, 1 << (at & 31)];
    const before = this.#bits[word] ?? 0;
    if ((before & bit) !== 0) return false;
    this.#bits[word] = before | bit;
    return true;
  }

  delete(x: number, y: number): void {
    const at = (y + BUFFER) * SIDE + x + BUFFER;
    this.#bits[at >>> 5] = (this.#bits[at >>> 5] ?? 0) & ~(1 << (at & 31));
  }
}

/**
 * The grid points that some vertex of a tile's layer is rounded to. Rounding moves vertices; to keep lines from
 * crossing each other, every segment that passes through the square around such a point is bent to go through
 * the point (snap rounding: Hobby 1999). Lines that did not cross before then meet in grid points only.
 */
export class HotPixels {
  readonly #x: number[] = [];
  readonly #y: number[] = [];
  readonly #starts = new Int32Array(BUCKETS * BUCKETS + 1);
  #members = new Int32Array(0);

  constructor(lines: Iterable<readonly number[]>, seen: PointSet) {
    for (const line of lines) {
      for (let at = 0; at < line.length; at += 2) {
        const x = Math.round(line[at] ?? 0);
        const y = Math.round(line[at + 1] ?? 0);
        if (!seen.add(x, y)) continue;
        this.#x.push(x);
        this.#y.push(y);
      }
    }
    for (let at = 0; at < this.#x.length; at++) seen.delete(this.#x[at] ?? 0, this.#y[at] ?? 0);
    this.#fillBuckets();
  }

  #fillBuckets(): void {
    const starts = this.#starts;
    const buckets = new Int32Array(this.#x.length);
    for (let at = 0; at < buckets.length; at++) {
      const bucket = bucketOf(this.#y[at] ?? 0) * BUCKETS + bucketOf(this.#x[at] ?? 0);
      buckets[at] = bucket;
      starts[bucket + 1] = (starts[bucket + 1] ?? 0) + 1;
    }
    for (let at = 1; at < starts.length; at++) starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0);
    const next = starts.slice();
    this.#members = new Int32Array(buckets.length);
    for (let member = 0; member < buckets.length; member++) {
      const bucket = buckets[member] ?? 0;
      const at = next[bucket] ?? 0;
      this.#members[at] = member;
      next[bucket] = at + 1;
    }
  }

  /** Bends one line: rounded vertices with the points passed in between, none twice in a row. */
  bend(line: readonly number[], closed: boolean): number[] {
    const out: number[] = [];
    const push = (x: number, y: number): void => {
      if (out.length > 0 && out[out.length - 2] === x && out[out.length - 1] === y) return;
      out.push(x, y);
    };
    for (let at = 0; at < line.length; at += 2) {
      const x0 = line[at] ?? 0;
      const y0 = line[at + 1] ?? 0;
      push(Math.round(x0), Math.round(y0));
      const next = at + 2 < line.length ? at + 2 : 0;
      if (next === 0 && !closed) break;
      this.#passed(x0, y0, line[next] ?? 0, line[next + 1] ?? 0, push);
    }
    while (closed && out.length > 2 && out[0] === out[out.length - 2] && out[1] === out[out.length - 1]) {
      out.length -= 2;
    }
    return out;
  }

  /** The points between a and b in order. Found the same way from both ends, so that neighbours agree. */
  #passed(ax: number, ay: number, bx: number, by: number, push: (x: number, y: number) => void): void {
    const forward = ax < bx || (ax === bx && ay <= by);
    const x0 = forward ? ax : bx;
    const y0 = forward ? ay : by;
    const x1 = forward ? bx : ax;
    const y1 = forward ? by : ay;
    const startX = Math.round(x0);
    const startY = Math.round(y0);
    const endX = Math.round(x1);
    const endY = Math.round(y1);
    const dx = x1 - x0;
    const dy = y1 - y0;
    const reach = (Math.abs(dx) + Math.abs(dy)) / 2;
    const north = Math.min(y0, y1);
    const south = Math.max(y0, y1);
    const members = this.#members;
    const starts = this.#starts;
    const pointX = this.#x;
    const pointY = this.#y;
    let found: { x: number; y: number; along: number }[] | undefined;
    const lastRow = bucketOf(south + 1);
    for (let row = bucketOf(north - 1); row <= lastRow; row++) {
      const [firstColumn, lastColumn] = columnsInRow(row, x0, y0, dx, dy, x1);
      const to = starts[row * BUCKETS + lastColumn + 1] ?? 0;
      for (let at = starts[row * BUCKETS + firstColumn] ?? 0; at < to; at++) {
        const member = members[at] ?? 0;
        const x = pointX[member] ?? 0;
        const y = pointY[member] ?? 0;
        if ((x === startX && y === startY) || (x === endX && y === endY)) continue;
        if (x < x0 - 0.5 || x > x1 + 0.5 || y < north - 0.5 || y > south + 0.5) continue;
        if (Math.abs(dx * (y - y0) - dy * (x - x0)) > reach) continue;
        found ??= [];
        found.push({ x, y, along: dx * x + dy * y });
      }
    }
    if (found === undefined) return;
    found.sort((a, b) => (forward ? a.along - b.along : b.along - a.along));
    for (const { x, y } of found) push(x, y);
  }
}

function bucketOf(step: number): number {
  return Math.max(0, Math.min(BUCKETS - 1, Math.floor((step + BUFFER) / BUCKET)));
}

/** The bucket columns a segment (left to right) may touch within one row of buckets, half a step of margin. */
function columnsInRow(
  row: number,
  x0: number,
  y0: number,
  dx: number,
  dy: number,
  x1: number,
): [number, number] {
  if (dy === 0) return [bucketOf(x0 - 1), bucketOf(x1 + 1)];
  const top = row * BUCKET - BUFFER - 1;
  const [a, b] = [x0 + (dx * (top - y0)) / dy, x0 + (dx * (top + BUCKET + 2 - y0)) / dy];
  const [west, east] = [Math.max(x0, Math.min(a, b)), Math.min(x1, Math.max(a, b))];
  return [bucketOf(west - 1), bucketOf(east + 1)];
}
