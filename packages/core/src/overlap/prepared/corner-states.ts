import type { CellWindow } from './cell-window.js';
import type { Grid } from './grid.js';
import { siteIsLeft } from './perturbed.js';

/**
 * For the south-west corner of every cell of a window, by rows: 1 where it lies in the feature that has these paths,
 * else 0. Counts, along each line of the grid, the edges to the west of the corner.
 */
export function cornerStates(
  xy: Float64Array,
  paths: readonly (readonly [first: number, end: number])[],
  grid: Grid,
  window: CellWindow,
): Uint8Array {
  const { columns, rows } = window;
  const states = new Uint8Array(columns * rows);
  for (const [first, end] of paths) {
    for (let edge = first; edge < end - 1; edge += 1) {
      const y0 = xy[2 * edge + 1] ?? 0;
      const y1 = xy[2 * edge + 3] ?? 0;
      const bottom = Math.floor(Math.min(y0, y1) * grid.perDegree) + 1;
      const top = Math.floor(Math.max(y0, y1) * grid.perDegree);
      for (let row = bottom; row <= top; row += 1) {
        const column = columnEastOf(xy, edge, row, grid.perDegree) - window.column0;
        if (column >= columns) continue;
        const at = (row - window.row0) * columns + Math.max(0, column);
        states[at] = (states[at] ?? 0) ^ 1;
      }
    }
  }
  for (let row = 0; row < rows; row += 1) {
    let inside = 0;
    for (let at = row * columns; at < (row + 1) * columns; at += 1) {
      inside ^= states[at] ?? 0;
      states[at] = inside;
    }
  }
  return states;
}

/** The first column whose corner on a row's line lies east of an edge that crosses the line. */
function columnEastOf(xy: Float64Array, edge: number, row: number, perDegree: number): number {
  const x0 = xy[2 * edge] ?? 0;
  const y0 = xy[2 * edge + 1] ?? 0;
  const x1 = xy[2 * edge + 2] ?? 0;
  const y1 = xy[2 * edge + 3] ?? 0;
  const y = row / perDegree;
  const isEast = (column: number): boolean => siteIsLeft(x0, y0, x1, y1, column / perDegree, y) !== y1 > y0;
  let column = Math.ceil((x0 + ((y - y0) / (y1 - y0)) * (x1 - x0)) * perDegree);
  while (isEast(column - 1)) column -= 1;
  while (!isEast(column)) column += 1;
  return column;
}
