import { err, ok, type Result } from '@giapranh/core';
import type pg from 'pg';
import { foreignDump, isOurs } from '../dump/dump-faults.js';
import type { DumpItem } from '../dump/dump-item.js';
import { featureRow } from '../feature-row.js';
import { LAYER_TABLES, type LayerTable, quoted } from '../layer-table.js';
import { RECORD_KINDS } from '../record-store.js';
import { featureColumns } from './feature-sql.js';
import { AS_LOAD, announceLayers, BatchWriter } from './load-postgis.js';
import { inTransaction, rowsOf } from './pool.js';
import { profileSchema, tableIn } from './postgis-tables.js';
import { isDatabaseError, postgresIssue } from './postgres-issue.js';
import { emptyRecords, listAudit, listRecords, restoreAudit, restoreRecord } from './record-tables.js';
import { readMeta } from './store-info.js';
import { featureOf } from './stored-row.js';

const BATCH = 500;
const INSTANT = `to_char(updated_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

async function* pages<T>(read: (last: T | undefined) => Promise<readonly T[]>): AsyncGenerator<T> {
  for (let last: T | undefined; ; ) {
    const page = await read(last);
    yield* page;
    last = page.at(-1);
    if (page.length < BATCH) return;
  }
}

async function* features(client: pg.PoolClient, schema: string, table: LayerTable): AsyncGenerator<DumpItem> {
  const sql = `SELECT ${featureColumns(table)}, ${INSTANT} FROM ${tableIn(schema, table)} WHERE fid > $1 ORDER BY fid LIMIT ${BATCH}`;
  for await (const row of pages<readonly unknown[]>((last) => rowsOf(client, sql, [last?.[0] ?? 0]))) {
    const updated = row.at(-1);
    yield {
      kind: 'feature',
      feature: featureOf(table, row.slice(0, -1)),
      updatedAt: typeof updated === 'string' ? updated : null,
    };
  }
}

/** See `FeatureStore.dump`. The caller ends the transaction, which sees one instant. */
export async function* dumpPostgis(
  client: pg.PoolClient,
  schema: string,
  profile: string,
): AsyncGenerator<DumpItem> {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  yield { kind: 'meta', profile, meta: await readMeta(client, profile) };
  for (const table of LAYER_TABLES) yield* features(client, schema, table);
  const removed = await rowsOf(client, `SELECT layer, id FROM ${quoted(schema)}.removed`);
  const tombs = removed.map(([name, id]) => {
    const layer = LAYER_TABLES.find((table) => table.name === name)?.layer.id ?? String(name);
    return { kind: 'removed', layer, id: String(id) } as const;
  });
  const order = (tomb: (typeof tombs)[number]) => `${tomb.layer}\u0000${tomb.id}`;
  yield* tombs.sort((a, b) => (order(a) < order(b) ? -1 : 1));
  for (const table of RECORD_KINDS) {
    for await (const record of pages((last: { key: string } | undefined) =>
      listRecords(client, schema, table, last?.key, BATCH),
    )) {
      yield { kind: 'record', table, record };
    }
  }
  for await (const entry of pages((last: { seq: number } | undefined) =>
    listAudit(client, schema, last?.seq ?? 0, BATCH),
  )) {
    yield { kind: 'audit', entry };
  }
}

class Restoring {
  readonly #client: pg.PoolClient;
  readonly #schema: string;
  readonly #profile: string;
  readonly #writer: BatchWriter;
  #newest = 1;

  constructor(client: pg.PoolClient, profile: string) {
    this.#client = client;
    this.#profile = profile;
    this.#schema = profileSchema(profile);
    this.#writer = new BatchWriter(client, this.#schema);
  }

  async begin(): Promise<void> {
    await this.#client.query(AS_LOAD);
    for (const table of LAYER_TABLES) await this.#client.query(`DELETE FROM ${tableIn(this.#schema, table)}`);
    await this.#client.query(`DELETE FROM ${quoted(this.#schema)}.removed`);
    await emptyRecords(this.#client, this.#schema);
  }

  async take(item: DumpItem): Promise<Result<undefined>> {
    switch (item.kind) {
      case 'meta':
        await this.#client.query(
          'UPDATE giapranh.profile SET content_hash = $2, loaded_at = $3 WHERE profile = $1',
          [this.#profile, item.meta?.contentHash ?? null, item.meta?.loadedAt ?? null],
        );
        break;
      case 'feature': {
        const { revision, provenance, ...plain } = item.feature;
        const row = featureRow(plain);
        if (!row.ok) return row;
        this.#newest = Math.max(this.#newest, revision);
        await this.#writer.write(row.value, { provenance, revision, updatedAt: item.updatedAt });
        break;
      }
      case 'removed':
        await this.#client.query(`INSERT INTO ${quoted(this.#schema)}.removed (layer, id) VALUES ($1, $2)`, [
          item.layer.replaceAll('-', '_'),
          item.id,
        ]);
        break;
      case 'record':
        this.#newest = Math.max(this.#newest, item.record.revision);
        await restoreRecord(this.#client, this.#schema, item.table, item.record);
        break;
      case 'audit':
        await restoreAudit(this.#client, this.#schema, item.entry);
    }
    return ok(undefined);
  }

  async finish(): Promise<void> {
    await this.#writer.finish();
    const [row] = await rowsOf(
      this.#client,
      "SELECT setval('giapranh.revision', greatest($1::bigint, last_value) + 1) FROM giapranh.revision",
      [this.#newest],
    );
    await announceLayers(this.#client, this.#schema, LAYER_TABLES, Number(row?.[0]));
  }
}

/** See `FeatureStore.restore`. */
export async function restorePostgis(
  pool: pg.Pool,
  location: string,
  profile: string,
  items: AsyncIterable<DumpItem>,
): Promise<Result<number>> {
  let refused: Result<number> | undefined;
  const refuse = (result: Result<number>): never => {
    refused = result;
    throw new Error('refused');
  };
  try {
    return await inTransaction(pool, 'READ WRITE', async (client) => {
      const restoring = new Restoring(client, profile);
      await restoring.begin();
      let count = 0;
      for await (const item of items) {
        if (!isOurs(item, count, profile)) refuse(err(foreignDump(profile)));
        const taken = await restoring.take(item);
        if (!taken.ok) refuse(taken);
        count += 1;
      }
      await restoring.finish();
      return ok(count);
    });
  } catch (error) {
    if (refused !== undefined) return refused;
    if (isDatabaseError(error)) return err(postgresIssue(location, error));
    throw error;
  }
}
