/** Segments a cell may keep before it is quartered. */
const FEW = 12;
/** A cell is quartered when this many points have come to it: fewer do not pay for it. */
const VISITS = 4;
/** Cells are not quartered below this part of the whole. */
const DEEPEST = 18;
/** Numbers kept in all lists together; beyond, cells stay as they are. */
const MOST_LISTED = 48_000_000;
/** Of a squared distance: far over what rounding may hide, far under what matters. */
const ROUNDING = 1e-12;

/**
 * Answers "which segment is nearest" for very many points: quarters the plane where points are asked for, and keeps for
 * each cell the few segments that can be nearest somewhere in it. A cell learns once; a million points cost little more
 * than walking down to their cells.
 */
export class NearestCells {
  readonly #ends: Float64Array;
  /** The whole is a square. */
  readonly #west: number;
  readonly #south: number;
  readonly #size: number;
  /** Per cell: where its list begins, how many it holds, and its four children (0: not made yet; 1: never). */
  #lists = new Int32Array(1 << 12);
  #counts = new Int32Array(1 << 12);
  #children = new Int32Array(1 << 14);
  #visits = new Uint8Array(1 << 12);
  #cells = 2;
  #listed = new Int32Array(1 << 16);
  #used = 0;
  #scratch: Float64Array;

  /** Ends of the segments: x0, y0, x1, y1, in the plane; a square that holds the points to be asked about. */
  constructor(
    ends: Float64Array,
    square: { readonly west: number; readonly south: number; readonly size: number },
  ) {
    this.#ends = ends;
    this.#west = square.west;
    this.#south = square.south;
    this.#size = square.size;
    const count = ends.length / 4;
    this.#scratch = new Float64Array(count);
    this.#reserve(count);
    for (let segment = 0; segment < count; segment += 1) this.#listed[segment] = segment;
    this.#used = count;
    this.#lists[1] = 0;
    this.#counts[1] = count;
  }

  /** The number of the segment nearest to a point; -1 outside the square, and when there is none. */
  nearest(x: number, y: number): number {
    let [west, south, size] = [this.#west, this.#south, this.#size];
    if (!(x >= west && y >= south && x < west + size && y < south + size)) return -1;
    let cell = 1;
    for (let depth = 0; (this.#counts[cell] ?? 0) > FEW && depth < DEEPEST; depth += 1) {
      const visits = this.#visits[cell] ?? 0;
      if (visits < VISITS) {
        this.#visits[cell] = visits + 1;
        break;
      }
      size /= 2;
      let quarter = 0;
      if (x >= west + size) {
        west += size;
        quarter = 1;
      }
      if (y >= south + size) {
        south += size;
        quarter += 2;
      }
      const known = this.#children[4 * cell + quarter] ?? 0;
      const child =
        known === 0 ? this.#make(cell, quarter, west + size / 2, south + size / 2, size / 2) : known;
      if (child === 1) break;
      cell = child;
    }
    return this.#nearestOf(cell, x, y);
  }

  #nearestOf(cell: number, x: number, y: number): number {
    const listed = this.#listed;
    const first = this.#lists[cell] ?? 0;
    const past = first + (this.#counts[cell] ?? 0);
    let best = Number.POSITIVE_INFINITY;
    let found = -1;
    for (let at = first; at < past; at += 1) {
      const segment = listed[at] ?? 0;
      const square = squareTo(this.#ends, segment, x, y);
      if (square < best) {
        best = square;
        found = segment;
      }
    }
    return found;
  }

  /** A child with those of its parent's segments that can be nearest to a place in it. */
  #make(parent: number, quarter: number, x: number, y: number, half: number): number {
    const first = this.#lists[parent] ?? 0;
    const count = this.#counts[parent] ?? 0;
    if (this.#used + count > MOST_LISTED) {
      this.#children[4 * parent + quarter] = 1;
      return 1;
    }
    this.#reserve(count);
    const ends = this.#ends;
    const scratch = this.#scratch;
    let least = Number.POSITIVE_INFINITY;
    let best = 0;
    for (let at = 0; at < count; at += 1) {
      const segment = this.#listed[first + at] ?? 0;
      const square = squareTo(ends, segment, x, y);
      scratch[at] = square;
      if (square < least) {
        least = square;
        best = segment;
      }
    }
    const [nearX, nearY] = nearestOn(ends, best, x, y);
    const child = this.#cells;
    this.#cells += 1;
    this.#lists[child] = this.#used;
    for (let at = 0; at < count; at += 1) {
      const segment = this.#listed[first + at] ?? 0;
      // |q−p|² − |q−n|² is linear in q: over the cell it falls by half a side times the way from n to p, at most.
      const reach = Math.max(
        Math.abs((ends[4 * segment] ?? 0) - nearX) + Math.abs((ends[4 * segment + 1] ?? 0) - nearY),
        Math.abs((ends[4 * segment + 2] ?? 0) - nearX) + Math.abs((ends[4 * segment + 3] ?? 0) - nearY),
      );
      if ((scratch[at] ?? 0) - least > 2 * half * reach + ROUNDING * least) continue;
      this.#listed[this.#used] = segment;
      this.#used += 1;
    }
    this.#counts[child] = this.#used - (this.#lists[child] ?? 0);
    this.#children[4 * parent + quarter] = child;
    return child;
  }

  /** Room for one more cell and so many more numbers. */
  #reserve(numbers: number): void {
    if (this.#used + numbers > this.#listed.length) {
      const larger = new Int32Array(Math.max(2 * this.#listed.length, this.#used + numbers));
      larger.set(this.#listed);
      this.#listed = larger;
    }
    if (this.#cells + 1 < this.#lists.length) return;
    const wider = (array: Int32Array): Int32Array<ArrayBuffer> => {
      const larger = new Int32Array(2 * array.length);
      larger.set(array);
      return larger;
    };
    this.#lists = wider(this.#lists);
    this.#counts = wider(this.#counts);
    this.#children = wider(this.#children);
    const visits = new Uint8Array(2 * this.#visits.length);
    visits.set(this.#visits);
    this.#visits = visits;
  }
}

function nearestOn(ends: Float64Array, segment: number, x: number, y: number): [x: number, y: number] {
  const at = 4 * segment;
  const [x0, y0] = [ends[at] ?? 0, ends[at + 1] ?? 0];
  const [dx, dy] = [(ends[at + 2] ?? 0) - x0, (ends[at + 3] ?? 0) - y0];
  const length2 = dx * dx + dy * dy;
  const along = length2 === 0 ? 0 : ((x - x0) * dx + (y - y0) * dy) / length2;
  const t = Math.min(1, Math.max(0, along));
  return [x0 + t * dx, y0 + t * dy];
}

function squareTo(ends: Float64Array, segment: number, x: number, y: number): number {
  const at = 4 * segment;
  const x0 = ends[at] ?? 0;
  const y0 = ends[at + 1] ?? 0;
  const dx = (ends[at + 2] ?? 0) - x0;
  const dy = (ends[at + 3] ?? 0) - y0;
  const length2 = dx * dx + dy * dy;
  const along = length2 === 0 ? 0 : ((x - x0) * dx + (y - y0) * dy) / length2;
  const t = along < 0 ? 0 : Math.min(along, 1);
  const px = x - x0 - t * dx;
  const py = y - y0 - t * dy;
  return px * px + py * py;
}
