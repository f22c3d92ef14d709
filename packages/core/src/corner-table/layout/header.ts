import { type Cell, cellAt, isBlank, type Row } from '../text/cell.js';
import { COORDINATE_ROLES, type Role, roleOf } from './roles.js';

/** A column's header: the words above it, top to bottom, merged cells filled to the right. */
export interface ColumnHeader {
  readonly role: Role | null;
  readonly words: string;
}

export interface Header {
  /** Row numbers of the header, for the report. */
  readonly rows: readonly number[];
  readonly columns: readonly ColumnHeader[];
}

export const NO_HEADER: Header = { rows: [], columns: [] };

/** Rows above the first data row that may belong to the header. */
const DEEPEST = 6;

function filled(row: Row): number {
  return row.cells.filter((entry) => entry.text.trim() !== '').length;
}

/** `(1) (2) (3)`: the row of column numbers under many headers. */
export function isColumnNumbers(row: Row): boolean {
  const texts = row.cells.map((entry) => entry.text.replace(/[()[\]\s]/g, '')).filter((text) => text !== '');
  return texts.length >= 3 && texts.every((text, at) => Number(text) === Number(texts[0]) + at);
}

/** Whether the row names columns, coordinates among them. */
export function namesColumns(row: Row): boolean {
  const roles = row.cells.map((entry) => roleOf(entry.text));
  const named = roles.filter((role) => role !== null);
  return named.length >= 2 && named.some((role) => COORDINATE_ROLES.includes(role));
}

/** The header over a data row: the rows right above it that have several cells, up to the first that has not. */
export function headerAbove(rows: readonly Row[], firstData: number): Header {
  const found: Row[] = [];
  for (let at = firstData - 1; at >= 0 && at >= firstData - DEEPEST; at -= 1) {
    const row = rows[at];
    if (row === undefined || isBlank(row)) {
      if (found.length > 0) break;
      continue;
    }
    if (isColumnNumbers(row)) continue;
    if (filled(row) < 2) break;
    found.unshift(row);
  }
  const named = found.findIndex((row) => row.cells.some((entry) => roleOf(entry.text) !== null));
  if (named < 0) return NO_HEADER;
  const rowsUsed = found.slice(named);
  const width = Math.max(...rowsUsed.map((row) => row.cells.length), rows[firstData]?.cells.length ?? 0);
  const columns = Array.from({ length: width }, (_, column) => columnHeader(rowsUsed, column));
  return { rows: rowsUsed.map((row) => row.row), columns };
}

/** The text over a column in one header row: its own, or that of the merged cell it belongs to. */
function textOver(row: Row, column: number, below: Row | undefined): string {
  const own = cellAt(row, column).text.trim();
  if (own !== '') return own;
  // A blank beside a filled cell is part of a merged cell only if something stands under it.
  if (below === undefined || cellAt(below, column).text.trim() === '') return '';
  for (let left = column - 1; left >= 0; left -= 1) {
    const text: Cell = cellAt(row, left);
    if (text.text.trim() !== '') return text.text.trim();
  }
  return '';
}

function columnHeader(rows: readonly Row[], column: number): ColumnHeader {
  const texts = rows.map((row, at) => textOver(row, column, rows[at + 1]));
  const words = texts.filter((text) => text !== '').join(' ');
  for (const text of [...texts].reverse()) {
    const role = roleOf(text);
    if (role !== null) return { role, words };
  }
  return { role: null, words };
}
