/**
 * Remembers ids in 16 bytes each, or fewer, whatever their length: by a hash of 64 bits, which two of a million
 * different ids share once in some forty million files.
 */
export class SeenIds {
  #slots = new Uint32Array(2 << 12);
  #count = 0;

  get count(): number {
    return this.#count;
  }

  /** Whether the id is new; it is known afterwards. */
  add(id: string): boolean {
    if (this.#count * 4 >= this.#slots.length) this.#grow();
    const [one, two] = hashOf(id);
    const isNew = put(this.#slots, one, two);
    if (isNew) this.#count += 1;
    return isNew;
  }

  #grow(): void {
    const old = this.#slots;
    this.#slots = new Uint32Array(old.length * 2);
    for (let at = 0; at < old.length; at += 2) {
      const [one = 0, two = 0] = [old[at], old[at + 1]];
      if (one !== 0) put(this.#slots, one, two);
    }
  }
}

/** Puts a pair where it belongs; `false` where it stands already. An empty slot begins with 0, a pair never does. */
function put(slots: Uint32Array, one: number, two: number): boolean {
  const mask = slots.length / 2 - 1;
  for (let slot = two & mask; ; slot = (slot + 1) & mask) {
    if (slots[2 * slot] === 0) {
      slots[2 * slot] = one;
      slots[2 * slot + 1] = two;
      return true;
    }
    if (slots[2 * slot] === one && slots[2 * slot + 1] === two) return false;
  }
}

/** Two mixes of all letters with different multipliers. */
function hashOf(id: string): readonly [number, number] {
  let [one, two] = [0x811c9dc5, 0x9e3779b9];
  for (let at = 0; at < id.length; at += 1) {
    const code = id.charCodeAt(at);
    one = Math.imul(one ^ code, 0x01000193);
    two = Math.imul(two ^ code, 0x85ebca6b);
    two ^= two >>> 15;
  }
  one = Math.imul(one ^ (one >>> 16), 0x7feb352d);
  return [((one ^ (one >>> 15)) | 1) >>> 0, Math.imul(two ^ (two >>> 13), 0xc2b2ae35) >>> 0];
}
