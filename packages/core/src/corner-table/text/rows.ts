import { roleOf } from '../layout/roles.js';
import { type Cell, type CellValue, cell, type Row } from './cell.js';
import { coordinateLike } from './coordinate-like.js';
import { plain } from './glyphs.js';
import { looseCells } from './loose-line.js';

const DELIMITERS = ['\t', ';', '|', ','] as const;
/** Rows looked at to choose the delimiter. */
const SAMPLE = 120;

/** Cuts one line; a quote opens a field only at its start and only when it is closed again (`22°35'12"` is no quote). */
function splitLine(line: string, delimiter: string): string[] {
  const cells: string[] = [];
  let at = 0;
  while (at <= line.length) {
    const quoted = line[at] === '"' ? closingQuote(line, at, delimiter) : -1;
    if (quoted >= 0) {
      cells.push(line.slice(at + 1, quoted).replaceAll('""', '"'));
      const next = line.indexOf(delimiter, quoted);
      if (next < 0) return cells;
      at = next + 1;
      continue;
    }
    const next = line.indexOf(delimiter, at);
    if (next < 0) {
      cells.push(line.slice(at));
      return cells;
    }
    cells.push(line.slice(at, next));
    at = next + 1;
  }
  return cells;
}

/** Index of the quote that closes the field opened at `start`, or -1. */
function closingQuote(line: string, start: number, delimiter: string): number {
  for (let at = start + 1; at < line.length; at += 1) {
    if (line[at] !== '"') continue;
    if (line[at + 1] === '"') {
      at += 1;
      continue;
    }
    const rest = line.slice(at + 1).trimStart();
    return rest === '' || rest.startsWith(delimiter.trim() === '' ? delimiter : delimiter.trim()) ? at : -1;
  }
  return -1;
}

interface Line {
  readonly row: number;
  readonly text: string;
}

/** Physical lines, with line breaks inside quotes kept in their field. */
function linesOf(text: string): Line[] {
  const physical = text.replace(/^\ufeff/, '').split(/\r\n|\r|\n|\u2028|\u0085/);
  const lines: Line[] = [];
  for (let at = 0; at < physical.length; at += 1) {
    let line = physical[at] ?? '';
    const row = at + 1;
    for (let more = 1; more <= 4 && opensQuote(line) && at + 1 < physical.length; more += 1) {
      const joined = `${line} ${physical[at + 1] ?? ''}`;
      if (opensQuote(joined) && more === 4) break;
      line = joined;
      at += 1;
    }
    lines.push({ row, text: line });
  }
  return lines;
}

/** Whether a field opened with a quote at its start is still open at the end of the line. */
function opensQuote(line: string): boolean {
  const opened = /(?:^|[\t;|,])"(?:[^"]|"")*$/.exec(line);
  return opened !== null;
}

/** Cells that look like coordinates once odd glyphs are ordinary. */
function usefulCells(cells: readonly string[]): number {
  // A line that a cut leaves whole is no cell.
  if (cells.length < 2) return 0;
  return cells.filter((text) => coordinateLike(cell(plain(text).trim())) !== null).length;
}

/** Lines that give two coordinates or more when cut at `delimiter`. */
function yieldOf(lines: readonly Line[], cut: (line: string) => readonly string[]): number {
  return lines.filter((line) => usefulCells(cut(line.text)) >= 2).length;
}

/** `1,2499067,549,417804,320`: the decimal comma was also the delimiter; a whole number and its decimals are one. */
function rejoinDecimals(cells: readonly string[]): string[] {
  const joined: string[] = [];
  for (let at = 0; at < cells.length; at += 1) {
    const here = cells[at] ?? '';
    const next = cells[at + 1] ?? '';
    if (/^\s*\d{6,8}\s*$/.test(here) && /^\d{1,4}\s*$/.test(next)) {
      joined.push(`${here.trim()},${next.trim()}`);
      at += 1;
    } else joined.push(here);
  }
  return joined;
}

/** A line is cut at commas when it gives a coordinate or names columns; else it is a sentence and stays whole. */
function commaCells(line: string): readonly string[] {
  const cells = splitLine(line, ',');
  const joined = cells.length > 3 ? rejoinDecimals(cells) : cells;
  const named = joined.filter((text) => roleOf(text) !== null).length;
  return usefulCells(joined) > 0 || named > 1 ? joined : [line];
}

function blankCells(line: string): string[] {
  return line.trim().split(/\s{2,}/);
}

/**
 * Text to rows: tab, semicolon, bar, comma, runs of blanks, or single blanks, whichever gives most lines two
 * coordinates. Row numbers are line numbers of the text.
 */
export function rowsFromText(text: string): readonly Row[] {
  const lines = linesOf(text);
  const sample = lines.slice(0, SAMPLE).filter((line) => /\p{Nd}/u.test(line.text));
  const cuts: ((line: string) => readonly string[])[] = [
    ...DELIMITERS.map(
      (delimiter) => (line: string) => (delimiter === ',' ? commaCells(line) : splitLine(line, delimiter)),
    ),
    blankCells,
  ];
  let best = cuts[0] ?? blankCells;
  let most = 0;
  for (const cut of cuts) {
    const found = yieldOf(sample, cut);
    if (found > most) {
      most = found;
      best = cut;
    }
  }
  const loose = looseCells(sample.map((line) => line.text));
  const useLoose = yieldOf(sample, loose) > most;
  return lines.map((line) => {
    const cut = useLoose ? loose(line.text) : best(line.text);
    return { row: line.row, cells: cut.map((entry): Cell => cell(entry.trim())) };
  });
}

/** Rows as a spreadsheet or a program hands them over. */
export function rowsFromValues(rows: readonly (readonly CellValue[])[]): readonly Row[] {
  return rows.map((values, index) => ({ row: index + 1, cells: values.map(cell) }));
}
