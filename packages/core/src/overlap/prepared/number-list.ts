/** A growing list of whole numbers. */
export class NumberList {
  values = new Uint32Array(1024);
  count = 0;

  push(value: number): void {
    this.reserve(1);
    this.values[this.count] = value;
    this.count += 1;
  }

  /** Makes room for so many more. */
  reserve(more: number): void {
    if (this.count + more <= this.values.length) return;
    const wider = new Uint32Array(Math.max(2 * this.values.length, this.count + more));
    wider.set(this.values);
    this.values = wider;
  }

  taken(): Uint32Array {
    return this.values.slice(0, this.count);
  }
}
