import { err, type Issue, type LayerId, ok, type Result } from '@giapranh/core';
import type { EditedFeature, EditOptions, EditOutcome, FeatureEdit } from '../edit.js';
import { alreadyThere, changedMeanwhile, notThere, wrongLayer } from '../edit-faults.js';
import { type FeatureRow, featureRow } from '../feature-row.js';
import type { StoredFeature } from '../feature-store.js';
import { type LayerTable, quoted } from '../layer-table.js';
import { featureOf } from './feature-page.js';
import { featureColumns } from './feature-sql.js';
import { encodeGeoPackageGeometry } from './geopackage-geometry.js';
import { indexName } from './geopackage-tables.js';
import type { SqliteConnection, SqlValue } from './sqlite.js';

/** Columns a feature is written to, but for the key and what the change triggers write. */
export function writtenColumns(table: LayerTable): readonly string[] {
  const names = table.properties.map(({ name }) => name);
  return ['geom', 'id', 'valid_from', 'valid_to', 'secrecy', ...names];
}

export function writtenValues({ geometry, envelope, id, validity, secrecy, values }: FeatureRow): SqlValue[] {
  return [
    encodeGeoPackageGeometry(geometry, envelope),
    id,
    validity.from,
    validity.to,
    secrecy,
    ...values.map((value) => (typeof value === 'boolean' ? Number(value) : value)),
  ];
}

export function putIndex(connection: SqliteConnection, { table, envelope }: FeatureRow, fid: SqlValue): void {
  const [minx, miny, maxx, maxy] = envelope;
  const sql = `INSERT OR REPLACE INTO ${indexName(table)} VALUES (?, ?, ?, ?, ?)`;
  connection.run(sql, [fid, minx, maxx, miny, maxy]);
}

interface Kept {
  readonly fid: SqlValue;
  readonly feature: StoredFeature;
}

function find(connection: SqliteConnection, table: LayerTable, id: string): Kept | undefined {
  const sql = `SELECT ${featureColumns(table)} FROM ${quoted(table.name)} WHERE id = ?`;
  const [row] = connection.rows(sql, [id]);
  return row === undefined ? undefined : { fid: row[0] ?? null, feature: featureOf(table, row) };
}

function insert(connection: SqliteConnection, row: FeatureRow): void {
  const names = writtenColumns(row.table);
  connection.run(
    `INSERT INTO ${quoted(row.table.name)} (${names.map(quoted).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
    writtenValues(row),
  );
  const [[fid] = []] = connection.rows(`SELECT fid FROM ${quoted(row.table.name)} WHERE id = ?`, [row.id]);
  putIndex(connection, row, fid ?? null);
}

function update(connection: SqliteConnection, row: FeatureRow, fid: SqlValue): void {
  const sets = writtenColumns(row.table).map((name) => `${quoted(name)} = ?`);
  const sql = `UPDATE ${quoted(row.table.name)} SET ${sets.join(', ')} WHERE fid = ?`;
  connection.run(sql, [...writtenValues(row), fid]);
  putIndex(connection, row, fid);
}

function remove(connection: SqliteConnection, table: LayerTable, fid: SqlValue): void {
  connection.run(`DELETE FROM ${quoted(table.name)} WHERE fid = ?`, [fid]);
  connection.run(`DELETE FROM ${indexName(table)} WHERE id = ?`, [fid]);
}

/** The contents' box is only widened: exact again at the next load. */
function widen(connection: SqliteConnection, { table, envelope }: FeatureRow): void {
  const [minx, miny, maxx, maxy] = envelope;
  connection.run(
    `UPDATE gpkg_contents SET min_x = min(coalesce(min_x, ?1), ?1), min_y = min(coalesce(min_y, ?2), ?2),
       max_x = max(coalesce(max_x, ?3), ?3), max_y = max(coalesce(max_y, ?4), ?4),
       last_change = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') WHERE table_name = ?5`,
    [minx, miny, maxx, maxy, table.name],
  );
}

export function newestRevision(connection: SqliteConnection): number {
  const [row] = connection.rows('SELECT max(seq) FROM giapranh_change');
  return Number(row?.[0] ?? 0);
}

export interface Edited extends EditedFeature {
  readonly before: StoredFeature | undefined;
  readonly after: StoredFeature | undefined;
}

function applyOne(
  connection: SqliteConnection,
  table: LayerTable,
  edit: FeatureEdit,
  expected: number | undefined,
): Result<Edited> {
  const layer: LayerId = table.layer.id;
  if (edit.op !== 'delete' && edit.feature.layer !== layer) {
    return err(wrongLayer(layer, edit.feature.id, edit.feature.layer));
  }
  const row = edit.op === 'delete' ? undefined : featureRow(edit.feature);
  if (row?.ok === false) return row;
  const id = edit.op === 'delete' ? edit.id.normalize('NFC') : (row?.value.id ?? '');
  const kept = find(connection, table, id);
  if (edit.op === 'insert' && kept !== undefined) return err(alreadyThere(layer, id));
  if (edit.op !== 'insert' && kept === undefined) return err(notThere(layer, id));
  const wanted = edit.op === 'insert' ? undefined : (edit.expected ?? expected);
  if (kept !== undefined && wanted !== undefined && wanted !== kept.feature.revision) {
    return err(changedMeanwhile(layer, id, wanted, kept.feature.revision));
  }
  if (row === undefined) remove(connection, table, kept?.fid ?? null);
  else if (kept === undefined) insert(connection, row.value);
  else update(connection, row.value, kept.fid);
  if (row !== undefined) widen(connection, row.value);
  const after = row === undefined ? undefined : find(connection, table, id)?.feature;
  const revision = after?.revision ?? newestRevision(connection);
  return ok({ id, op: edit.op, revision, before: kept?.feature, after });
}

/** See `FeatureStore.applyEdits`; inside a writing transaction without the index's triggers. */
export function editGeoPackage(
  connection: SqliteConnection,
  table: LayerTable,
  edits: readonly FeatureEdit[],
  options: EditOptions,
  onEdited: (edited: Edited) => void,
): Result<EditOutcome> {
  const edited: EditedFeature[] = [];
  const faults: Issue[] = [];
  const analysis = options.writer === 'analysis';
  if (analysis) connection.run("INSERT OR IGNORE INTO giapranh_writer (name) VALUES ('analysis')", []);
  for (const edit of edits) {
    const one = applyOne(connection, table, edit, options.expected);
    if (one.ok) {
      edited.push({ id: one.value.id, op: one.value.op, revision: one.value.revision });
      onEdited(one.value);
    } else faults.push(...one.issues);
  }
  if (analysis) connection.run('DELETE FROM giapranh_writer', []);
  const [first, ...rest] = faults;
  return first === undefined ? ok({ edited, revision: newestRevision(connection) }) : err(first, ...rest);
}
