/** What a cell may hold when it comes from a spreadsheet or a program. */
export type CellValue = string | number | boolean | null | undefined;

/** One cell as read: its text, and its number where the sheet held a number and no text had to be read. */
export interface Cell {
  readonly text: string;
  readonly number: number | null;
}

/** One row of the sheet; `row` is the number the user sees in the margin, from 1. */
export interface Row {
  readonly row: number;
  readonly cells: readonly Cell[];
}

export const EMPTY_CELL: Cell = { text: '', number: null };

export function cell(value: CellValue): Cell {
  if (typeof value === 'number') {
    return Number.isFinite(value) ? { text: String(value), number: value } : EMPTY_CELL;
  }
  if (value === null || value === undefined || value === '') return EMPTY_CELL;
  return { text: String(value), number: null };
}

export function cellAt(row: Row, column: number): Cell {
  return row.cells[column] ?? EMPTY_CELL;
}

export function isBlank(row: Row): boolean {
  return row.cells.every((entry) => entry.text.trim() === '');
}

/** The row as a sentence: what a person reads from left to right. */
export function rowText(row: Row): string {
  return row.cells
    .map((entry) => entry.text.trim())
    .filter((text) => text !== '')
    .join(' | ');
}
