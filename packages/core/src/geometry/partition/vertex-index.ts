/** Numbers equal positions alike, bit by bit; an open-addressing table, since a million string keys take seconds. */
export class VertexIndex {
  #table: Int32Array;
  #xy: Float64Array;
  #count = 0;
  readonly #probe = new Float64Array(2);
  readonly #bits = new Uint32Array(this.#probe.buffer);

  /** `expected` positions fit without growing. */
  constructor(expected = 1 << 11) {
    const size = 2 ** Math.ceil(Math.log2(Math.max(16, expected)));
    this.#table = new Int32Array(2 * size).fill(-1);
    this.#xy = new Float64Array(2 * size);
  }

  get count(): number {
    return this.#count;
  }

  x(id: number): number {
    return this.#xy[2 * id] ?? Number.NaN;
  }

  y(id: number): number {
    return this.#xy[2 * id + 1] ?? Number.NaN;
  }

  /** x and y of all positions in the order of their numbers. */
  positions(): Float64Array {
    return this.#xy.slice(0, 2 * this.#count);
  }

  /** The number of this position, given now if it is new. */
  idOf(x: number, y: number): number {
    if (2 * this.#count >= this.#table.length) this.#grow();
    const slot = this.#slot(x, y);
    const known = this.#table[slot] ?? -1;
    if (known >= 0) return known;
    const id = this.#count;
    if (2 * id + 2 > this.#xy.length) {
      const wider = new Float64Array(2 * this.#xy.length);
      wider.set(this.#xy);
      this.#xy = wider;
    }
    this.#xy[2 * id] = x;
    this.#xy[2 * id + 1] = y;
    this.#table[slot] = id;
    this.#count += 1;
    return id;
  }

  /**
   * `idOf` for one who walks along an outline and had `last` before: what a neighbour walked already bears the next lower or
   * higher number, and is found without the table.
   */
  idBeside(last: number, x: number, y: number): number {
    const xy = this.#xy;
    if (last > 0 && xy[2 * last - 2] === x && xy[2 * last - 1] === y) return last - 1;
    if (last >= 0 && last + 1 < this.#count && xy[2 * last + 2] === x && xy[2 * last + 3] === y)
      return last + 1;
    return this.idOf(x, y);
  }

  #slot(x: number, y: number): number {
    // Adding zero turns -0 into 0, so that the two have one hash.
    this.#probe[0] = x + 0;
    this.#probe[1] = y + 0;
    const bits = this.#bits;
    let hash = 0;
    for (let at = 0; at < 4; at += 1) {
      const word = bits[at] ?? 0;
      hash = Math.imul(hash ^ word ^ (word >>> 15), 0x9e3779b1);
    }
    const mask = this.#table.length - 1;
    let slot = (hash ^ (hash >>> 13)) & mask;
    for (;;) {
      const id = this.#table[slot] ?? -1;
      if (id < 0 || (this.x(id) === x && this.y(id) === y)) return slot;
      slot = (slot + 1) & mask;
    }
  }

  #grow(): void {
    this.#table = new Int32Array(2 * this.#table.length).fill(-1);
    for (let id = 0; id < this.#count; id += 1) this.#table[this.#slot(this.x(id), this.y(id))] = id;
  }
}
