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

  get segmentCount(): number {
    return this.#count;
  }

  /**
   * The nearest point of the lines within `reach` of (x, y). `hint`, the number of a segment thought to be near,
   * saves time and never changes the answer's distance. The answer is overwritten by the next query.
   */
  nearest(x: number, y: number, reach = Number.POSITIVE_INFINITY, hint = -1): Readonly<NearestSegment> {
    const found = this.#found;
    found.square = reach * reach;
    found.segment = -1;
    if (hint >= 0 && hint < this.#count) this.#trySegment(hint, x, y);
    const stack = this.#stack;
    const squares = this.#squares;
    stack[0] = 0;
    squares[0] = 0;
    let depth = this.#count > 0 ? 1 : 0;
    while (depth > 0) {
      depth -= 1;
      if ((squares[depth] ?? 0) >= found.square) continue;
      const node = stack[depth] ?? 0;
      if (node >= this.#leaves) {
        this.#tryLeaf(node, x, y);
        continue;
      }
      // The farther child is looked at last, when it is most likely beyond reach.
      const left = this.#squareToBox(2 * node + 1, x, y);
      const right = this.#squareToBox(2 * node + 2, x, y);
      const leftFirst = left <= right;
      stack[depth] = leftFirst ? 2 * node + 2 : 2 * node + 1;
      squares[depth] = leftFirst ? right : left;
      stack[depth + 1] = leftFirst ? 2 * node + 1 : 2 * node + 2;
      squares[depth + 1] = leftFirst ? left : right;
      depth += 2;
    }
    if (found.segment < 0) found.square = Number.POSITIVE_INFINITY;
    return found;
  }

  #tryLeaf(node: number, x: number, y: number): void {
    const first = (node - this.#leaves) * LEAF;
    const end = Math.min(first + LEAF, this.#count);
    for (let segment = first; segment < end; segment += 1) this.#trySegment(segment, x, y);
  }

  #trySegment(segment: number, x: number, y: number): void {
    const ends = this.#segments;
    const x0 = ends[4 * segment] ?? 0;
    const y0 = ends[4 * segment + 1] ?? 0;
    const dx = (ends[4 * segment + 2] ?? 0) - x0;
    const dy = (ends[4 * segment + 3] ?? 0) - y0;
    const length2 = dx * dx + dy * dy;
    const along = length2 === 0 ? 0 : ((x - x0) * dx + (y - y0) * dy) / length2;
    const t = Math.min(1, Math.max(0, along));
    const px = x0 + t * dx;
    const py = y0 + t * dy;
    const square = (x - px) * (x - px) + (y - py) * (y - py);
    const found = this.#found;
    if (square < found.square || (found.segment < 0 && square <= found.square)) {
      found.square = square;
      found.segment = segment;
      found.x = px;
      found.y = py;
    }
  }

  #squareToBox(node: number, x: number, y: number): number {
    const boxes = this.#boxes;
    const at = 4 * node;
    const west = (boxes[at] ?? 0) - x;
    const south = (boxes[at + 1] ?? 0) - y;
    const east = x - (boxes[at + 2] ?? 0);
    const north = y - (boxes[at + 3] ?? 0);
    const dx = Math.max(west, east, 0);
    const dy = Math.max(south, north, 0);
    return dx * dx + dy * dy;
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
