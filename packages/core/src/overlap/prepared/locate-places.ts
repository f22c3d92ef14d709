import { placeOrder } from '../../geometry/place-order.js';
import type { LayerData } from './layer-data.js';
import { firstAt } from './place-state.js';

/**
 * The first feature of ground that holds each of many places, given as longitude and latitude in turn; -1 for none.
 * Places are taken in the order of a Z-curve: the cells and edges read for one are at hand for the next.
 */
export function locatePlaces(data: LayerData, lonLats: Float64Array): Int32Array {
  const count = Math.floor(lonLats.length / 2);
  const found = new Int32Array(count).fill(-1);
  const { column0, row0, columns, rows, perDegree } = data.grid;
  const [west, south] = [column0 / perDegree, row0 / perDegree];
  const [east, north] = [west + columns / perDegree, south + rows / perDegree];
  const xs = new Float64Array(count);
  const ys = new Float64Array(count);
  for (let at = 0; at < count; at += 1) {
    const x = lonLats[2 * at] ?? Number.NaN;
    const y = lonLats[2 * at + 1] ?? Number.NaN;
    const held = x >= west && y >= south && x < east && y < north;
    xs[at] = held ? x : Number.NaN;
    ys[at] = held ? y : Number.NaN;
  }
  const order = placeOrder(xs, ys);
  for (let k = 0; k < order.length; k += 1) {
    const at = order[k] ?? 0;
    found[at] = firstAt(data, xs[at] ?? 0, ys[at] ?? 0);
  }
  return found;
}
