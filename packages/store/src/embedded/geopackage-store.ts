import { type IsoDate, type LayerFeature, type LayerId, ok, type Result } from '@giapranh/core';
import type { AuditLog } from '../audit.js';
import type { DumpItem } from '../dump/dump-item.js';
import type { Change, EditBatch, EditOptions, EditOutcome, FeatureEdit } from '../edit.js';
import { editFact } from '../edit-fact.js';
import type {
  FeaturePage,
  FeatureQuery,
  FeatureStore,
  KeysetPage,
  KeysetQuery,
  LoadProgress,
  Readable,
  StoredFeature,
  StoreInfo,
  StoreMeta,
  TextPage,
  TextQuery,
} from '../feature-store.js';
import { type LayerTable, layerTable } from '../layer-table.js';
import { assertLoadMeta } from '../load-meta.js';
import { refuseFaulty } from '../query-faults.js';
import type { RecordStore } from '../record-store.js';
import { StoreFault } from '../store-fault.js';
import { askReader, snapshot } from './ask-reader.js';
import { connectReader, settle } from './connect.js';
import { dumpGeoPackage, restoreGeoPackage } from './dump-geopackage.js';
import { type Edited, editGeoPackage } from './edit-geopackage.js';
import { featureOf } from './feature-page.js';
import { allOf, featureColumns, inForce, mayBeRead } from './feature-sql.js';
import { loadGeoPackage } from './load-geopackage.js';
import type { QuestionKind, Questions } from './reader-messages.js';
import { ReaderThreads } from './reader-threads.js';
import { appendAudit, listAudit, listRecords, putRecord, readRecord, removeRecord } from './record-tables.js';
import type { SqliteConnection, SqliteDriver, SqlValue } from './sqlite.js';
import { SqliteError } from './sqlite-error.js';
import { sqliteIssue } from './sqlite-issue.js';
import { readInfo } from './store-info.js';
import { watchGeoPackage } from './watch-geopackage.js';
import { WriteQueue } from './write-queue.js';

const EACH_BATCH = 200;

/** One profile's GeoPackage. Reads share one connection; a load and each `each` have their own. */
export class GeoPackageStore implements FeatureStore {
  readonly #driver: SqliteDriver;
  readonly #path: string;
  readonly #profile: string;
  readonly #reader: SqliteConnection;
  readonly #writes: WriteQueue;
  readonly records: RecordStore;
  readonly audit: AuditLog;
  /** For questions that may take only so long. */
  readonly #threads: ReaderThreads | undefined;
  #closed = false;

  constructor(driver: SqliteDriver, path: string, profile: string, query_ms?: number) {
    this.#threads = query_ms === undefined ? undefined : new ReaderThreads(path, query_ms);
    this.#driver = driver;
    this.#path = path;
    this.#profile = profile;
    this.#reader = connectReader(driver, path);
    this.#writes = new WriteQueue(driver, path);
    this.records = {
      get: async (kind, key) => this.#guarded(() => readRecord(this.#reader, kind, key)),
      list: async (kind, { after, limit }) =>
        this.#guarded(() => listRecords(this.#reader, kind, after, limit)),
      put: (kind, key, body, guard = {}) =>
        this.#writes.write([], (connection) => putRecord(connection, kind, key, body, guard)),
      remove: (kind, key, guard = {}) =>
        this.#writes.write([], (connection) => removeRecord(connection, kind, key, guard)),
    };
    this.audit = {
      append: (facts) => this.#writes.write([], (connection) => ok(appendAudit(connection, facts))),
      list: async ({ after = 0, limit }) => this.#guarded(() => listAudit(this.#reader, after, limit)),
    };
  }

  async info(): Promise<StoreInfo> {
    return this.#guarded(() => snapshot(this.#reader, () => readInfo(this.#reader, this.#path)));
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
    return this.#asked('query', query);
  }

  async page(query: KeysetQuery): Promise<KeysetPage> {
    return this.#asked('page', query);
  }

  async textPage(query: TextQuery): Promise<TextPage> {
    return this.#asked('textPage', query);
  }

  async applyEdits(
    layer: LayerId,
    edits: readonly FeatureEdit[],
    options: EditOptions = {},
  ): Promise<Result<EditOutcome>> {
    const table = layerTable(layer);
    const { author } = options;
    return this.#writes.write([table], (connection) =>
      editGeoPackage(connection, table, edits, options, ({ op, before, after }) => {
        if (author !== undefined) appendAudit(connection, [editFact(author, op, before, after)]);
      }),
    );
  }

  async applyBatch(
    { layers, records = [], facts = [] }: EditBatch,
    options: EditOptions = {},
  ): Promise<Result<readonly EditOutcome[]>> {
    const { author } = options;
    const parts = layers.map(({ layer, edits }) => ({ table: layerTable(layer), edits }));
    const tables = parts.map(({ table }) => table);
    return this.#writes.write(tables, (connection) => {
      const outcomes: EditOutcome[] = [];
      for (const { table, edits } of parts) {
        const told = ({ op, before, after }: Edited): void => {
          if (author !== undefined) appendAudit(connection, [editFact(author, op, before, after)]);
        };
        const outcome = editGeoPackage(connection, table, edits, options, told);
        if (!outcome.ok) return outcome;
        outcomes.push(outcome.value);
      }
      for (const { kind, key, body, guard = {} } of records) {
        const put = putRecord(connection, kind, key, body, guard);
        if (!put.ok) return put;
      }
      appendAudit(connection, facts);
      return ok(outcomes);
    });
  }

  async watch(onChange: (change: Change) => void): Promise<() => Promise<void>> {
    const stop = this.#guarded(() => watchGeoPackage(connectReader(this.#driver, this.#path), onChange));
    return async () => stop();
  }

  dump(): AsyncGenerator<DumpItem> {
    return dumpGeoPackage(() => this.#guarded(() => connectReader(this.#driver, this.#path)));
  }

  async restore(items: AsyncIterable<DumpItem>): Promise<Result<number>> {
    return restoreGeoPackage(this.#driver, this.#path, this.#profile, items);
  }

  async get(layer: LayerId, id: string, readable: Readable = {}): Promise<StoredFeature | undefined> {
    const table = layerTable(layer);
    const where = allOf([{ text: 'id = ?', values: [id.normalize('NFC')] }, ...mayBeRead(table, readable)]);
    const sql = `SELECT ${featureColumns(table)} FROM "${table.name}" ${where.text}`;
    const [row] = this.#guarded(() => this.#reader.rows(sql, where.values));
    return row === undefined ? undefined : featureOf(table, row);
  }

  async *each(layer: LayerId, asOf?: IsoDate): AsyncGenerator<StoredFeature> {
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
    await this.#threads?.close();
    await this.#writes.close();
    this.#guarded(() => settle(this.#reader));
    this.#reader.close();
  }

  async #asked<Kind extends QuestionKind>(
    kind: Kind,
    asked: Questions[Kind]['asked'],
  ): Promise<Questions[Kind]['answer']> {
    refuseFaulty(asked);
    if (this.#threads !== undefined) return this.#threads.ask(kind, asked);
    try {
      return await askReader(this.#reader, kind, asked);
    } catch (error) {
      throw this.#faultOf(error);
    }
  }

  #faultOf(error: unknown): unknown {
    return error instanceof SqliteError ? new StoreFault(sqliteIssue(this.#path, error), error) : error;
  }

  #guarded<T>(call: () => T): T {
    try {
      return call();
    } catch (error) {
      throw this.#faultOf(error);
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
