import type { SqliteConnection, SqliteDriver } from './sqlite.js';

const BUSY_TIMEOUT_MS = 5_000;

/** Every connection of this store: durable at each commit, patient with other writers. */
export function connect(driver: SqliteDriver, path: string): SqliteConnection {
  const connection = driver.open(path, BUSY_TIMEOUT_MS);
  try {
    connection.exec('PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON');
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

/** One that cannot change anything. */
export function connectReader(driver: SqliteDriver, path: string): SqliteConnection {
  const connection = connect(driver, path);
  connection.exec('PRAGMA query_only = ON');
  return connection;
}

/**
 * Moves what was committed from the write-ahead log into the file, so that the one file is the whole content. Waits
 * for nobody: what readers still hold is moved by the next one.
 */
export function settle(connection: SqliteConnection): void {
  connection.exec('PRAGMA query_only = OFF; PRAGMA busy_timeout = 0');
  connection.rows('PRAGMA wal_checkpoint(TRUNCATE)');
}
