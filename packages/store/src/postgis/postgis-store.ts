import type { IsoDate, LayerFeature, LayerId, Result } from '@giapranh/core';
import type pg from 'pg';
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
import { storedFeature } from '../stored-feature.js';
import { decodeWkb } from '../wkb.js';
import { eachStatement, getStatement, pageStatement, type Statement } from './feature-sql.js';
import { loadPostgis } from './load-postgis.js';
import { rowsOf } from './pool.js';
import { profileSchema } from './postgis-tables.js';
import { isDatabaseError, postgresIssue } from './postgres-issue.js';
import { readInfo } from './store-info.js';

const EACH_BATCH = 200;

function featureOf(table: LayerTable, [, geometry, ...columns]: readonly unknown[]): LayerFeature {
  if (!(geometry instanceof Uint8Array)) throw new RangeError('a feature without geometry');
  return storedFeature(table, decodeWkb(geometry), columns);
}

/** One profile's schema of a PostgreSQL database. */
export class PostgisStore implements FeatureStore {
  readonly #pool: pg.Pool;
  readonly #location: string;
  readonly #profile: string;
  readonly #schema: string;

  constructor(pool: pg.Pool, location: string, profile: string) {
    this.#pool = pool;
    this.#location = location;
    this.#profile = profile;
    this.#schema = profileSchema(profile);
  }

  info(): Promise<StoreInfo> {
    return this.#guarded(readInfo(this.#pool, this.#location, this.#profile));
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

  async get(layer: LayerId, id: string): Promise<LayerFeature | undefined> {
    const table = layerTable(layer);
    const [row] = await this.#rows(getStatement(this.#schema, table, id));
    return row === undefined ? undefined : featureOf(table, row);
  }

  async *each(layer: LayerId, asOf?: IsoDate): AsyncGenerator<LayerFeature> {
    const table = layerTable(layer);
    const { text, values } = eachStatement(this.#schema, table, asOf);
    const client = await this.#guarded(this.#pool.connect());
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
      const lost = await client.query('ROLLBACK').then(
        () => undefined,
        (error: Error) => error,
      );
      client.release(lost);
    }
  }

  async close(): Promise<void> {
    await this.#pool.end();
  }

  #rows({ text, values }: Statement): Promise<readonly (readonly unknown[])[]> {
    return this.#guarded(rowsOf(this.#pool, text, values));
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
