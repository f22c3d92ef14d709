import { type IsoDate, type LayerFeature, type LayerId, ok, type Result } from '@giapranh/core';
import type pg from 'pg';
import type { AuditLog } from '../audit.js';
import type { DatabaseUrl } from '../database-url.js';
import type { DumpItem } from '../dump/dump-item.js';
import type { Change, EditBatch, EditOptions, EditOutcome, FeatureEdit } from '../edit.js';
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
import { FeatureWriter } from '../feature-writer.js';
import { type LayerTable, layerTable } from '../layer-table.js';
import { assertLoadMeta } from '../load-meta.js';
import { refuseFaulty } from '../query-faults.js';
import type { RecordStore } from '../record-store.js';
import { StoreFault } from '../store-fault.js';
import { dumpPostgis, restorePostgis } from './dump-postgis.js';
import { editPostgis } from './edit-postgis.js';
import {
  countStatement,
  eachStatement,
  getStatement,
  isCountedOn,
  keysetStatement,
  pageStatement,
  type Statement,
  textStatement,
} from './feature-sql.js';
import { loadPostgis } from './load-postgis.js';
import { borrow, inTransaction, rowsOf } from './pool.js';
import { profileSchema } from './postgis-tables.js';
import { isDatabaseError, postgresIssue } from './postgres-issue.js';
import { appendAudit, listAudit, listRecords, putRecord, readRecord, removeRecord } from './record-tables.js';
import { eachRow } from './row-query.js';
import { readInfo } from './store-info.js';
import { featureOf } from './stored-row.js';
import { watchPostgis } from './watch-postgis.js';

const EACH_BATCH = 200;

/** One profile's schema of a PostgreSQL database. */
export class PostgisStore implements FeatureStore {
  readonly #pool: pg.Pool;
  /** For questions, which may take only so long. */
  readonly #readers: pg.Pool;
  readonly #location: string;
  readonly #profile: string;
  readonly #schema: string;
  readonly #url: DatabaseUrl;
  readonly records: RecordStore;
  readonly audit: AuditLog;

  /** `readers`: a pool whose questions are stopped after a time. */
  constructor(pool: pg.Pool, url: DatabaseUrl, profile: string, readers: pg.Pool = pool) {
    this.#pool = pool;
    this.#readers = readers;
    this.#url = url;
    this.#location = url.toString();
    this.#profile = profile;
    this.#schema = profileSchema(profile);
    const schema = this.#schema;
    this.records = {
      get: (kind, key) => this.#guarded(readRecord(readers, schema, kind, key)),
      list: (kind, { after, limit }) => this.#guarded(listRecords(readers, schema, kind, after, limit)),
      put: (kind, key, body, guard = {}) =>
        this.#written((client) => putRecord(client, schema, kind, key, body, guard)),
      remove: (kind, key, guard = {}) =>
        this.#written((client) => removeRecord(client, schema, kind, key, guard)),
    };
    this.audit = {
      append: (facts) => this.#written(async (client) => ok(await appendAudit(client, schema, facts))),
      list: ({ after = 0, limit }) => this.#guarded(listAudit(readers, schema, after, limit)),
    };
  }

  info(): Promise<StoreInfo> {
    return this.#guarded(readInfo(this.#readers, this.#location, this.#profile));
  }

  async replaceAll(
    meta: StoreMeta,
    features: Iterable<LayerFeature> | AsyncIterable<LayerFeature>,
    onProgress?: (progress: LoadProgress) => void,
  ): Promise<Result<number>> {
    assertLoadMeta(meta, this.#profile);
    return loadPostgis(this.#pool, this.#location, this.#profile, meta, features, onProgress);
  }

  async query(query: FeatureQuery): Promise<FeaturePage> {
    refuseFaulty(query);
    const table = layerTable(query.layer);
    const rows = await this.#rows(pageStatement(this.#schema, table, query));
    const features = rows.flatMap(([, ...row]) => (row[0] === null ? [] : [featureOf(table, row)]));
    return { features, numberMatched: Number(rows[0]?.[0]) };
  }

  async page(query: KeysetQuery): Promise<KeysetPage> {
    refuseFaulty(query);
    const table = layerTable(query.layer);
    const rows = await this.#rows(keysetStatement(this.#schema, table, query));
    const page = rows.slice(0, query.limit);
    return {
      features: page.map((row) => featureOf(table, row)),
      next: rows.length > query.limit ? String(page.at(-1)?.[0] ?? query.after ?? 0) : null,
    };
  }

  async textPage(query: TextQuery): Promise<TextPage> {
    refuseFaulty(query);
    const table = layerTable(query.layer);
    const { text, values } = textStatement(this.#schema, table, query);
    const page = new FeatureWriter();
    let found = 0;
    let last = query.after ?? '0';
    let first: string | undefined;
    await this.#guarded(
      eachRow(this.#readers, text, values, ([count, state, id, geometry, properties]) => {
        found += 1;
        first ??= String(count);
        if (page.count >= query.limit) return;
        last = String(state);
        page.add({
          id: String(id),
          state: last,
          geometry: String(geometry),
          properties: String(properties),
        });
      }),
    );
    const numberMatched = query.count ? await this.#matched(table, query, first) : null;
    const isLast =
      numberMatched !== null && isCountedOn(query)
        ? query.offset + page.count >= numberMatched
        : found <= query.limit;
    return {
      ...page.end(),
      numberMatched,
      next: isLast ? null : (last.split(' ')[0] ?? last),
    };
  }

  /** `first`: as a page's first row tells it; without one there is nothing from its beginning on. */
  async #matched(table: LayerTable, query: TextQuery, first: string | undefined): Promise<number> {
    if (first !== undefined) return Number(first);
    if (query.after === undefined && query.offset === 0) return 0;
    const [row] = await this.#rows(countStatement(this.#schema, table, query));
    return Number(row?.[0]);
  }

  async applyEdits(
    layer: LayerId,
    edits: readonly FeatureEdit[],
    options: EditOptions = {},
  ): Promise<Result<EditOutcome>> {
    const table = layerTable(layer);
    return this.#written((client) => editPostgis(client, this.#schema, table, edits, options));
  }

  async applyBatch(
    { layers, records = [], facts = [] }: EditBatch,
    options: EditOptions = {},
  ): Promise<Result<readonly EditOutcome[]>> {
    const schema = this.#schema;
    return this.#written(async (client) => {
      const outcomes: EditOutcome[] = [];
      for (const { layer, edits } of layers) {
        const outcome = await editPostgis(client, schema, layerTable(layer), edits, options);
        if (!outcome.ok) return outcome;
        outcomes.push(outcome.value);
      }
      for (const { kind, key, body, guard = {} } of records) {
        const put = await putRecord(client, schema, kind, key, body, guard);
        if (!put.ok) return put;
      }
      if (facts.length > 0) await appendAudit(client, schema, facts);
      return ok(outcomes);
    });
  }

  watch(onChange: (change: Change) => void): Promise<() => Promise<void>> {
    return this.#guarded(watchPostgis(this.#url, this.#schema, onChange));
  }

  async *dump(): AsyncGenerator<DumpItem> {
    const { client, rollBack, giveBack } = await this.#guarded(borrow(this.#pool));
    try {
      yield* dumpPostgis(client, this.#schema, this.#profile);
    } finally {
      await rollBack();
      giveBack();
    }
  }

  restore(items: AsyncIterable<DumpItem>): Promise<Result<number>> {
    return restorePostgis(this.#pool, this.#location, this.#profile, items);
  }

  async get(layer: LayerId, id: string, readable: Readable = {}): Promise<StoredFeature | undefined> {
    const table = layerTable(layer);
    const [row] = await this.#rows(getStatement(this.#schema, table, id, readable));
    return row === undefined ? undefined : featureOf(table, row);
  }

  async *each(layer: LayerId, asOf?: IsoDate): AsyncGenerator<StoredFeature> {
    const table = layerTable(layer);
    const { text, values } = eachStatement(this.#schema, table, asOf);
    const { client, rollBack, giveBack } = await this.#guarded(borrow(this.#pool));
    try {
      // A cursor's query is one statement: it sees one instant from the first batch to the last.
      await this.#guarded(client.query('BEGIN READ ONLY'));
      await this.#guarded(client.query(`DECLARE each_feature NO SCROLL CURSOR FOR ${text}`, [...values]));
      for (;;) {
        const batch = await this.#guarded(rowsOf(client, `FETCH ${EACH_BATCH} FROM each_feature`));
        for (const row of batch) yield featureOf(table, row);
        if (batch.length < EACH_BATCH) return;
      }
    } finally {
      await rollBack();
      giveBack();
    }
  }

  async close(): Promise<void> {
    await Promise.all([...new Set([this.#pool, this.#readers])].map((pool) => pool.end()));
  }

  /** One transaction; an issue rolls it back. */
  async #written<T>(work: (client: pg.PoolClient) => Promise<Result<T>>): Promise<Result<T>> {
    let refused: Result<T> | undefined;
    try {
      return await inTransaction(this.#pool, 'READ WRITE', async (client) => {
        const result = await work(client);
        if (result.ok) return result;
        refused = result;
        throw new Error('refused');
      });
    } catch (error) {
      if (refused !== undefined) return refused;
      if (isDatabaseError(error)) return { ok: false, issues: [postgresIssue(this.#location, error)] };
      throw error;
    }
  }

  #rows({ text, values }: Statement): Promise<readonly (readonly unknown[])[]> {
    return this.#guarded(rowsOf(this.#readers, text, values));
  }

  async #guarded<T>(work: Promise<T>): Promise<T> {
    try {
      return await work;
    } catch (error) {
      if (isDatabaseError(error)) throw new StoreFault(postgresIssue(this.#location, error), error);
      throw error;
    }
  }
}
