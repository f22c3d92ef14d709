import { setImmediate as breathe } from 'node:timers/promises';
import { err, type LayerFeature, ok, type Result } from '@giapranh/core';
import type { FeatureRow } from '../feature-row.js';
import type { LoadProgress, StoreMeta } from '../feature-store.js';
import { LAYER_TABLES, type LayerTable, quoted } from '../layer-table.js';
import { duplicateId, LoadCheck } from '../load-check.js';
import { attempt } from './attempt.js';
import { connect, settle } from './connect.js';
import { encodeGeoPackageGeometry } from './geopackage-geometry.js';
import { createIndexTriggers, createLayer, dropLayer, indexName } from './geopackage-tables.js';
import { patiently } from './patience.js';
import type { SqliteConnection, SqliteDriver, SqlValue } from './sqlite.js';
import { SQLITE, SqliteError } from './sqlite-error.js';

/** Features between two breaths, in which the process can answer others. */
const BREATH = 250;

/** Writes rows of all layers, numbering each layer's from 1 and widening its extent. */
class RowWriter {
  readonly #connection: SqliteConnection;
  readonly #layers = new Map<LayerTable, { fid: number; box: [number, number, number, number] }>();
  written = 0;

  constructor(connection: SqliteConnection) {
    this.#connection = connection;
  }

  write({ table, id, geometry, envelope, values, validity }: FeatureRow): void {
    const layer = this.#layers.get(table) ?? { fid: 0, box: [Infinity, Infinity, -Infinity, -Infinity] };
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
    const columns: SqlValue[] = [
      layer.fid,
      encodeGeoPackageGeometry(geometry, envelope),
      id,
      validity.from,
      validity.to,
      ...values.map((value) => (typeof value === 'boolean' ? Number(value) : value)),
    ];
    this.#connection.run(insertSql(table), columns);
    this.#connection.run(`INSERT INTO ${indexName(table)} VALUES (?, ?, ?, ?, ?)`, [
      layer.fid,
      minx,
      maxx,
      miny,
      maxy,
    ]);
    this.written += 1;
  }

  finish(meta: StoreMeta): void {
    const changed = new Date(meta.loadedAt).toISOString();
    this.#connection.run('UPDATE gpkg_contents SET last_change = ?', [changed]);
    for (const [table, { box }] of this.#layers) {
      this.#connection.run(
        'UPDATE gpkg_contents SET min_x = ?, min_y = ?, max_x = ?, max_y = ? WHERE table_name = ?',
        [...box, table.name],
      );
    }
    const entries = { content_hash: meta.contentHash, loaded_at: meta.loadedAt };
    for (const [key, value] of Object.entries(entries)) {
      this.#connection.run('INSERT OR REPLACE INTO giapranh_meta (key, value) VALUES (?, ?)', [key, value]);
    }
    this.#connection.exec(LAYER_TABLES.map(createIndexTriggers).join('\n'));
  }
}

function insertSql(table: LayerTable): string {
  const names = ['fid', 'geom', 'id', 'valid_from', 'valid_to', ...table.properties.map(({ name }) => name)];
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
  const writer = new RowWriter(connection);
  connection.exec(LAYER_TABLES.map((table) => dropLayer(table) + createLayer(table)).join('\n'));
  for await (const feature of features) {
    const row = check.admit(feature);
    if (row === undefined) continue;
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
    const connection = connect(driver, path);
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
