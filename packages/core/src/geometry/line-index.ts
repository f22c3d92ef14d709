import type { Position } from 'geojson';

/** Segments in a leaf of the tree. */
const LEAF = 8;

/** What the last `nearest` found; one object, overwritten by every query. */
export interface NearestSegment {
  /** Squared planar distance; infinite when nothing was within reach. */
  square: number;
  /** Number of the segment, counted through all lines; -1 when nothing was within reach. */
  segment: number;
  /** The nearest point on it. */
  x: number;
  y: number;
}

/**
 * Answers "which point of these lines is nearest" for planar lines of many short segments. Segments that follow each
 * other lie near each other, so boxes over runs of them, halved again and again, make a good tree without sorting.
 */
export class LineIndex {
  /** Ends of the segments: x0, y0, x1, y1. */
  readonly #segments: Float64Array;
  readonly #count: number;
  /** Boxes of the tree in heap order: west, south, east, north. Leaves begin at `#leaves`. */
  readonly #boxes: Float64Array;
  readonly #leaves: number;
  readonly #stack = new Int32Array(64);
  readonly #squares = new Float64Array(64);
  readonly #found: NearestSegment = { square: Number.POSITIVE_INFINITY, segment: -1, x: 0, y: 0 };

  constructor(lines: readonly (readonly Position[])[]) {
    this.#count = lines.reduce((sum, line) => sum + Math.max(0, line.length - 1), 0);
    this.#segments = new Float64Array(4 * this.#count);
    let at = 0;
    for (const line of lines) {
      for (let i = 0; i + 1 < line.length; i += 1) {
        const [x0 = 0, y0 = 0] = line[i] ?? [];
        const [x1 = 0, y1 = 0] = line[i + 1] ?? [];
        this.#segments.set([x0, y0, x1, y1], at);
        at += 4;
      }
    }
    this.#leaves = 2 ** Math.ceil(Math.log2(Math.max(1, this.#count / LEAF))) - 1;
    this.#boxes = this.#buildBoxes();
  }

  /** Ends of the segments: x0, y0, x1, y1. */
  get ends(): Float64Array {
    return this.#segments;
  }

  /** West, south, east, north of all segments; west > east without any. */
  get box(): readonly [west: number, south: number, east: number, north: number] {
    const [west = 0, south = 0, east = 0, north = 0] = this.#boxes;
    return [west, south, east, north];
  }

  get segmentCount(): number {
    return this.#count;
  }

  /**
   * The nearest point of the lines within `reach` of (x, y). `hint`, the number of a segment thought to be near,
   * saves time and never changes the answer's distance. The answer is overwritten by the next query.
   */
  nearest(x: number, y: number, reach = Number.POSITIVE_INFINITY, hint = -1): Readonly<NearestSegment> {
    const ends = this.#segments;
    const boxes = this.#boxes;
    const stack = this.#stack;
    const squares = this.#squares;
    const leaves = this.#leaves;
    const count = this.#count;
    let best = reach * reach;
    let bestSegment = -1;
    let bestX = 0;
    let bestY = 0;
    // One loop without calls: this is where zones and locating spend their time.
    let depth = 0;
    let from = hint >= 0 && hint < count ? hint : 0;
    let until = hint >= 0 && hint < count ? hint + 1 : 0;
    let started = false;
    for (;;) {
      for (let segment = from; segment < until; segment += 1) {
        const at = 4 * segment;
        const x0 = ends[at] ?? 0;
        const y0 = ends[at + 1] ?? 0;
        const dx = (ends[at + 2] ?? 0) - x0;
        const dy = (ends[at + 3] ?? 0) - y0;
        const length2 = dx * dx + dy * dy;
        let t = length2 === 0 ? 0 : ((x - x0) * dx + (y - y0) * dy) / length2;
        t = t < 0 ? 0 : Math.min(t, 1);
        const px = x0 + t * dx;
        const py = y0 + t * dy;
        const square = (x - px) * (x - px) + (y - py) * (y - py);
        if (square < best || (bestSegment < 0 && square <= best)) {
          best = square;
          bestSegment = segment;
          bestX = px;
          bestY = py;
        }
      }
      if (!started) {
        started = true;
        stack[0] = 0;
        squares[0] = 0;
        depth = count > 0 ? 1 : 0;
      }
      from = 0;
      until = 0;
      while (depth > 0) {
        depth -= 1;
        if ((squares[depth] ?? 0) >= best) continue;
        let node = stack[depth] ?? 0;
        // Down to a leaf by the nearer child each time; the farther one is looked at later, if still within reach.
        while (node < leaves) {
          let at = 8 * node + 4;
          let west = (boxes[at] ?? 0) - x;
          let east = x - (boxes[at + 2] ?? 0);
          let south = (boxes[at + 1] ?? 0) - y;
          let north = y - (boxes[at + 3] ?? 0);
          let dx = Math.max(west, east);
          let dy = Math.max(south, north);
          const left = (dx > 0 ? dx * dx : 0) + (dy > 0 ? dy * dy : 0);
          at += 4;
          west = (boxes[at] ?? 0) - x;
          east = x - (boxes[at + 2] ?? 0);
          south = (boxes[at + 1] ?? 0) - y;
          north = y - (boxes[at + 3] ?? 0);
          dx = Math.max(west, east);
          dy = Math.max(south, north);
          const right = (dx > 0 ? dx * dx : 0) + (dy > 0 ? dy * dy : 0);
          const leftFirst = left <= right;
          const far = leftFirst ? right : left;
          if (far < best) {
            stack[depth] = leftFirst ? 2 * node + 2 : 2 * node + 1;
            squares[depth] = far;
            depth += 1;
          }
          if ((leftFirst ? left : right) >= best) break;
          node = leftFirst ? 2 * node + 1 : 2 * node + 2;
        }
        if (node >= leaves) {
          from = (node - leaves) * LEAF;
          until = Math.min(from + LEAF, count);
          break;
        }
      }
      if (until <= from) break;
    }
    const found = this.#found;
    found.square = bestSegment < 0 ? Number.POSITIVE_INFINITY : best;
    found.segment = bestSegment;
    found.x = bestX;
    found.y = bestY;
    return found;
  }

  /** The point of one segment that is nearest to (x, y), as `nearest` gives it. */
  onSegment(segment: number, x: number, y: number): Readonly<NearestSegment> {
    const at = 4 * segment;
    const [x0, y0] = [this.#segments[at] ?? 0, this.#segments[at + 1] ?? 0];
    const [dx, dy] = [(this.#segments[at + 2] ?? 0) - x0, (this.#segments[at + 3] ?? 0) - y0];
    const length2 = dx * dx + dy * dy;
    const along = length2 === 0 ? 0 : ((x - x0) * dx + (y - y0) * dy) / length2;
    const t = Math.min(1, Math.max(0, along));
    const found = this.#found;
    found.x = x0 + t * dx;
    found.y = y0 + t * dy;
    found.square = (x - found.x) ** 2 + (y - found.y) ** 2;
    found.segment = segment;
    return found;
  }

  /**
   * On which side of a segment, as it runs, a point lies for which that segment is nearest: positive to the left,
   * negative to the right, 0 on it. At a vertex the segments on both sides of it decide together.
   */
  sideOf(segment: number, x: number, y: number): number {
    const ends = this.#segments;
    const at = 4 * segment;
    const [x0, y0] = [ends[at] ?? 0, ends[at + 1] ?? 0];
    const [x1, y1] = [ends[at + 2] ?? 0, ends[at + 3] ?? 0];
    const [dx, dy] = [x1 - x0, y1 - y0];
    const along = (x - x0) * dx + (y - y0) * dy;
    const length2 = dx * dx + dy * dy;
    const own = dx * (y - y0) - dy * (x - x0);
    const other = along >= length2 ? segment + 1 : along <= 0 ? segment - 1 : -1;
    if (other < 0 || other >= this.#count) return own;
    const [ox0, oy0] = [ends[4 * other] ?? 0, ends[4 * other + 1] ?? 0];
    const [ox1, oy1] = [ends[4 * other + 2] ?? 0, ends[4 * other + 3] ?? 0];
    const joined = other > segment ? ox0 === x1 && oy0 === y1 : ox1 === x0 && oy1 === y0;
    const otherLength = Math.hypot(ox1 - ox0, oy1 - oy0);
    if (!joined || otherLength === 0 || length2 === 0) return own;
    const theirs = (ox1 - ox0) * (y - oy0) - (oy1 - oy0) * (x - ox0);
    return own / Math.sqrt(length2) + theirs / otherLength;
  }

  #buildBoxes(): Float64Array {
    const boxes = new Float64Array(4 * (2 * this.#leaves + 1));
    const ends = this.#segments;
    for (let node = 2 * this.#leaves; node >= 0; node -= 1) {
      let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
      const cover = (source: Float64Array, from: number, until: number): void => {
        for (let at = from; at < until; at += 2) {
          west = Math.min(west, source[at] ?? 0);
          south = Math.min(south, source[at + 1] ?? 0);
          east = Math.max(east, source[at] ?? 0);
          north = Math.max(north, source[at + 1] ?? 0);
        }
      };
      if (node >= this.#leaves) {
        const first = (node - this.#leaves) * LEAF;
        cover(ends, 4 * first, 4 * Math.min(first + LEAF, this.#count));
      } else {
        cover(boxes, 4 * (2 * node + 1), 4 * (2 * node + 3));
      }
      boxes.set([west, south, east, north], 4 * node);
    }
    return boxes;
  }
}
