/**
 * A number for a feature's id, the same in every tile, zoom and run: 52 bits of FNV-1a, which a vector tile
 * carries whole and a JavaScript number too. Two ids of one layer that fall together get different numbers by
 * their order (`taken`).
 */
export function tileId(id: string, taken: Set<number>): number {
  let [high, low] = [0x811c9dc5, 0x01000193];
  for (let at = 0; at < id.length; at++) {
    const unit = id.charCodeAt(at);
    low = Math.imul(low ^ unit, 0x01000193) >>> 0;
    high = Math.imul(high ^ unit ^ (low >>> 7), 0x01000193) >>> 0;
  }
  let number = (high & 0xfffff) * 2 ** 32 + low;
  while (taken.has(number)) number = (number + 1) % 2 ** 52;
  taken.add(number);
  return number;
}
