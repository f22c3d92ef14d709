import { setImmediate as breathe } from 'node:timers/promises';
import { err, type LayerFeature, ok, type Result } from '@giapranh/core';
import type { FeatureRow } from '../feature-row.js';
import type { LoadProgress, StoreMeta } from '../feature-store.js';
import { type LayerTable, LOADED_TABLES, quoted } from '../layer-table.js';
import { duplicateId, LoadCheck, registerLoaded } from '../load-check.js';
import { attempt } from './attempt.js';
import { changeTriggers } from './change-triggers.js';
import { connect, settle } from './connect.js';
import { putIndex, writtenColumns, writtenValues } from './edit-geopackage.js';
import { createIndexTriggers } from './geopackage-tables.js';
import { clearLoaded, type KeptRows, nextLoadRevision } from './kept-rows.js';
import { patiently } from './patience.js';
import type { SqliteConnection, SqliteDriver, SqlValue } from './sqlite.js';
import { SQLITE, SqliteError } from './sqlite-error.js';

/** Features between two breaths, in which the process can answer others. */
const BREATH = 250;

/** Writes rows of all layers in their order and widens each layer's extent. */
class RowWriter {
  readonly #connection: SqliteConnection;
  readonly #kept: KeptRows;
  readonly #layers = new Map<LayerTable, { fid: number; box: [number, number, number, number] }>();
  readonly #revision: number;
  written = 0;

  constructor(connection: SqliteConnection, kept: KeptRows, revision: number) {
    this.#connection = connection;
    this.#kept = kept;
    this.#revision = revision;
  }

  write(row: FeatureRow): void {
    const { table, envelope } = row;
    if (this.#kept.has(table, row.id)) return;
    const layer = this.#layers.get(table) ?? {
      fid: this.#kept.lastFid(table),
      box: [Infinity, Infinity, -Infinity, -Infinity],
    };
    this.#layers.set(table, layer);
    const [minx, miny, maxx, maxy] = envelope;
    const { box } = layer;
    layer.box = [
      Math.min(box[0], minx),
      Math.min(box[1], miny),
      Math.max(box[2], maxx),
      Math.max(box[3], maxy),
    ];
    layer.fid += 1;
    const columns: SqlValue[] = [layer.fid, 'loaded', this.#revision, ...writtenValues(row)];
    this.#connection.run(insertSql(table), columns);
    putIndex(this.#connection, row, layer.fid);
    this.written += 1;
  }

  finish(meta: StoreMeta): void {
    const changed = new Date(meta.loadedAt).toISOString();
    this.#connection.run('UPDATE gpkg_contents SET last_change = ?', [changed]);
    for (const [table, { box }] of this.#layers) {
      const sql = this.#kept.lastFid(table) === 0 ? SET_BOX : WIDEN_BOX;
      this.#connection.run(sql, [...box, table.name]);
    }
    const entries = { content_hash: meta.contentHash, loaded_at: meta.loadedAt };
    for (const [key, value] of Object.entries(entries)) {
      this.#connection.run('INSERT OR REPLACE INTO giapranh_meta (key, value) VALUES (?, ?)', [key, value]);
    }
    this.#connection.exec(
      LOADED_TABLES.map((table) => createIndexTriggers(table) + changeTriggers(table)).join('\n'),
    );
  }
}

const SET_BOX = 'UPDATE gpkg_contents SET min_x = ?, min_y = ?, max_x = ?, max_y = ? WHERE table_name = ?';
const WIDEN_BOX = `UPDATE gpkg_contents SET min_x = min(min_x, ?), min_y = min(min_y, ?), max_x = max(max_x, ?),
  max_y = max(max_y, ?) WHERE table_name = ?`;

function insertSql(table: LayerTable): string {
  const names = ['fid', 'provenance', 'revision', ...writtenColumns(table)];
  const marks = names.map(() => '?').join(', ');
  return `INSERT INTO ${quoted(table.name)} (${names.map(quoted).join(', ')}) VALUES (${marks})`;
}

async function fill(
  connection: SqliteConnection,
  meta: StoreMeta,
  features: Iterable<LayerFeature> | AsyncIterable<LayerFeature>,
  onProgress: (progress: LoadProgress) => void,
): Promise<Result<number>> {
  const check = new LoadCheck();
  const kept = clearLoaded(connection);
  const writer = new RowWriter(connection, kept, nextLoadRevision(connection));
  for await (const feature of features) {
    const row = check.admit(feature);
    if (row === undefined) continue;
    if (row.table.register) {
      check.faults.push(registerLoaded(feature.layer, row.id));
      continue;
    }
    try {
      writer.write(row);
    } catch (error) {
      if (!(error instanceof SqliteError) || error.code !== SQLITE.CONSTRAINT) throw error;
      check.faults.push(duplicateId(feature.layer, row.id));
    }
    if (writer.written % BREATH === 0) {
      onProgress({ layer: feature.layer, written: writer.written });
      await breathe();
    }
  }
  const [first, ...rest] = check.faults;
  if (first !== undefined) return err(first, ...rest);
  writer.finish(meta);
  return ok(writer.written, check.notes());
}

/** See `FeatureStore.replaceAll`. One transaction on a connection of its own; layer tables are made anew. */
export async function loadGeoPackage(
  driver: SqliteDriver,
  path: string,
  meta: StoreMeta,
  features: Iterable<LayerFeature> | AsyncIterable<LayerFeature>,
  onProgress: (progress: LoadProgress) => void = () => undefined,
): Promise<Result<number>> {
  return attempt(path, async () => {
    const connection = await patiently(() => connect(driver, path));
    try {
      await patiently(() => connection.exec('BEGIN IMMEDIATE'));
      const result = await fill(connection, meta, features, onProgress);
      connection.exec(result.ok ? 'COMMIT' : 'ROLLBACK');
      if (result.ok) settle(connection);
      return result;
    } finally {
      // Closing rolls back what was not committed.
      connection.close();
    }
  });
}
