/** Vertices of many paths in one growing array: x, y, x, y. */
export class VertexBuffer {
  xy: Float64Array;
  /** Vertices, not numbers. */
  count = 0;

  constructor(vertices = 64) {
    this.xy = new Float64Array(2 * vertices);
  }

  push(x: number, y: number): void {
    this.reserve(1);
    this.xy[2 * this.count] = x;
    this.xy[2 * this.count + 1] = y;
    this.count += 1;
  }

  /** Adds the first so many vertices of another array. */
  append(xy: Float64Array, vertices: number): void {
    this.reserve(vertices);
    this.xy.set(xy.subarray(0, 2 * vertices), 2 * this.count);
    this.count += vertices;
  }

  /** Makes room for so many more. */
  reserve(vertices: number): void {
    const needed = 2 * (this.count + vertices);
    if (needed <= this.xy.length) return;
    const wider = new Float64Array(Math.max(2 * this.xy.length, needed));
    wider.set(this.xy);
    this.xy = wider;
  }
}
