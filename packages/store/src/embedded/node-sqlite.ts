import type { SqliteConnection, SqliteDriver, SqlValue } from './sqlite.js';
import { asSqlite } from './sqlite-error.js';
import { MOST_STATEMENTS } from './statement-cache.js';

/** The part of Node's `node:sqlite` used here; Node 20 has no such module and its types do not know it. */
interface NodeStatement {
  run(...values: SqlValue[]): unknown;
  all(...values: SqlValue[]): Record<string, SqlValue>[];
}
interface NodeDatabase {
  exec(sql: string): void;
  prepare(sql: string): NodeStatement;
  close(): void;
}
interface NodeSqlite {
  DatabaseSync: new (path: string, options?: { timeout?: number }) => NodeDatabase;
}

function isNodeSqlite(module: unknown): module is NodeSqlite {
  return typeof module === 'object' && module !== null && 'DatabaseSync' in module;
}

function codeOf(error: Error): number {
  return 'errcode' in error && typeof error.errcode === 'number' ? error.errcode : 0;
}

class NodeConnection implements SqliteConnection {
  readonly #database: NodeDatabase;
  readonly #statements = new Map<string, NodeStatement>();

  constructor(database: NodeDatabase) {
    this.#database = database;
  }

  #prepared(sql: string): NodeStatement {
    if (this.#statements.size >= MOST_STATEMENTS) this.#statements.clear();
    const statement = this.#statements.get(sql) ?? this.#database.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }

  exec(sql: string): void {
    asSqlite(() => this.#database.exec(sql), codeOf);
  }

  run(sql: string, values: readonly SqlValue[]): void {
    asSqlite(() => this.#prepared(sql).run(...values), codeOf);
  }

  rows(sql: string, values: readonly SqlValue[] = []): readonly (readonly SqlValue[])[] {
    const rows = asSqlite(() => this.#prepared(sql).all(...values), codeOf);
    return rows.map((row) => Object.values(row));
  }

  close(): void {
    this.#statements.clear();
    this.#database.close();
  }
}

/** `undefined` on a Node without it. */
export function nodeSqliteDriver(): SqliteDriver | undefined {
  // Asked for at run time: an import would fail to load on Node 20.
  const module: unknown = process.getBuiltinModule('node:sqlite');
  if (!isNodeSqlite(module)) return undefined;
  return {
    name: 'node:sqlite',
    open(path, busyTimeout_ms) {
      const database = asSqlite(() => new module.DatabaseSync(path, { timeout: busyTimeout_ms }), codeOf);
      database.exec(`PRAGMA busy_timeout = ${Math.trunc(busyTimeout_ms)}`);
      return new NodeConnection(database);
    },
  };
}
