import { type Cell, cellAt, isBlank, type Row, rowText } from '../text/cell.js';
import { coordinateLike } from '../text/coordinate-like.js';
import { type Columns, type CoordinatePair, findColumns } from './columns.js';
import { type Header, headerAbove, isColumnNumbers, NO_HEADER, namesColumns } from './header.js';
import type { Role } from './roles.js';

/** A row that gives a point, its cells not yet read as numbers. */
export interface PointItem {
  readonly kind: 'point';
  readonly row: number;
  readonly label: string;
  readonly first: Cell;
  readonly second: Cell;
  readonly block: Block;
  readonly pair: CoordinatePair;
  readonly attributes: ReadonlyMap<Role, Cell>;
  /** The same point in further pairs of columns, another system each. */
  readonly others: readonly { readonly pair: CoordinatePair; readonly first: Cell; readonly second: Cell }[];
}

/** A row that is words: a title, a note, a header, a sum. */
export interface TextItem {
  readonly kind: 'text';
  readonly row: number;
  readonly text: string;
  readonly header: boolean;
}

export type Item = PointItem | TextItem | { readonly kind: 'blank'; readonly row: number };

/** Data rows under one header. */
export interface Block {
  readonly header: Header;
  readonly columns: Columns;
}

export interface Layout {
  readonly items: readonly Item[];
  readonly blocks: readonly Block[];
}

function isData(row: Row): boolean {
  let found = 0;
  for (const entry of row.cells) if (coordinateLike(entry) !== null) found += 1;
  return found >= 2;
}

/** Where blocks of data begin: at the first data row, and at the first one after another row that names columns. */
function blockStarts(rows: readonly Row[], data: readonly boolean[]): number[] {
  const starts: number[] = [];
  let renamed = true;
  rows.forEach((row, at) => {
    if (data[at] === true) {
      if (renamed) starts.push(at);
      renamed = false;
    } else if (namesColumns(row)) renamed = true;
  });
  return starts;
}

/** Rows to points, words and blanks, in reading order. */
export function readLayout(rows: readonly Row[]): Layout {
  const data = rows.map(isData);
  const starts = blockStarts(rows, data);
  const blocks: Block[] = [];
  const items: Item[][] = [];
  let previous: Header = NO_HEADER;
  const firstStart = starts[0] ?? rows.length;
  let from = 0;
  for (const [index, start] of starts.entries()) {
    const end = starts[index + 1] ?? rows.length;
    const own = headerAbove(rows, start);
    const header = own.rows.length > 0 ? own : previous;
    previous = header;
    const dataRows = rows.slice(start, end).filter((_, at) => data[start + at] === true);
    const block: Block = { header, columns: findColumns(dataRows, header) };
    blocks.push(block);
    items.push(blockItems(rows.slice(from, nextFrom(rows, data, start, end)), block));
    from = nextFrom(rows, data, start, end);
  }
  if (blocks.length === 0) {
    items.push(rows.slice(0, firstStart).map((row) => wordItem(row, NO_HEADER)));
  }
  return { items: items.flat(), blocks };
}

/** A block ends after its last data row and what follows it, up to the header of the next. */
function nextFrom(rows: readonly Row[], data: readonly boolean[], start: number, end: number): number {
  if (end === rows.length) return end;
  let last = start;
  for (let at = start; at < end; at += 1) if (data[at] === true) last = at;
  return last + 1;
}

function wordItem(row: Row, header: Header): Item {
  if (isBlank(row)) return { kind: 'blank', row: row.row };
  const isHeader = header.rows.includes(row.row) || namesColumns(row) || isColumnNumbers(row);
  return { kind: 'text', row: row.row, text: rowText(row), header: isHeader };
}

/** Whether a row that is no plain data row still means a point: one coordinate whole, the other damaged or lost. */
function isDamagedPoint(row: Row, pair: CoordinatePair): boolean {
  const first = cellAt(row, pair.first);
  const second = cellAt(row, pair.second);
  const whole = [first, second].filter((entry) => coordinateLike(entry) !== null).length;
  if (whole === 0) return halfNumber(first) && halfNumber(second);
  const other = coordinateLike(first) === null ? first : second;
  return whole === 2 || /\d/.test(other.text) || other.text.trim().length <= 20;
}

function halfNumber(entry: Cell): boolean {
  const digits = (entry.text.match(/\d/g) ?? []).length;
  return digits >= 4 && digits >= entry.text.trim().length / 2;
}

function blockItems(rows: readonly Row[], block: Block): Item[] {
  const [main] = block.columns.pairs;
  if (main === undefined) return rows.map((row) => wordItem(row, block.header));
  const items: Item[][] = [];
  let run: Row[] = [];
  const flush = () => {
    items.push(runItems(run, block, main));
    run = [];
  };
  for (const row of rows) {
    const pairs = block.columns.pairs;
    const header = block.header.rows.includes(row.row) || namesColumns(row) || isColumnNumbers(row);
    if (!header && !isBlank(row) && pairs.some((pair) => isDamagedPoint(row, pair))) run.push(row);
    else {
      flush();
      items.push([wordItem(row, block.header)]);
    }
  }
  flush();
  return items.flat();
}

/** Tables side by side continue one another when the second has point names of its own; else it is another system. */
function continues(pair: CoordinatePair, main: CoordinatePair): boolean {
  return (
    pair.kind === main.kind && pair.label !== null && pair.label !== main.label && pair.label > main.second
  );
}

function runItems(run: readonly Row[], block: Block, main: CoordinatePair): PointItem[] {
  const { pairs } = block.columns;
  const series = pairs.filter((pair) => pair === main || continues(pair, main));
  const others = pairs.filter((pair) => !series.includes(pair));
  const pointAt = (row: Row, pair: CoordinatePair): PointItem | null => {
    const first = cellAt(row, pair.first);
    const second = cellAt(row, pair.second);
    if (first.text.trim() === '' && second.text.trim() === '') return null;
    return {
      kind: 'point',
      row: row.row,
      label: pair.label === null ? '' : cellAt(row, pair.label).text.trim(),
      first,
      second,
      block,
      pair,
      attributes: new Map([...block.columns.attributes].map(([role, column]) => [role, cellAt(row, column)])),
      others:
        pair === main
          ? others.map((other) => ({
              pair: other,
              first: cellAt(row, other.first),
              second: cellAt(row, other.second),
            }))
          : [],
    };
  };
  const byRow = run.map((row) => series.map((pair) => pointAt(row, pair)));
  const ordered = readsAcross(byRow)
    ? byRow.flat()
    : series.flatMap((_, column) => byRow.map((points) => points[column] ?? null));
  return ordered.filter((point) => point !== null);
}

/** Whether side-by-side tables count across the page (1 2 / 3 4) and not down the first and then the second. */
function readsAcross(byRow: readonly (readonly (PointItem | null)[])[]): boolean {
  const [top, next] = byRow;
  const numbers = [top?.[0], top?.[1], next?.[0]].map((point) => Number(point?.label ?? Number.NaN));
  const [first = 0, right = 0, below = 0] = numbers;
  return right === first + 1 && below > right;
}
