const LOW_BITS = 128;

/** Bytes one after another, in an array that grows. */
export class ByteWriter {
  #bytes = new Uint8Array(1024);
  #size = 0;

  /** A whole number from 0 to 2^53 - 1, seven bits a byte, the low ones first. */
  varint(value: number): void {
    let rest = value;
    while (rest >= LOW_BITS) {
      this.#byte((rest % LOW_BITS) + LOW_BITS);
      rest = Math.floor(rest / LOW_BITS);
    }
    this.#byte(rest);
  }

  bytes(): Uint8Array {
    return this.#bytes.slice(0, this.#size);
  }

  #byte(value: number): void {
    if (this.#size === this.#bytes.length) {
      const wider = new Uint8Array(2 * this.#size);
      wider.set(this.#bytes);
      this.#bytes = wider;
    }
    this.#bytes[this.#size++] = value;
  }
}
