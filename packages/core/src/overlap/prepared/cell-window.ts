import type { Grid } from './grid.js';

/** Cells of a grid: columns and rows are counted from 0° 0°, as everywhere. */
export interface CellWindow {
  readonly column0: number;
  readonly row0: number;
  readonly columns: number;
  readonly rows: number;
}

/** The cells that a box meets, as far as the grid reaches; none when it lies outside. */
export function cellsOf(grid: Grid, west: number, south: number, east: number, north: number): CellWindow {
  const column0 = Math.max(grid.column0, Math.floor(west * grid.perDegree));
  const row0 = Math.max(grid.row0, Math.floor(south * grid.perDegree));
  const columnEnd = Math.min(grid.column0 + grid.columns, Math.floor(east * grid.perDegree) + 1);
  const rowEnd = Math.min(grid.row0 + grid.rows, Math.floor(north * grid.perDegree) + 1);
  return { column0, row0, columns: Math.max(0, columnEnd - column0), rows: Math.max(0, rowEnd - row0) };
}
