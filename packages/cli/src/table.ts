import type { LocalText } from '@giapranh/core';
import { stringify } from 'csv-stringify/sync';
import type { Language } from './language.js';

/** One column of a result, for people (title, cell) and for programs (name, value). */
export interface Column<Row> {
  /** The name in CSV, with its SI unit. */
  readonly name: string;
  readonly title: LocalText;
  readonly value: (row: Row) => string | number | boolean | null;
  /** What a person reads, in the unit of the title; the value itself when absent. */
  readonly cell?: (row: Row, language: Language) => string;
  readonly align?: 'right';
}

function cellOf<Row>(column: Column<Row>, row: Row, language: Language): string {
  return column.cell?.(row, language) ?? String(column.value(row) ?? '');
}

/** Letters as the eye counts them; Vietnamese in NFC is one a letter. */
function width(text: string): number {
  return [...text.normalize('NFC').replace(/\p{M}/gu, '')].length;
}

function padded(text: string, to: number, align: 'right' | undefined): string {
  const blanks = ' '.repeat(Math.max(0, to - width(text)));
  return align === 'right' ? blanks + text : text + blanks;
}

/** Rows under a headline, columns parted by two blanks. */
export function tableText<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  language: Language,
): string {
  const lines = [
    columns.map((column) => column.title[language]),
    ...rows.map((row) => columns.map((column) => cellOf(column, row, language))),
  ];
  const widths = columns.map((_, at) => Math.max(...lines.map((cells) => width(cells[at] ?? ''))));
  const draw = (cells: readonly string[]): string =>
    cells
      .map((cell, at) => padded(cell, widths[at] ?? 0, columns[at]?.align))
      .join('  ')
      .trimEnd();
  const [head = [], ...body] = lines;
  return `${[draw(head), widths.map((size) => '─'.repeat(size)).join('  '), ...body.map(draw)].join('\n')}\n`;
}

/** RFC 4180, header of machine names, numbers with a point, UTF-8. */
export function csvText<Row>(columns: readonly Column<Row>[], rows: readonly Row[], header = true): string {
  return stringify(
    rows.map((row) => columns.map((column) => column.value(row))),
    { header, columns: columns.map((column) => column.name) },
  );
}
