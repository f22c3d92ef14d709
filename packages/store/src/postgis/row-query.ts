import pg from 'pg';
import { borrow } from './pool.js';

/** Columns as the database writes them. */
export type TextRow = readonly (string | null)[];

interface RowQueryOptions {
  readonly text: string;
  readonly values: readonly unknown[];
  readonly onRow: (row: TextRow) => void;
  readonly callback: (error: Error | null) => void;
}

/** A question whose rows `pg` neither parses nor gathers. */
class RowQuery extends pg.Query {
  readonly #onRow: (row: TextRow) => void;

  constructor({ values, onRow, ...config }: RowQueryOptions) {
    // `callback` is known to `pg`, not to its types.
    super({ ...config, values: [...values] } as pg.QueryConfig);
    this.#onRow = onRow;
  }

  /** Called by the client for each row, as those of `pg-cursor` and `pg-query-stream` are. */
  handleDataRow({ fields }: { readonly fields: TextRow }): void {
    this.#onRow(fields);
  }
}

/** Each row as it comes, while the database makes the next: of a page of a thousand nothing is left to collect. */
export async function eachRow(
  pool: pg.Pool,
  text: string,
  values: readonly unknown[],
  onRow: (row: TextRow) => void,
): Promise<void> {
  const { client, giveBack } = await borrow(pool);
  let failed: unknown;
  const careful = (row: TextRow): void => {
    if (failed !== undefined) return;
    try {
      onRow(row);
    } catch (error) {
      failed = error;
    }
  };
  try {
    await new Promise<void>((resolve, reject) => {
      const callback = (error: Error | null) => (error === null ? resolve() : reject(error));
      client.query(new RowQuery({ text, values, onRow: careful, callback }));
    });
  } catch (error) {
    // What it was doing is not known: the pool makes another.
    client.release(true);
    throw error;
  }
  giveBack();
  if (failed !== undefined) throw failed;
}
