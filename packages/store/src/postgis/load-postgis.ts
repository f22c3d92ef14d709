import { encodeWkb, err, type LayerFeature, ok, type Result } from '@giapranh/core';
import type pg from 'pg';
import type { FeatureRow } from '../feature-row.js';
import type { LoadProgress, StoredFeature, StoreMeta } from '../feature-store.js';
import { LAYER_TABLES, type LayerTable, LOADED_TABLES, literal, quoted } from '../layer-table.js';
import { duplicateId, LoadCheck, registerLoaded } from '../load-check.js';
import { inTransaction, rowsOf } from './pool.js';
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

/** What a load writes of a row's history, in place of the triggers. */
export interface RowStamp {
  readonly provenance: StoredFeature['provenance'];
  readonly revision: number;
  readonly updatedAt: string | null;
}

interface Batch {
  readonly stamps: RowStamp[];
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
    { name: 'secrecy', type: 'text' },
    { name: 'provenance', type: 'text' },
    { name: 'revision', type: 'bigint' },
    { name: 'updated_at', type: 'timestamptz' },
    ...table.properties.map(({ name, type }) => ({ name, type: COLUMN_TYPES[type] })),
  ];
  const names = columns.map(({ name }) => quoted(name));
  const selected = names.map((name) => (name === '"geom"' ? 'ST_GeomFromWKB(geom, 4326)' : name));
  const arrays = columns.map(({ type }, index) => `$${index + 1}::${type}[]`);
  return `INSERT INTO ${tableIn(schema, table)} (${names.join(', ')})
    SELECT ${selected.join(', ')} FROM unnest(${arrays.join(', ')}) AS batch (${names.join(', ')})`;
}

/** Writes rows of all layers in batches, numbering each layer's after those that are there. */
export class BatchWriter {
  readonly #client: pg.PoolClient;
  readonly #schema: string;
  readonly #batches = new Map<LayerTable, Batch>();
  readonly #first: ReadonlyMap<LayerTable, number>;
  written = 0;

  /** `first`: the highest key of the rows that stay. */
  constructor(client: pg.PoolClient, schema: string, first: ReadonlyMap<LayerTable, number> = new Map()) {
    this.#client = client;
    this.#schema = schema;
    this.#first = first;
  }

  /** Whether a batch went out. */
  async write(row: FeatureRow, stamp: RowStamp): Promise<boolean> {
    const fid = this.#first.get(row.table) ?? 0;
    const batch = this.#batches.get(row.table) ?? { rows: [], stamps: [], geometries: [], bytes: 0, fid };
    this.#batches.set(row.table, batch);
    const geometry = encodeWkb(row.geometry);
    batch.rows.push(row);
    batch.stamps.push(stamp);
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
    const { rows, stamps, geometries } = batch;
    const first = batch.fid + 1;
    await this.#client.query({
      text: insertSql(this.#schema, table),
      values: [
        rows.map((_, index) => first + index),
        geometries.map((bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)),
        rows.map((row) => row.id),
        rows.map((row) => row.validity.from),
        rows.map((row) => row.validity.to),
        rows.map((row) => row.secrecy),
        stamps.map((stamp) => stamp.provenance),
        stamps.map((stamp) => stamp.revision),
        stamps.map((stamp) => stamp.updatedAt),
        ...table.properties.map((_, index) => rows.map((row) => row.values[index] ?? null)),
      ],
    });
    batch.fid += rows.length;
    this.written += rows.length;
    rows.length = 0;
    stamps.length = 0;
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

/** For the transaction: the triggers leave rows as the load writes them. */
export const AS_LOAD = "SELECT set_config('giapranh.writer', 'load', true)";

/** Told by us for a whole load: the triggers tell nothing of it. */
export async function announceLayers(
  client: pg.PoolClient,
  schema: string,
  tables: readonly LayerTable[],
  revision: number,
): Promise<void> {
  for (const { name } of tables) {
    const told = JSON.stringify({ table: name, ids: null, revision });
    await client.query('SELECT pg_notify($1, $2)', [schema, told]);
  }
}

interface KeptRows {
  has(table: LayerTable, id: string): boolean;
  readonly lastFids: ReadonlyMap<LayerTable, number>;
}

/** Takes out what was loaded; what people wrote or removed stands, whatever the load brings. */
async function clearLoaded(client: pg.PoolClient, schema: string): Promise<KeptRows> {
  const ids = new Map<LayerTable, ReadonlySet<string>>();
  const lastFids = new Map<LayerTable, number>();
  for (const table of LOADED_TABLES) {
    const name = tableIn(schema, table);
    await client.query(`DELETE FROM ${name} WHERE provenance = 'loaded'`);
    const rows = await rowsOf(
      client,
      `SELECT id, fid FROM ${name} UNION ALL SELECT id, 0 FROM ${quoted(schema)}.removed WHERE layer = $1`,
      [table.name],
    );
    ids.set(table, new Set(rows.map(([id]) => String(id))));
    lastFids.set(table, Math.max(0, ...rows.map(([, fid]) => Number(fid))));
  }
  return { has: (table, id) => ids.get(table)?.has(id) === true, lastFids };
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
      await client.query(AS_LOAD);
      const kept = await clearLoaded(client, schema);
      const writer = new BatchWriter(client, schema, kept.lastFids);
      const [next] = await rowsOf(client, "SELECT nextval('giapranh.revision')");
      const stamp = { provenance: 'loaded', revision: Number(next?.[0]), updatedAt: null } as const;
      for await (const feature of guarded()) {
        const row = check.admit(feature);
        if (row?.table.register === true) check.faults.push(registerLoaded(feature.layer, row.id));
        if (row === undefined || row.table.register || kept.has(row.table, row.id)) continue;
        if (await writer.write(row, stamp)) {
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
      await announceLayers(client, schema, LOADED_TABLES, stamp.revision);
      return ok(writer.written, check.notes());
    });
  } catch (error) {
    if (error instanceof Refused) return error.result;
    if (given !== undefined) throw error;
    return err(duplicateIn(error, location));
  }
}
