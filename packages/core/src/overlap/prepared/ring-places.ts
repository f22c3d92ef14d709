/** Nearer to the poles strips are not measured by the series. */
const SERIES_LATITUDE_deg = 80;

/** The places of one ring after another, flat: x, y, x, y. The array is used again by the next. */
export class RingPlaces {
  xy = new Float64Array(1024);
  count = 0;
  /** Twice its area in square degrees; negative where it runs clockwise. */
  doubleArea = 0;

  /** Of GeoJSON. False for what is no closed ring of numbers on earth, away from the poles and not across the antimeridian. */
  read(ring: unknown): boolean {
    if (!Array.isArray(ring)) return false;
    const positions: readonly unknown[] = ring;
    const xy = this.#room(positions.length);
    for (let at = 0; at < positions.length; at += 1) {
      const position = positions[at];
      if (!Array.isArray(position)) return false;
      const x: unknown = position[0];
      const y: unknown = position[1];
      if (typeof x !== 'number' || typeof y !== 'number') return false;
      xy[2 * at] = x;
      xy[2 * at + 1] = y;
    }
    return this.#check();
  }

  /** As `read`, of so many little-endian pairs of doubles. */
  readPairs(view: DataView, at: number, count: number): boolean {
    const xy = this.#room(count);
    for (let k = 0; k < 2 * count; k += 1) xy[k] = view.getFloat64(at + 8 * k, true);
    return this.#check();
  }

  #room(count: number): Float64Array {
    if (this.xy.length < 2 * count) this.xy = new Float64Array(4 * count);
    this.count = count;
    return this.xy;
  }

  #check(): boolean {
    const { xy, count } = this;
    if (count < 4) return false;
    const x0 = xy[0] ?? 0;
    const y0 = xy[1] ?? 0;
    let [lastX, lastY, doubleArea] = [x0, y0, 0];
    for (let at = 0; at < 2 * count; at += 2) {
      const x = xy[at] ?? 0;
      const y = xy[at + 1] ?? 0;
      if (!(x >= -180 && x <= 180 && y >= -SERIES_LATITUDE_deg && y <= SERIES_LATITUDE_deg)) return false;
      if (x - lastX > 180 || lastX - x > 180) return false;
      doubleArea += (lastX - x0) * (y - y0) - (x - x0) * (lastY - y0);
      lastX = x;
      lastY = y;
    }
    this.doubleArea = doubleArea;
    return lastX === x0 && lastY === y0;
  }
}
