/**
 * Remembers, for points of a plane, the lon/lat they came from, by their exact coordinates: what comes back from the
 * engine unmoved gets its own position back, to the last bit. Numbers the places on the way.
 */
export class PlaceTable {
  #places = new Float64Array(4 * 1024);
  #count = 0;
  #slots = new Int32Array(4096).fill(-1);
  readonly #hashed = new Float64Array(2);
  readonly #bits = new Uint32Array(this.#hashed.buffer);

  /** The place's number; a place already known keeps the lon/lat it had. */
  add(x: number, y: number, lon: number, lat: number): number {
    const slot = this.#slot(x, y);
    const known = this.#slots[slot] ?? -1;
    if (known >= 0) return known;
    const number = this.#count;
    this.#count += 1;
    if (4 * this.#count > this.#places.length) this.#growPlaces();
    this.#places.set([x, y, lon, lat], 4 * number);
    this.#slots[slot] = number;
    if (2 * this.#count > this.#slots.length) this.#growSlots();
    return number;
  }

  /** The lon/lat a point came from, if it is a known place. */
  lonLatOf(x: number, y: number): [lon: number, lat: number] | undefined {
    const number = this.#slots[this.#slot(x, y)] ?? -1;
    if (number < 0) return undefined;
    return [this.#places[4 * number + 2] ?? 0, this.#places[4 * number + 3] ?? 0];
  }

  #slot(x: number, y: number): number {
    this.#hashed[0] = x;
    this.#hashed[1] = y;
    const bits = this.#bits;
    const mask = this.#slots.length - 1;
    let hash =
      Math.imul(bits[0] ?? 0, 0x9e3779b1) ^
      Math.imul(bits[1] ?? 0, 0x85ebca6b) ^
      Math.imul(bits[2] ?? 0, 0xc2b2ae35) ^
      Math.imul(bits[3] ?? 0, 0x27d4eb2f);
    hash ^= hash >>> 15;
    let slot = hash & mask;
    for (;;) {
      const number = this.#slots[slot] ?? -1;
      if (number < 0) return slot;
      if (this.#places[4 * number] === x && this.#places[4 * number + 1] === y) return slot;
      slot = (slot + 1) & mask;
    }
  }

  #growPlaces(): void {
    const larger = new Float64Array(2 * this.#places.length);
    larger.set(this.#places);
    this.#places = larger;
  }

  #growSlots(): void {
    this.#slots = new Int32Array(2 * this.#slots.length).fill(-1);
    for (let number = 0; number < this.#count; number += 1) {
      this.#slots[this.#slot(this.#places[4 * number] ?? 0, this.#places[4 * number + 1] ?? 0)] = number;
    }
  }
}
