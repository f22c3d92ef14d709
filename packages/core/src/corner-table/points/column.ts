import type { Cell } from '../text/cell.js';
import { fold } from '../text/fold.js';
import { cellReadings, isMetres, SCALES, type Scale, scaled } from '../text/metres.js';
import type { NumberReading } from '../text/number.js';

/** A cell of a column of metres, read. */
export interface ColumnNumber {
  readonly value: number;
  readonly decimals: number;
  /** How it was read against the rules: marks used strangely, letters for digits, the decimal mark lost. */
  readonly oddity: 'marks' | 'letters' | 'mark-lost' | null;
}

export interface Column {
  readonly scale: Scale;
  /** One per cell; `null` where nothing can be read. */
  readonly numbers: readonly (ColumnNumber | null)[];
}

function plausible(reading: NumberReading, scale: Scale): boolean {
  return isMetres(scaled(reading, scale) ?? Number.NaN);
}

/** The scale under which most cells are coordinates; what the header says comes first. */
function scaleOf(readings: readonly (readonly NumberReading[])[], words: string): Scale {
  if (/\(\s*km\s*\)/.test(fold(words))) return 1000;
  const fits = (scale: Scale) =>
    readings.filter((cell) => cell.some((reading) => plausible(reading, scale))).length;
  return SCALES.reduce((best, scale) => (fits(scale) > fits(best) ? scale : best), SCALES[0]);
}

/** The decimal mark of the cells that can be read in one way only. */
function habitOf(readings: readonly (readonly NumberReading[])[], scale: Scale): ',' | '.' | null {
  const marks = { ',': 0, '.': 0 };
  for (const cell of readings) {
    const possible = cell.filter((reading) => plausible(reading, scale));
    const mark = possible.length === 1 ? possible[0]?.decimal : null;
    if (mark === ',' || mark === '.') marks[mark] += 1;
  }
  if (marks[','] === marks['.']) return null;
  return marks[','] > marks['.'] ? ',' : '.';
}

/** Range before honest marks before the table's habit. */
function choose(
  readings: readonly NumberReading[],
  scale: Scale,
  habit: ',' | '.' | null,
): ColumnNumber | null {
  const rank = (reading: NumberReading): number =>
    (plausible(reading, scale) ? 8 : 0) +
    (reading.odd ? 0 : 4) +
    (habit !== null && reading.decimal === habit ? 2 : 0) +
    (reading.decimal === null ? 1 : 0);
  const [best] = [...readings].sort((a, b) => rank(b) - rank(a));
  if (best === undefined) return null;
  const lost = scale === 1 && !plausible(best, 1) && plausible(best, 0.001);
  const used = lost ? 0.001 : scale;
  const value = scaled(best, used) ?? best.value;
  return {
    value: used === 1 ? value : Math.round(value * 1e6) / 1e6,
    decimals: lost ? 3 : best.decimals,
    oddity: lost ? 'mark-lost' : best.confused ? 'letters' : best.odd ? 'marks' : null,
  };
}

/** A column read under the table's own habits: scale and decimal mark by majority. */
export function readColumn(cells: readonly Cell[], words: string): Column {
  const readings = cells.map(cellReadings);
  const scale = scaleOf(readings, words);
  const habit = habitOf(readings, scale);
  return { scale, numbers: readings.map((cell) => choose(cell, scale, habit)) };
}
