import type { IsoDate, LayerFeature, LayerId, Result } from '@giapranh/core';
import type {
  FeaturePage,
  FeatureQuery,
  FeatureStore,
  LoadProgress,
  StoreInfo,
  StoreMeta,
} from '../feature-store.js';
import { type LayerTable, layerTable } from '../layer-table.js';
import { assertLoadMeta } from '../load-meta.js';
import { refuseFaulty } from '../query-faults.js';
import { StoreFault } from '../store-fault.js';
import { connectReader, settle } from './connect.js';
import { featureOf, readPage } from './feature-page.js';
import { allOf, featureColumns, inForce } from './feature-sql.js';
import { loadGeoPackage } from './load-geopackage.js';
import type { SqliteConnection, SqliteDriver, SqlValue } from './sqlite.js';
import { SqliteError } from './sqlite-error.js';
import { sqliteIssue } from './sqlite-issue.js';
import { readInfo } from './store-info.js';

const EACH_BATCH = 200;

/** One profile's GeoPackage. Reads share one connection; a load and each `each` have their own. */
export class GeoPackageStore implements FeatureStore {
  readonly #driver: SqliteDriver;
  readonly #path: string;
  readonly #profile: string;
  readonly #reader: SqliteConnection;
  #closed = false;

  constructor(driver: SqliteDriver, path: string, profile: string) {
    this.#driver = driver;
    this.#path = path;
    this.#profile = profile;
    this.#reader = connectReader(driver, path);
  }

  async info(): Promise<StoreInfo> {
    return this.#snapshot(this.#reader, () => readInfo(this.#reader, this.#path));
  }

  async replaceAll(
    meta: StoreMeta,
    features: Iterable<LayerFeature> | AsyncIterable<LayerFeature>,
    onProgress?: (progress: LoadProgress) => void,
  ): Promise<Result<number>> {
    assertLoadMeta(meta, this.#profile);
    return loadGeoPackage(this.#driver, this.#path, meta, features, onProgress);
  }

  async query(query: FeatureQuery): Promise<FeaturePage> {
    refuseFaulty(query);
    return this.#snapshot(this.#reader, () => readPage(this.#reader, layerTable(query.layer), query));
  }

  async get(layer: LayerId, id: string): Promise<LayerFeature | undefined> {
    const table = layerTable(layer);
    const sql = `SELECT ${featureColumns(table)} FROM "${table.name}" WHERE id = ?`;
    const [row] = this.#guarded(() => this.#reader.rows(sql, [id.normalize('NFC')]));
    return row === undefined ? undefined : featureOf(table, row);
  }

  async *each(layer: LayerId, asOf?: IsoDate): AsyncGenerator<LayerFeature> {
    const table = layerTable(layer);
    const connection = this.#guarded(() => connectReader(this.#driver, this.#path));
    try {
      // The open transaction keeps one instant in view from the first batch to the last.
      this.#guarded(() => connection.exec('BEGIN'));
      let last: SqlValue = 0;
      for (;;) {
        const batch = this.#guarded(() => nextBatch(connection, table, last, asOf));
        for (const row of batch) yield featureOf(table, row);
        last = batch.at(-1)?.[0] ?? null;
        if (batch.length < EACH_BATCH) return;
      }
    } finally {
      connection.close();
    }
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    this.#guarded(() => settle(this.#reader));
    this.#reader.close();
  }

  /** Several statements, one instant. */
  #snapshot<T>(connection: SqliteConnection, read: () => T): T {
    return this.#guarded(() => {
      connection.exec('BEGIN');
      try {
        return read();
      } finally {
        connection.exec('ROLLBACK');
      }
    });
  }

  #guarded<T>(call: () => T): T {
    try {
      return call();
    } catch (error) {
      if (error instanceof SqliteError) throw new StoreFault(sqliteIssue(this.#path, error), error);
      throw error;
    }
  }
}

function nextBatch(
  connection: SqliteConnection,
  table: LayerTable,
  after: SqlValue,
  asOf: IsoDate | undefined,
) {
  const where = allOf([{ text: 'fid > ?', values: [after] }, ...(asOf === undefined ? [] : inForce(asOf))]);
  return connection.rows(
    `SELECT ${featureColumns(table)} FROM "${table.name}" ${where.text} ORDER BY fid LIMIT ${EACH_BATCH}`,
    where.values,
  );
}
