import { err, type LayerFeature, ok, type Result } from '@giapranh/core';
import type pg from 'pg';
import type { FeatureRow } from '../feature-row.js';
import type { LoadProgress, StoreMeta } from '../feature-store.js';
import { LAYER_TABLES, type LayerTable, literal, quoted } from '../layer-table.js';
import { duplicateId, LoadCheck } from '../load-check.js';
import { encodeWkb } from '../wkb.js';
import { inTransaction } from './pool.js';
import { COLUMN_TYPES, profileSchema, tableIn } from './postgis-tables.js';
import { isDatabaseError, postgresIssue } from './postgres-issue.js';

const BATCH_ROWS = 500;
const BATCH_BYTES = 4_000_000;
const UNIQUE_VIOLATION = '23505';

/** Thrown inside the load's transaction to roll it back. */
class Refused extends Error {
  readonly result: Result<number>;

  constructor(result: Result<number>) {
    super('the load was refused');
    this.result = result;
  }
}

interface Batch {
  readonly rows: FeatureRow[];
  readonly geometries: Uint8Array[];
  bytes: number;
  fid: number;
}

/** One statement of one array a column: no SQL is made from values. */
function insertSql(schema: string, table: LayerTable): string {
  const columns = [
    { name: 'fid', type: 'bigint' },
    { name: 'geom', type: 'bytea' },
    { name: 'id', type: 'text' },
    { name: 'valid_from', type: 'date' },
    { name: 'valid_to', type: 'date' },
    ...table.properties.map(({ name, type }) => ({ name, type: COLUMN_TYPES[type] })),
  ];
  const names = columns.map(({ name }) => quoted(name));
  const selected = names.map((name) => (name === '"geom"' ? 'ST_GeomFromWKB(geom, 4326)' : name));
  const arrays = columns.map(({ type }, index) => `$${index + 1}::${type}[]`);
  return `INSERT INTO ${tableIn(schema, table)} (${names.join(', ')})
    SELECT ${selected.join(', ')} FROM unnest(${arrays.join(', ')}) AS batch (${names.join(', ')})`;
}

/** Writes rows of all layers in batches, numbering each layer's from 1. */
class BatchWriter {
  readonly #client: pg.PoolClient;
  readonly #schema: string;
  readonly #batches = new Map<LayerTable, Batch>();
  written = 0;

  constructor(client: pg.PoolClient, schema: string) {
    this.#client = client;
    this.#schema = schema;
  }

  /** Whether a batch went out. */
  async write(row: FeatureRow): Promise<boolean> {
    const batch = this.#batches.get(row.table) ?? { rows: [], geometries: [], bytes: 0, fid: 0 };
    this.#batches.set(row.table, batch);
    const geometry = encodeWkb(row.geometry);
    batch.rows.push(row);
    batch.geometries.push(geometry);
    batch.bytes += geometry.length;
    if (batch.rows.length < BATCH_ROWS && batch.bytes < BATCH_BYTES) return false;
    await this.#send(row.table, batch);
    return true;
  }

  async finish(): Promise<void> {
    for (const [table, batch] of this.#batches) {
      if (batch.rows.length > 0) await this.#send(table, batch);
      const name = tableIn(this.#schema, table);
      await this.#client.query(`SELECT setval(pg_get_serial_sequence(${literal(name)}, 'fid'), $1)`, [
        batch.fid,
      ]);
    }
    for (const table of LAYER_TABLES) await this.#client.query(`ANALYZE ${tableIn(this.#schema, table)}`);
  }

  async #send(table: LayerTable, batch: Batch): Promise<void> {
    const { rows, geometries } = batch;
    const first = batch.fid + 1;
    await this.#client.query({
      text: insertSql(this.#schema, table),
      values: [
        rows.map((_, index) => first + index),
        geometries.map((bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)),
        rows.map((row) => row.id),
        rows.map((row) => row.validity.from),
        rows.map((row) => row.validity.to),
        ...table.properties.map((_, index) => rows.map((row) => row.values[index] ?? null)),
      ],
    });
    batch.fid += rows.length;
    this.written += rows.length;
    rows.length = 0;
    geometries.length = 0;
    batch.bytes = 0;
  }
}

function duplicateIn(error: unknown, location: string) {
  if (!isDatabaseError(error)) throw error;
  if (!('code' in error) || error.code !== UNIQUE_VIOLATION) return postgresIssue(location, error);
  const [table, detail] = [
    'table' in error ? String(error.table) : '',
    'detail' in error ? String(error.detail) : '',
  ];
  const layer = LAYER_TABLES.find((entry) => entry.name === table)?.layer.id;
  const id = /\)=\((.*)\)/s.exec(detail)?.[1];
  return layer === undefined || id === undefined ? postgresIssue(location, error) : duplicateId(layer, id);
}

/** See `FeatureStore.replaceAll`. Readers go on with the old rows until the commit. */
export async function loadPostgis(
  pool: pg.Pool,
  location: string,
  profile: string,
  meta: StoreMeta,
  features: Iterable<LayerFeature> | AsyncIterable<LayerFeature>,
  onProgress: (progress: LoadProgress) => void = () => undefined,
): Promise<Result<number>> {
  const schema = profileSchema(profile);
  const check = new LoadCheck();
  // What the iterator throws is the caller's, whatever it looks like.
  let given: { readonly error: unknown } | undefined;
  async function* guarded() {
    try {
      yield* features;
    } catch (error) {
      given = { error };
      throw error;
    }
  }
  try {
    return await inTransaction(pool, 'READ WRITE', async (client) => {
      await client.query('SELECT pg_advisory_xact_lock(hashtext($1))', [schema]);
      for (const table of LAYER_TABLES) await client.query(`DELETE FROM ${tableIn(schema, table)}`);
      const writer = new BatchWriter(client, schema);
      for await (const feature of guarded()) {
        const row = check.admit(feature);
        if (row !== undefined && (await writer.write(row))) {
          onProgress({ layer: feature.layer, written: writer.written });
        }
      }
      const [first, ...rest] = check.faults;
      if (first !== undefined) throw new Refused(err(first, ...rest));
      await writer.finish();
      await client.query('UPDATE giapranh.profile SET content_hash = $2, loaded_at = $3 WHERE profile = $1', [
        profile,
        meta.contentHash,
        meta.loadedAt,
      ]);
      return ok(writer.written, check.notes());
    });
  } catch (error) {
    if (error instanceof Refused) return error.result;
    if (given !== undefined) throw error;
    return err(duplicateIn(error, location));
  }
}
