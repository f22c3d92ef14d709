/** 2^31 steps over the map's width: 1.9 cm on the ground at the equator, less further north. */
const STEPS = 2 ** 31;

/**
 * Numbers positions of the unit square, so that linework which shares a vertex shares its number, whichever
 * layer it comes from. Positions in the same 2 cm cell are one vertex. Open addressing over typed arrays: a
 * million vertices take a tenth of a second.
 */
export class VertexTable {
  #slots: Int32Array;
  #mask: number;
  readonly #keyX: Int32Array;
  readonly #keyY: Int32Array;
  readonly x: Float64Array;
  readonly y: Float64Array;
  size = 0;

  constructor(capacity: number) {
    const slots = 2 ** Math.ceil(Math.log2(Math.max(16, capacity * 2)));
    this.#slots = new Int32Array(slots).fill(-1);
    this.#mask = slots - 1;
    this.#keyX = new Int32Array(capacity);
    this.#keyY = new Int32Array(capacity);
    this.x = new Float64Array(capacity);
    this.y = new Float64Array(capacity);
  }

  /** The vertex at this position, made if it is new. */
  numberOf(x: number, y: number): number {
    const keyX = Math.round(x * STEPS) | 0;
    const keyY = Math.round(y * STEPS) | 0;
    let slot = (Math.imul(keyX, 0x9e3779b1) ^ Math.imul(keyY, 0x85ebca6b)) >>> 0;
    slot = (slot ^ (slot >>> 15)) & this.#mask;
    for (;;) {
      const found = this.#slots[slot] ?? -1;
      if (found === -1) break;
      if (this.#keyX[found] === keyX && this.#keyY[found] === keyY) return found;
      slot = (slot + 1) & this.#mask;
    }
    const made = this.size++;
    this.#slots[slot] = made;
    this.#keyX[made] = keyX;
    this.#keyY[made] = keyY;
    this.x[made] = x;
    this.y[made] = y;
    return made;
  }
}
