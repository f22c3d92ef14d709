import { err, issue, ok, type Result } from '@giapranh/core';
import type { CsvTable } from './csv-table.js';

/** A row by column name. */
export type CsvRecord<C extends string> = Readonly<Record<C, string>> & { readonly row: number };

/**
 * Rows with the named columns, in whatever order the file has them; other columns are dropped. Issues:
 * `csv-column-missing`, all missing columns at once.
 */
export function withColumns<const C extends string>(
  table: CsvTable,
  columns: readonly C[],
  name: string,
): Result<readonly CsvRecord<C>[]> {
  const places = columns.map((column) => [column, table.header.indexOf(column)] as const);
  const [first, ...rest] = places
    .filter(([, at]) => at < 0)
    .map(([column]) =>
      issue(
        'csv-column-missing',
        [name, 'column', column],
        `Thiếu cột "${column}".`,
        `The column "${column}" is missing.`,
      ),
    );
  if (first !== undefined) return err(first, ...rest);
  return ok(
    table.rows.map((line) => {
      const cells = Object.fromEntries(places.map(([column, at]) => [column, line.cells[at] ?? '']));
      return { ...cells, row: line.row } as CsvRecord<C>;
    }),
  );
}
