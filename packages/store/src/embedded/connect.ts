import type { SqliteConnection, SqliteDriver } from './sqlite.js';

/**
 * SQLite waits by stopping the whole process. Readers are let in always, but for the moment another process ends or
 * recovers from a crash; writers wait by `patiently` instead.
 */
const READER_WAIT_MS = 250;

/** Every connection of this store: durable at each commit. */
export function connect(driver: SqliteDriver, path: string, wait_ms = 0): SqliteConnection {
  const connection = driver.open(path, wait_ms);
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
  const connection = connect(driver, path, READER_WAIT_MS);
  connection.exec('PRAGMA query_only = ON');
  return connection;
}

/**
 * Moves what was committed from the write-ahead log into the file, so that the one file is the whole content. Waits
 * for nobody: what readers still hold is moved by the next one.
 */
export function settle(connection: SqliteConnection): void {
  connection.exec('PRAGMA query_only = OFF');
  connection.rows('PRAGMA wal_checkpoint(TRUNCATE)');
}
