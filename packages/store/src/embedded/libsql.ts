import type Libsql from 'libsql';
import type { SqliteConnection, SqliteDriver, SqlValue } from './sqlite.js';
import { asSqlite, SQLITE } from './sqlite-error.js';
import { MOST_STATEMENTS } from './statement-cache.js';

function codeOf(error: Error): number {
  if ('rawCode' in error && typeof error.rawCode === 'number') return error.rawCode;
  // A file that cannot be opened comes without a code, only with its number in the text.
  return /Unable to open|ConnectionFailed/.test(error.message) ? SQLITE.CANTOPEN : 0;
}

class LibsqlConnection implements SqliteConnection {
  readonly #database: Libsql.Database;
  readonly #statements = new Map<string, Libsql.Statement>();

  constructor(database: Libsql.Database) {
    this.#database = database;
  }

  #prepared(sql: string): Libsql.Statement {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    if (this.#statements.size >= MOST_STATEMENTS) this.#statements.clear();
    const statement = this.#database.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }

  exec(sql: string): void {
    asSqlite(() => this.#database.exec(sql), codeOf);
  }

  run(sql: string, values: readonly SqlValue[]): void {
    // Values go as one array: a lone `null` or bytes would be taken for named values.
    asSqlite(() => this.#prepared(sql).run(values), codeOf);
  }

  rows(sql: string, values: readonly SqlValue[] = []): readonly (readonly SqlValue[])[] {
    // `raw` gives bytes as Buffer; without it they come as ArrayBuffer, and `get` adds a key of its own.
    return asSqlite(() => this.#prepared(sql).raw().all(values), codeOf) as SqlValue[][];
  }

  close(): void {
    // libsql lets go of the file, and of a transaction's lock, only when its statements are collected.
    if (this.#database.inTransaction) this.exec('ROLLBACK');
    this.#statements.clear();
    this.#database.close();
  }
}

/** `undefined` where npm has no binary of it for this machine. */
export async function libsqlDriver(): Promise<SqliteDriver | undefined> {
  try {
    const { default: Database } = await import('libsql');
    return {
      name: 'libsql',
      open: (path, busyTimeout_ms) =>
        new LibsqlConnection(asSqlite(() => new Database(path, { timeout: busyTimeout_ms }), codeOf)),
    };
  } catch {
    return undefined;
  }
}
