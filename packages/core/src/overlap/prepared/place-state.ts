import type { LayerData } from './layer-data.js';
import { siteIsLeft } from './perturbed.js';

/** The list of runs of the cell that holds a position; 0, the empty one, outside the grid. */
function listAt({ grid, cells }: LayerData, x: number, y: number): number {
  const column = Math.floor(x * grid.perDegree) - grid.column0;
  const row = Math.floor(y * grid.perDegree) - grid.row0;
  const outside = !(column >= 0 && row >= 0 && column < grid.columns && row < grid.rows);
  return outside ? 0 : (cells[row * grid.columns + column] ?? 0);
}

/**
 * Whether a position lies in the feature of a run of its own cell: as the cell's south-west corner does, changed by
 * every edge met on the way east and then north from there.
 */
function isInRun(data: LayerData, run: number, x: number, y: number): boolean {
  const { runs, edges, xy, grid } = data;
  const word = runs[3 * run] ?? 0;
  if (data.heads[word >>> 1]?.kind !== 'ground') return false;
  let inside = (word & 1) === 1;
  const end = runs[3 * run + 2] ?? 0;
  const start = runs[3 * run + 1] ?? 0;
  if (start === end) return inside;
  const cornerX = Math.floor(x * grid.perDegree) / grid.perDegree;
  const cornerY = Math.floor(y * grid.perDegree) / grid.perDegree;
  for (let at = start; at < end; at += 1) {
    const vertex = 2 * (edges[at] ?? 0);
    const x0 = xy[vertex] ?? 0;
    const y0 = xy[vertex + 1] ?? 0;
    const x1 = xy[vertex + 2] ?? 0;
    const y1 = xy[vertex + 3] ?? 0;
    if (
      y0 < cornerY !== y1 < cornerY &&
      siteIsLeft(x0, y0, x1, y1, cornerX, cornerY) !== siteIsLeft(x0, y0, x1, y1, x, cornerY)
    ) {
      inside = !inside;
    }
    if (x0 < x !== x1 < x && siteIsLeft(x0, y0, x1, y1, x, cornerY) !== siteIsLeft(x0, y0, x1, y1, x, y)) {
      inside = !inside;
    }
  }
  return inside;
}

/** The features of ground that hold a position, ascending; on their very edge it may fall either way. */
export function featuresAt(data: LayerData, x: number, y: number): number[] {
  const found: number[] = [];
  const list = listAt(data, x, y);
  const end = data.lists[list + 1] ?? 0;
  for (let run = data.lists[list] ?? 0; run < end; run += 1) {
    if (isInRun(data, run, x, y)) found.push((data.runs[3 * run] ?? 0) >>> 1);
  }
  return found;
}

/** The first feature of ground that holds a position; -1 for none. */
export function firstAt(data: LayerData, x: number, y: number): number {
  const list = listAt(data, x, y);
  const end = data.lists[list + 1] ?? 0;
  for (let run = data.lists[list] ?? 0; run < end; run += 1) {
    if (isInRun(data, run, x, y)) return (data.runs[3 * run] ?? 0) >>> 1;
  }
  return -1;
}

/** Whether a position lies in a feature; on its very edge it may fall either way. */
export function isInFeature(data: LayerData, feature: number, x: number, y: number): boolean {
  const list = listAt(data, x, y);
  const end = data.lists[list + 1] ?? 0;
  for (let run = data.lists[list] ?? 0; run < end; run += 1) {
    if ((data.runs[3 * run] ?? 0) >>> 1 === feature) return isInRun(data, run, x, y);
  }
  return false;
}
