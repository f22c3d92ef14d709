import { roleOf } from '../layout/roles.js';
import { type Cell, type CellValue, cell, type Row } from './cell.js';
import { coordinateLike } from './coordinate-like.js';
import { plain } from './glyphs.js';
import { type Line, linesOf, splitLine } from './lines.js';
import { looseCells } from './loose-line.js';

const DELIMITERS = ['\t', ';', '|', ','] as const;
/** Rows looked at to choose the delimiter. */
const SAMPLE = 120;
/** Share of the lines with digits that a cut must serve for no other to be tried. */
const CLEAR = 0.8;

/** Cells that look like coordinates once odd glyphs are ordinary. */
function usefulCells(cells: readonly string[]): number {
  // A line that a cut leaves whole is no cell.
  if (cells.length < 2) return 0;
  return cells.filter((text) => coordinateLike(cell(plain(text).trim())) !== null).length;
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

/** Runs of blanks of any kind part cells. */
function blankCells(line: string): string[] {
  return line.trim().split(/\s{2,}/);
}

type Cut = (line: string) => readonly string[];

interface Splitting {
  readonly cut: Cut;
  /** What a line must hold for the cut to change it. */
  readonly mark: string;
}

const SPLITTINGS: readonly Splitting[] = [
  ...DELIMITERS.map(
    (mark): Splitting => ({ mark, cut: (line) => (mark === ',' ? commaCells(line) : splitLine(line, mark)) }),
  ),
  { mark: '  ', cut: blankCells },
];

/** The cut of which most lines have most of `worth`; the earlier one where two are alike. */
function bestCut(
  lines: readonly Line[],
  worth: (cells: readonly string[]) => boolean,
): { cut: Cut; lines: number } {
  let best: { cut: Cut; lines: number } = { cut: blankCells, lines: 0 };
  for (const { cut, mark } of SPLITTINGS) {
    const marked = lines.filter((line) => line.text.includes(mark));
    if (marked.length <= best.lines) continue;
    const found = marked.filter((line) => worth(cut(line.text))).length;
    if (found > best.lines) best = { cut, lines: found };
  }
  return best;
}

/** Cuts lines so that most give two coordinates; a table without any (degrees in three columns) at its commonest mark. */
function chooseCut(lines: readonly Line[]): Cut {
  const givesPoint = (cells: readonly string[]) => usefulCells(cells) >= 2;
  const regular = bestCut(lines, givesPoint);
  if (regular.lines >= lines.length * CLEAR) return regular.cut;
  const loose = looseCells(lines.map((line) => line.text));
  if (lines.filter((line) => givesPoint(loose(line.text))).length > regular.lines) return loose;
  return regular.lines > 0 ? regular.cut : bestCut(lines, (cells) => cells.length >= 3).cut;
}

/**
 * Text to rows: tab, semicolon, bar, comma, runs of blanks, or single blanks, whichever gives most lines two
 * coordinates. Row numbers are line numbers of the text.
 */
export function rowsFromText(text: string): readonly Row[] {
  const lines = linesOf(text);
  const cut = chooseCut(lines.slice(0, SAMPLE).filter((line) => /\p{Nd}/u.test(line.text)));
  return lines.map((line) => ({
    row: line.row,
    cells: cut(line.text).map((entry): Cell => cell(entry.trim())),
  }));
}

/** Rows as a spreadsheet or a program hands them over. */
export function rowsFromValues(rows: readonly (readonly CellValue[])[]): readonly Row[] {
  return rows.map((values, index) => ({ row: index + 1, cells: values.map(cell) }));
}
