/** The vertices still standing, in square cells; asked whether any of them lies in a triangle. */
export class PointGrid {
  readonly #x: Float64Array;
  readonly #y: Float64Array;
  readonly #west: number;
  readonly #north: number;
  readonly #cell: number;
  readonly #columns: number;
  readonly #rows: number;
  readonly #starts: Int32Array;
  readonly #members: Int32Array;

  constructor(x: Float64Array, y: Float64Array, members: Int32Array) {
    this.#x = x;
    this.#y = y;
    let [west, south, east, north] = [Infinity, -Infinity, -Infinity, Infinity];
    for (const member of members) {
      const px = x[member] ?? 0;
      const py = y[member] ?? 0;
      if (px < west) west = px;
      if (px > east) east = px;
      if (py < north) north = py;
      if (py > south) south = py;
    }
    this.#west = west;
    this.#north = north;
    const [width, height] = [Math.max(east - west, 1e-12), Math.max(south - north, 1e-12)];
    this.#cell = Math.max(
      Math.sqrt((width * height) / Math.max(1, members.length)),
      width / 4096,
      height / 4096,
    );
    this.#columns = Math.floor(width / this.#cell) + 1;
    this.#rows = Math.floor(height / this.#cell) + 1;
    this.#starts = new Int32Array(this.#columns * this.#rows + 1);
    for (const member of members) this.#count(this.#cellOf(member) + 1);
    for (let at = 1; at < this.#starts.length; at++)
      this.#starts[at] = (this.#starts[at] ?? 0) + (this.#starts[at - 1] ?? 0);
    const next = this.#starts.slice();
    this.#members = new Int32Array(members.length);
    for (const member of members) {
      const cell = this.#cellOf(member);
      const at = next[cell] ?? 0;
      this.#members[at] = member;
      next[cell] = at + 1;
    }
  }

  #count(at: number): void {
    this.#starts[at] = (this.#starts[at] ?? 0) + 1;
  }

  #column(x: number): number {
    return Math.max(0, Math.min(this.#columns - 1, Math.floor((x - this.#west) / this.#cell)));
  }

  #row(y: number): number {
    return Math.max(0, Math.min(this.#rows - 1, Math.floor((y - this.#north) / this.#cell)));
  }

  #cellOf(vertex: number): number {
    return this.#row(this.#y[vertex] ?? 0) * this.#columns + this.#column(this.#x[vertex] ?? 0);
  }

  /** Whether a standing vertex other than a, b and c lies in the closed triangle. */
  anyInTriangle(a: number, b: number, c: number, standing: Uint8Array): boolean {
    const x = this.#x;
    const y = this.#y;
    const starts = this.#starts;
    const members = this.#members;
    const ax = x[a] ?? 0;
    const ay = y[a] ?? 0;
    const bx = x[b] ?? 0;
    const by = y[b] ?? 0;
    const cx = x[c] ?? 0;
    const cy = y[c] ?? 0;
    const west = Math.min(ax, bx, cx);
    const east = Math.max(ax, bx, cx);
    const north = Math.min(ay, by, cy);
    const south = Math.max(ay, by, cy);
    const firstColumn = this.#column(west);
    const lastColumn = this.#column(east);
    const lastRow = this.#row(south);
    for (let row = this.#row(north); row <= lastRow; row++) {
      const from = starts[row * this.#columns + firstColumn] ?? 0;
      const to = starts[row * this.#columns + lastColumn + 1] ?? 0;
      for (let at = from; at < to; at++) {
        const vertex = members[at] ?? 0;
        if (standing[vertex] === 0 || vertex === a || vertex === b || vertex === c) continue;
        const px = x[vertex] ?? 0;
        const py = y[vertex] ?? 0;
        if (px < west || px > east || py < north || py > south) continue;
        const ab = (bx - ax) * (py - ay) - (by - ay) * (px - ax);
        const bc = (cx - bx) * (py - by) - (cy - by) * (px - bx);
        const ca = (ax - cx) * (py - cy) - (ay - cy) * (px - cx);
        if ((ab >= 0 && bc >= 0 && ca >= 0) || (ab <= 0 && bc <= 0 && ca <= 0)) return true;
      }
    }
    return false;
  }
}
