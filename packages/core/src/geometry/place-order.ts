/** Bits of each axis: a grid of 512 by 512. */
const BITS = 9;

/**
 * The numbers of points in an order that keeps near ones together (by the cell of a grid, cells along a Z-curve), so
 * that what was read for one is at hand for the next. Points without finite coordinates are left out.
 */
export function placeOrder(xs: Float64Array, ys: Float64Array): Int32Array {
  const count = xs.length;
  let [west, south, size] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 0];
  let [east, north] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let at = 0; at < count; at += 1) {
    const [x, y] = [xs[at] ?? Number.NaN, ys[at] ?? Number.NaN];
    if (x < west) west = x;
    if (x > east) east = x;
    if (y < south) south = y;
    if (y > north) north = y;
  }
  size = Math.max(east - west, north - south);
  const steps = (1 << BITS) / (size > 0 ? size * (1 + 1e-12) : 1);
  const keys = new Int32Array(count).fill(-1);
  const starts = new Int32Array((1 << (2 * BITS)) + 1);
  for (let at = 0; at < count; at += 1) {
    const [x, y] = [xs[at] ?? Number.NaN, ys[at] ?? Number.NaN];
    if (!Number.isFinite(x) || !Number.isFinite(y)) continue;
    const key = spread((x - west) * steps) | (spread((y - south) * steps) << 1);
    keys[at] = key;
    starts[key + 1] = (starts[key + 1] ?? 0) + 1;
  }
  for (let key = 0; key + 1 < starts.length; key += 1)
    starts[key + 1] = (starts[key + 1] ?? 0) + (starts[key] ?? 0);
  const order = new Int32Array(starts[starts.length - 1] ?? 0);
  for (let at = 0; at < count; at += 1) {
    const key = keys[at] ?? -1;
    if (key < 0) continue;
    const slot = starts[key] ?? 0;
    order[slot] = at;
    starts[key] = slot + 1;
  }
  return order;
}

/** The bits of a number below 512 with a zero before each. */
function spread(value: number): number {
  let bits = Math.min((1 << BITS) - 1, value | 0);
  bits = (bits | (bits << 8)) & 0x00ff00ff;
  bits = (bits | (bits << 4)) & 0x0f0f0f0f;
  bits = (bits | (bits << 2)) & 0x33333333;
  return (bits | (bits << 1)) & 0x55555555;
}
