import { setImmediate as breathe, setTimeout as sleep } from 'node:timers/promises';
import type { Result } from '@giapranh/core';
import type { LayerTable } from '../layer-table.js';
import { attempt } from './attempt.js';
import { connect } from './connect.js';
import { createIndexTriggers, dropIndexTriggers } from './geopackage-tables.js';
import { patiently } from './patience.js';
import type { SqliteConnection, SqliteDriver } from './sqlite.js';

/** One caller's writing; on an issue nothing of it stays. */
export type Writing<T> = (connection: SqliteConnection) => Result<T>;

interface Job {
  readonly tables: readonly LayerTable[];
  readonly run: (connection: SqliteConnection) => boolean;
  readonly settle: (failure?: unknown) => void;
}

const MOST_AT_ONCE = 100;
/** Another program that writes without end lets this one in between: it gets longer than an opening does. */
const PATIENCE_MS = 15_000;
/** Of the time it holds the file, for which it then leaves it to others: who never lets go starves them. */
const REST_SHARE = 0.05;

/**
 * The one writer of this process. What callers ask for at the same time shares a transaction, each in its savepoint,
 * and so one flush to disk; a caller hears of success only after it.
 */
export class WriteQueue {
  readonly #driver: SqliteDriver;
  readonly #path: string;
  #connection: SqliteConnection | undefined;
  #waiting: Job[] = [];
  #running: Promise<void> | undefined;
  #rest_ms = 0;

  constructor(driver: SqliteDriver, path: string) {
    this.#driver = driver;
    this.#path = path;
  }

  /** `tables`: the layers whose rows are written, for their indexes. */
  write<T>(tables: readonly LayerTable[], writing: Writing<T>): Promise<Result<T>> {
    return attempt(
      this.#path,
      () =>
        new Promise<Result<T>>((resolve, reject) => {
          let result: Result<T> | undefined;
          this.#waiting.push({
            tables,
            run: (connection) => {
              result = writing(connection);
              return result.ok;
            },
            settle: (failure) =>
              result === undefined || failure !== undefined ? reject(failure) : resolve(result),
          });
          this.#running ??= this.#drain();
        }),
    );
  }

  async close(): Promise<void> {
    await this.#running;
    this.#connection?.close();
    this.#connection = undefined;
  }

  async #drain(): Promise<void> {
    await breathe();
    while (this.#waiting.length > 0) {
      const jobs = this.#waiting.splice(0, MOST_AT_ONCE);
      const settled = new Set<Job>();
      try {
        await this.#transaction(jobs, settled);
        for (const job of jobs) if (!settled.has(job)) job.settle();
      } catch (error) {
        for (const job of jobs) if (!settled.has(job)) job.settle(error);
      }
      await this.#letOthersIn();
    }
    this.#running = undefined;
  }

  async #letOthersIn(): Promise<void> {
    if (this.#rest_ms < 1) return breathe();
    const rest_ms = this.#rest_ms;
    this.#rest_ms = 0;
    await sleep(rest_ms);
  }

  async #transaction(jobs: readonly Job[], settled: Set<Job>): Promise<void> {
    this.#connection ??= await patiently(() => connect(this.#driver, this.#path), PATIENCE_MS);
    const connection = this.#connection;
    const tables = new Set(jobs.flatMap(({ tables }) => tables));
    await patiently(() => connection.exec('BEGIN IMMEDIATE'), PATIENCE_MS);
    const start = performance.now();
    try {
      // The index's triggers call functions that only GDAL and QGIS bring; meanwhile we keep the index ourselves.
      for (const table of tables) connection.exec(dropIndexTriggers(table));
      for (const job of jobs) {
        connection.exec('SAVEPOINT job');
        try {
          if (!job.run(connection)) connection.exec('ROLLBACK TO job');
        } catch (error) {
          connection.exec('ROLLBACK TO job');
          settled.add(job);
          job.settle(error);
        }
        connection.exec('RELEASE job');
      }
      for (const table of tables) connection.exec(createIndexTriggers(table));
      connection.exec('COMMIT');
      this.#rest_ms += (performance.now() - start) * REST_SHARE;
    } catch (error) {
      this.#connection = undefined;
      // Closing rolls back what was not committed.
      connection.close();
      throw error;
    }
  }
}
