import type { LayerFeature } from '@giapranh/core';
import { meetsBox, windowsOf } from '../box-meeting.js';
import type { FeaturePage, FeatureQuery, QueryBox } from '../feature-store.js';
import { type LayerTable, quoted } from '../layer-table.js';
import { storedFeature } from '../stored-feature.js';
import {
  acrossWindows,
  allOf,
  equals,
  featureColumns,
  inForce,
  inForceDuring,
  nearWindows,
  notAmong,
  type Sql,
} from './feature-sql.js';
import { decodeGeoPackageGeometry } from './geopackage-geometry.js';
import type { SqliteConnection, SqlValue } from './sqlite.js';

function geometryOf(value: SqlValue | undefined) {
  if (!(value instanceof Uint8Array)) throw new RangeError('a feature without geometry');
  return decodeGeoPackageGeometry(value);
}

/** A row of `featureColumns`. */
export function featureOf(table: LayerTable, [, geometry, ...columns]: readonly SqlValue[]): LayerFeature {
  return storedFeature(table, geometryOf(geometry), columns);
}

function attributeConditions(query: FeatureQuery): readonly Sql[] {
  return [
    ...(query.asOf === undefined ? [] : inForce(query.asOf)),
    ...(query.during === undefined ? [] : inForceDuring(query.during)),
    ...Object.entries(query.filter ?? {}).map(([column, value]) => equals(column, value)),
  ];
}

const STRADDLING_BATCH = 200;

/** Features whose box meets the query box and whose geometry does not. Only boxes on its edge are looked into. */
function outsiders(
  connection: SqliteConnection,
  table: LayerTable,
  bbox: QueryBox,
  conditions: readonly Sql[],
) {
  const windows = windowsOf(bbox);
  const found: SqlValue[] = [];
  for (let last: SqlValue | undefined = 0; last !== undefined; ) {
    const where = allOf([{ text: 'fid > ?', values: [last] }, acrossWindows(table, windows), ...conditions]);
    const sql = `SELECT fid, geom FROM ${quoted(table.name)} ${where.text} ORDER BY fid LIMIT ${STRADDLING_BATCH}`;
    const rows = connection.rows(sql, where.values);
    for (const [fid, bytes] of rows) {
      const geometry = geometryOf(bytes);
      if (fid !== undefined && !windows.some((window) => meetsBox(window, geometry))) found.push(fid);
    }
    last = rows.length < STRADDLING_BATCH ? undefined : rows.at(-1)?.[0];
  }
  return found;
}

/** What of the layer matches, as a WHERE clause: exact, answered by the indexes. */
export function matching(connection: SqliteConnection, table: LayerTable, query: FeatureQuery): Sql {
  const conditions = attributeConditions(query);
  if (query.bbox === undefined) return allOf(conditions);
  const excluded = outsiders(connection, table, query.bbox, conditions);
  return allOf([
    nearWindows(table, windowsOf(query.bbox)),
    ...(excluded.length === 0 ? [] : [notAmong(excluded)]),
    ...conditions,
  ]);
}

export function pageSql(table: LayerTable, where: Sql, { limit, offset }: FeatureQuery): Sql {
  return {
    text: `SELECT ${featureColumns(table)} FROM ${quoted(table.name)} ${where.text} ORDER BY fid LIMIT ? OFFSET ?`,
    values: [...where.values, limit, offset],
  };
}

/** To be called inside one transaction: several statements must see the same instant. */
export function readPage(connection: SqliteConnection, table: LayerTable, query: FeatureQuery): FeaturePage {
  const where = matching(connection, table, query);
  const [count] = connection.rows(`SELECT count(*) FROM ${quoted(table.name)} ${where.text}`, where.values);
  const page = pageSql(table, where, query);
  const rows = connection.rows(page.text, page.values);
  return { features: rows.map((row) => featureOf(table, row)), numberMatched: Number(count?.[0]) };
}
