import { err, ok, type Result } from '@giapranh/core';
import { foreignDump, isOurs } from '../dump/dump-faults.js';
import type { DumpItem } from '../dump/dump-item.js';
import { featureRow } from '../feature-row.js';
import { LAYER_TABLES, type LayerTable, quoted } from '../layer-table.js';
import { RECORD_KINDS } from '../record-store.js';
import { attempt } from './attempt.js';
import { changeTriggers } from './change-triggers.js';
import { connect, settle } from './connect.js';
import { putIndex, writtenColumns, writtenValues } from './edit-geopackage.js';
import { featureOf } from './feature-page.js';
import { featureColumns } from './feature-sql.js';
import { createIndexTriggers, createLayer, dropLayer } from './geopackage-tables.js';
import { patiently } from './patience.js';
import { emptyRecords, listAudit, listRecords, restoreAudit, restoreRecord } from './record-tables.js';
import type { SqliteConnection, SqliteDriver, SqlValue } from './sqlite.js';
import { readMeta } from './store-info.js';

const BATCH = 200;

function* pages<T>(read: (last: T | undefined) => readonly T[]): Generator<T> {
  for (let last: T | undefined; ; ) {
    const page = read(last);
    yield* page;
    last = page.at(-1);
    if (page.length < BATCH) return;
  }
}

function* features(connection: SqliteConnection, table: LayerTable): Generator<DumpItem> {
  const sql = `SELECT ${featureColumns(table)}, updated_at FROM ${quoted(table.name)} WHERE fid > ? ORDER BY fid LIMIT ${BATCH}`;
  for (const row of pages<readonly SqlValue[]>((last) => connection.rows(sql, [last?.[0] ?? 0]))) {
    const updated = row.at(-1);
    yield {
      kind: 'feature',
      feature: featureOf(table, row.slice(0, -1)),
      updatedAt: typeof updated === 'string' ? updated : null,
    };
  }
}

/** See `FeatureStore.dump`. The open transaction keeps one instant in view. */
export async function* dumpGeoPackage(open: () => SqliteConnection): AsyncGenerator<DumpItem> {
  const connection = open();
  try {
    connection.exec('BEGIN');
    yield { kind: 'meta', ...readMeta(connection) };
    for (const table of LAYER_TABLES) yield* features(connection, table);
    for (const [layer, id] of connection.rows('SELECT layer, id FROM giapranh_removed ORDER BY layer, id')) {
      yield { kind: 'removed', layer: String(layer), id: String(id) };
    }
    for (const table of RECORD_KINDS) {
      for (const record of pages((last: { key: string } | undefined) =>
        listRecords(connection, table, last?.key, BATCH),
      )) {
        yield { kind: 'record', table, record };
      }
    }
    for (const entry of pages((last: { seq: number } | undefined) =>
      listAudit(connection, last?.seq ?? 0, BATCH),
    )) {
      yield { kind: 'audit', entry };
    }
  } finally {
    connection.close();
  }
}

class Restoring {
  readonly #connection: SqliteConnection;
  readonly #boxes = new Map<LayerTable, [number, number, number, number]>();
  newest = 1;

  constructor(connection: SqliteConnection) {
    this.#connection = connection;
    connection.run("INSERT OR IGNORE INTO giapranh_writer (name) VALUES ('load')", []);
    connection.exec(LAYER_TABLES.map((table) => dropLayer(table) + createLayer(table)).join('\n'));
    connection.exec("DELETE FROM giapranh_removed; DELETE FROM giapranh_meta WHERE key <> 'profile'");
    emptyRecords(connection);
  }

  take(item: DumpItem): Result<undefined> {
    switch (item.kind) {
      case 'meta': {
        const { meta } = item;
        if (meta === null) break;
        for (const [key, value] of [
          ['content_hash', meta.contentHash],
          ['loaded_at', meta.loadedAt],
        ] as const) {
          this.#connection.run('INSERT INTO giapranh_meta (key, value) VALUES (?, ?)', [key, value]);
        }
        break;
      }
      case 'feature':
        return this.#feature(item);
      case 'removed':
        this.#connection.run('INSERT INTO giapranh_removed (layer, id) VALUES (?, ?)', [item.layer, item.id]);
        break;
      case 'record':
        this.newest = Math.max(this.newest, item.record.revision);
        restoreRecord(this.#connection, item.table, item.record);
        break;
      case 'audit':
        restoreAudit(this.#connection, item.entry);
    }
    return ok(undefined);
  }

  #feature({ feature, updatedAt }: DumpItem & { kind: 'feature' }): Result<undefined> {
    const { revision, provenance, ...plain } = feature;
    const row = featureRow(plain);
    if (!row.ok) return row;
    const { table, envelope } = row.value;
    const names = [...writtenColumns(table), 'provenance', 'revision', 'updated_at'];
    const sql = `INSERT INTO ${quoted(table.name)} (${names.map(quoted).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`;
    this.#connection.run(sql, [...writtenValues(row.value), provenance, revision, updatedAt]);
    const [last] = this.#connection.rows('SELECT last_insert_rowid()');
    putIndex(this.#connection, row.value, last?.[0] ?? null);
    const box = this.#boxes.get(table) ?? [Infinity, Infinity, -Infinity, -Infinity];
    const [minx, miny, maxx, maxy] = envelope;
    this.#boxes.set(table, [
      Math.min(box[0], minx),
      Math.min(box[1], miny),
      Math.max(box[2], maxx),
      Math.max(box[3], maxy),
    ]);
    this.newest = Math.max(this.newest, revision);
    return ok(undefined);
  }

  finish(): void {
    const connection = this.#connection;
    for (const [table, box] of this.#boxes) {
      connection.run(
        'UPDATE gpkg_contents SET min_x = ?, min_y = ?, max_x = ?, max_y = ? WHERE table_name = ?',
        [...box, table.name],
      );
    }
    connection.exec(
      LAYER_TABLES.map((table) => createIndexTriggers(table) + changeTriggers(table)).join('\n'),
    );
    const [row] = connection.rows('SELECT max(seq) FROM giapranh_change');
    const newest = Math.max(this.newest, Number(row?.[0]));
    LAYER_TABLES.forEach((table, index) => {
      connection.run('INSERT INTO giapranh_change (seq, layer, id) VALUES (?, ?, NULL)', [
        newest + 1 + index,
        table.layer.id,
      ]);
    });
    connection.run('DELETE FROM giapranh_writer', []);
  }
}

async function restoreAll(
  connection: SqliteConnection,
  profile: string,
  items: AsyncIterable<DumpItem>,
): Promise<Result<number>> {
  const restoring = new Restoring(connection);
  let count = 0;
  for await (const item of items) {
    if (!isOurs(item, count, profile)) return err(foreignDump(profile));
    const taken = restoring.take(item);
    if (!taken.ok) return taken;
    count += 1;
  }
  restoring.finish();
  return ok(count);
}

/** See `FeatureStore.restore`. */
export async function restoreGeoPackage(
  driver: SqliteDriver,
  path: string,
  profile: string,
  items: AsyncIterable<DumpItem>,
): Promise<Result<number>> {
  return attempt(path, async () => {
    const connection = await patiently(() => connect(driver, path));
    try {
      await patiently(() => connection.exec('BEGIN IMMEDIATE'));
      const result = await restoreAll(connection, profile, items);
      connection.exec(result.ok ? 'COMMIT' : 'ROLLBACK');
      if (result.ok) settle(connection);
      return result;
    } finally {
      connection.close();
    }
  });
}
