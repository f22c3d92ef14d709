import { err, issue, ok, type Result } from '@giapranh/core';
import { libsqlDriver } from './libsql.js';
import { nodeSqliteDriver } from './node-sqlite.js';

export type SqlValue = string | number | null | Uint8Array;

/** The few calls this store makes. Statements are prepared once for each text. */
export interface SqliteConnection {
  /** One or more statements without values or results. */
  exec(sql: string): void;
  run(sql: string, values: readonly SqlValue[]): void;
  /** All rows, columns in the order selected. */
  rows(sql: string, values?: readonly SqlValue[]): readonly (readonly SqlValue[])[];
  close(): void;
}

export interface SqliteDriver {
  readonly name: 'libsql' | 'node:sqlite';
  /** Makes the file when it is not there. Throws `SqliteError`, as every call of the connection does. */
  open(path: string, busyTimeout_ms: number): SqliteConnection;
}

/**
 * `libsql` where its binary is installed: one engine on every Node this project supports. Otherwise Node's own.
 * Issue: `store-no-sqlite`.
 */
export async function sqliteDriver(): Promise<Result<SqliteDriver>> {
  const driver = (await libsqlDriver()) ?? nodeSqliteDriver();
  return driver === undefined
    ? err(
        issue('store-no-sqlite', [], 'Không có SQLite cho máy này.', 'There is no SQLite for this machine.', {
          vi: 'Cài lại các gói, hoặc dùng Node 22.13 trở lên, hoặc đặt DATABASE_URL tới PostgreSQL.',
          en: 'Install the packages again, or use Node 22.13 or later, or point DATABASE_URL to PostgreSQL.',
        }),
      )
    : ok(driver);
}
