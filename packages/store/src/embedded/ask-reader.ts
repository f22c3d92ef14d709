import { type LayerTable, layerTable } from '../layer-table.js';
import { readKeysetPage, readPage } from './feature-page.js';
import { type PreparedFilter, prepareFilter } from './prepared-filter.js';
import type { QuestionKind, Questions } from './reader-messages.js';
import type { SqliteConnection } from './sqlite.js';
import { readTextPage } from './text-page.js';

type Reader<Kind extends QuestionKind> = (
  connection: SqliteConnection,
  table: LayerTable,
  asked: Questions[Kind]['asked'],
  prepared: PreparedFilter | undefined,
) => Questions[Kind]['answer'];

const READERS: { readonly [Kind in QuestionKind]: Reader<Kind> } = {
  query: readPage,
  page: readKeysetPage,
  textPage: readTextPage,
};

/** Several statements, one instant. */
export function snapshot<T>(connection: SqliteConnection, read: () => T): T {
  connection.exec('BEGIN');
  try {
    return read();
  } finally {
    connection.exec('ROLLBACK');
  }
}

/** Answers a question on a connection; throws `SqliteError`. */
export async function askReader<Kind extends QuestionKind>(
  connection: SqliteConnection,
  kind: Kind,
  asked: Questions[Kind]['asked'],
): Promise<Questions[Kind]['answer']> {
  const table = layerTable(asked.layer);
  const prepared = await prepareFilter(table, asked.where);
  const read: Reader<Kind> = READERS[kind];
  return snapshot(connection, () => read(connection, table, asked, prepared));
}
