import { type Cell, cellAt, EMPTY_CELL, type Row } from '../text/cell.js';
import { fold } from '../text/fold.js';

const DEGREES = /^(do|deg(rees)?|d|°|º)$/;
const MINUTES = /^(phut|min(utes)?|m|'|’|′)$/;
const SECONDS = /^(giay|sec(onds)?|s|"|”|″)$/;

/** Columns where degrees, minutes and seconds stand in cells of their own: the first column of each triple. */
function triplesOf(row: Row): readonly number[] {
  const words = row.cells.map((entry) => fold(entry.text).replace(/[()]/g, ''));
  return words.flatMap((word, at) =>
    DEGREES.test(word) && MINUTES.test(words[at + 1] ?? '') && SECONDS.test(words[at + 2] ?? '') ? [at] : [],
  );
}

function joined(row: Row, column: number): Cell {
  const [degrees, minutes, seconds] = [0, 1, 2].map((offset) => cellAt(row, column + offset).text.trim());
  if (
    !/^\d+$/.test(degrees ?? '') ||
    !/^\d+$/.test(minutes ?? '') ||
    !/^\d+(?:[.,]\d+)?$/.test(seconds ?? '')
  ) {
    return EMPTY_CELL;
  }
  return { text: `${degrees}°${minutes}′${seconds}″`, number: null };
}

/** Tables with degrees, minutes and seconds in three columns become tables with angles in one. */
export function joinSexagesimal(rows: readonly Row[]): readonly Row[] {
  const at = rows.findIndex((row) => triplesOf(row).length >= 2);
  const header = rows[at];
  if (header === undefined) return rows;
  const triples = triplesOf(header);
  return rows.map((row, index) => {
    if (index < at) return row;
    const angles = triples.map((column) => joined(row, column));
    if (index > at && angles.some((angle) => angle === EMPTY_CELL)) return row;
    const cells = row.cells.map((entry, column): Cell => {
      const triple = triples.findIndex((first) => column >= first && column <= first + 2);
      if (triple < 0) return entry;
      // The words over the triple stay in the row above; the units go.
      return triples[triple] === column && index > at ? (angles[triple] ?? EMPTY_CELL) : EMPTY_CELL;
    });
    return { row: row.row, cells };
  });
}
