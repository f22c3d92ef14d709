/** Nearer to the poles strips are not measured by the series. */
const SERIES_LATITUDE_deg = 80;

/** The places of one ring of GeoJSON after another, flat: x, y, x, y. The array is used again by the next. */
export class RingPlaces {
  xy = new Float64Array(1024);
  count = 0;
  /** Twice its area in square degrees; negative where it runs clockwise. */
  doubleArea = 0;

  /** False for what is no closed ring of numbers on earth, away from the poles and not across the antimeridian. */
  read(ring: unknown): boolean {
    if (!Array.isArray(ring) || ring.length < 4) return false;
    const positions: readonly unknown[] = ring;
    const { length } = positions;
    if (this.xy.length < 2 * length) this.xy = new Float64Array(4 * length);
    const { xy } = this;
    let [x0, y0, lastX, lastY, doubleArea] = [0, 0, 0, 0, 0];
    for (let at = 0; at < length; at += 1) {
      const position = positions[at];
      if (!Array.isArray(position)) return false;
      const x: unknown = position[0];
      const y: unknown = position[1];
      if (typeof x !== 'number' || typeof y !== 'number') return false;
      if (!(x >= -180 && x <= 180 && y >= -SERIES_LATITUDE_deg && y <= SERIES_LATITUDE_deg)) return false;
      if (at === 0) {
        x0 = x;
        y0 = y;
        lastX = x;
        lastY = y;
      }
      if (x - lastX > 180 || lastX - x > 180) return false;
      doubleArea += (lastX - x0) * (y - y0) - (x - x0) * (lastY - y0);
      xy[2 * at] = x;
      xy[2 * at + 1] = y;
      lastX = x;
      lastY = y;
    }
    this.count = length;
    this.doubleArea = doubleArea;
    return lastX === x0 && lastY === y0;
  }
}
