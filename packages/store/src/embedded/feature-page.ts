import type { LayerFeature } from '@giapranh/core';
import { meetsBox, windowsOf } from '../box-meeting.js';
import type {
  FeaturePage,
  FeatureQuery,
  KeysetPage,
  KeysetQuery,
  QueryBox,
  StoredFeature,
} from '../feature-store.js';
import { type LayerTable, layerTable, quoted } from '../layer-table.js';
import { storedFeature } from '../stored-feature.js';
import {
  acrossWindows,
  allOf,
  among,
  equals,
  featureColumns,
  inForce,
  inForceDuring,
  mayBeRead,
  nearWindows,
  notAmong,
  type Sql,
} from './feature-sql.js';
import { decodeGeoPackageGeometry } from './geopackage-geometry.js';
import type { PreparedFilter } from './prepared-filter.js';
import type { SqliteConnection, SqlValue } from './sqlite.js';

function geometryOf(value: SqlValue | undefined) {
  if (!(value instanceof Uint8Array)) throw new RangeError('a feature without geometry');
  return decodeGeoPackageGeometry(value);
}

/** A row of `featureColumns`. */
export function featureOf(table: LayerTable, [, geometry, ...columns]: readonly SqlValue[]): StoredFeature {
  return storedFeature(table, geometryOf(geometry), columns);
}

function attributeConditions(query: KeysetQuery, prepared?: PreparedFilter): readonly Sql[] {
  return [
    ...(prepared === undefined ? [] : [prepared.condition]),
    ...(query.asOf === undefined ? [] : inForce(query.asOf)),
    ...(query.during === undefined ? [] : inForceDuring(query.during)),
    ...mayBeRead(layerTable(query.layer), query),
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

/** The features among those of the conditions that a filter SQLite cannot answer lets through. */
function accepted(
  connection: SqliteConnection,
  table: LayerTable,
  conditions: readonly Sql[],
  matches: (feature: LayerFeature) => boolean,
): readonly SqlValue[] {
  const found: SqlValue[] = [];
  for (let last: SqlValue | undefined = 0; last !== undefined; ) {
    const where = allOf([{ text: 'fid > ?', values: [last] }, ...conditions]);
    const sql = `SELECT ${featureColumns(table)} FROM ${quoted(table.name)} ${where.text} ORDER BY fid LIMIT ${STRADDLING_BATCH}`;
    const rows = connection.rows(sql, where.values);
    for (const row of rows) if (row[0] !== undefined && matches(featureOf(table, row))) found.push(row[0]);
    last = rows.length < STRADDLING_BATCH ? undefined : rows.at(-1)?.[0];
  }
  return found;
}

/** What of the layer matches, as a WHERE clause: exact, answered by the indexes. */
export function matching(
  connection: SqliteConnection,
  table: LayerTable,
  query: KeysetQuery,
  prepared?: PreparedFilter,
): Sql {
  const asked = attributeConditions(query, prepared);
  const near = query.bbox === undefined ? [] : [nearWindows(table, windowsOf(query.bbox))];
  const conditions =
    prepared?.matches === undefined
      ? asked
      : [among(accepted(connection, table, [...near, ...asked], prepared.matches)), ...asked];
  if (query.bbox === undefined) return allOf(conditions);
  const excluded = outsiders(connection, table, query.bbox, conditions);
  return allOf([
    nearWindows(table, windowsOf(query.bbox)),
    ...(excluded.length === 0 ? [] : [notAmong(excluded)]),
    ...conditions,
  ]);
}

/** With a box the R*Tree leads: SQLite, which keeps no statistics here, would trust any other index more. */
function from(table: LayerTable, { bbox }: KeysetQuery): string {
  return bbox === undefined ? quoted(table.name) : `${quoted(table.name)} NOT INDEXED`;
}

/** So few are found by an index and put in order sooner than met on a walk along the keys. */
const FEW = 1_000;

/**
 * The order of a page, its conditions being those of `where`. SQLite, which keeps no statistics here, would walk along
 * the keys until the page is full: through the whole layer for what is rare in it. The plus takes that way from it.
 */
function orderOf(
  connection: SqliteConnection,
  table: LayerTable,
  where: Sql,
  query: KeysetQuery,
  matched?: number,
): string {
  if (query.bbox !== undefined || where.text === '') return 'fid';
  const some = `SELECT 1 FROM ${quoted(table.name)} ${where.text} LIMIT ${FEW + 1}`;
  const found = matched ?? connection.rows(`SELECT count(*) FROM (${some})`, where.values)[0]?.[0];
  return Number(found) <= FEW ? '+fid' : 'fid';
}

/** `matched`: how many match, when that is known. */
export function pageSql(
  connection: SqliteConnection,
  table: LayerTable,
  where: Sql,
  query: FeatureQuery,
  matched?: number,
): Sql {
  const { limit, offset } = query;
  const order = orderOf(connection, table, where, query, matched);
  return {
    text: `SELECT ${featureColumns(table)} FROM ${from(table, query)} ${where.text} ORDER BY ${order} LIMIT ? OFFSET ?`,
    values: [...where.values, limit, offset],
  };
}

/** How many match, `where` being what `matching` gave. */
export function countOf(
  connection: SqliteConnection,
  table: LayerTable,
  where: Sql,
  query: KeysetQuery,
): number {
  const [row] = connection.rows(`SELECT count(*) FROM ${from(table, query)} ${where.text}`, where.values);
  return Number(row?.[0]);
}

/** To be called inside one transaction: several statements must see the same instant. */
export function readPage(
  connection: SqliteConnection,
  table: LayerTable,
  query: FeatureQuery,
  prepared?: PreparedFilter,
): FeaturePage {
  const where = matching(connection, table, query, prepared);
  const numberMatched = countOf(connection, table, where, query);
  const page = pageSql(connection, table, where, query, numberMatched);
  const rows = connection.rows(page.text, page.values);
  return { features: rows.map((row) => featureOf(table, row)), numberMatched };
}

/** The page after a key. One more row than asked for tells whether there is a next. */
export function keysetSql(
  connection: SqliteConnection,
  table: LayerTable,
  query: KeysetQuery,
  prepared?: PreparedFilter,
): Sql {
  const near = query.bbox === undefined ? [] : [nearWindows(table, windowsOf(query.bbox))];
  const asked = [...near, ...attributeConditions(query, prepared)];
  const order = orderOf(connection, table, allOf(asked), query);
  const after = { text: `${order} > ?`, values: [Number(query.after ?? 0)] };
  const where = allOf([after, ...asked]);
  return {
    text: `SELECT ${featureColumns(table)} FROM ${from(table, query)} ${where.text} ORDER BY ${order} LIMIT ?`,
    values: [...where.values, query.limit + 1],
  };
}

/** To be called inside one transaction. */
export function readKeysetPage(
  connection: SqliteConnection,
  table: LayerTable,
  query: KeysetQuery,
  prepared?: PreparedFilter,
): KeysetPage {
  const windows = query.bbox === undefined ? undefined : windowsOf(query.bbox);
  const found: { readonly fid: SqlValue; readonly feature: StoredFeature }[] = [];
  for (let after = query.after ?? '0'; ; ) {
    const { text, values } = keysetSql(connection, table, { ...query, after }, prepared);
    const rows = connection.rows(text, values);
    for (const row of rows) {
      const feature = featureOf(table, row);
      const meets = windows === undefined || windows.some((window) => meetsBox(window, feature.geometry));
      const asked = meets && (prepared?.matches?.(feature) ?? true);
      if (asked) found.push({ fid: row[0] ?? null, feature });
    }
    if (rows.length <= query.limit || found.length > query.limit) break;
    after = String(rows.at(-1)?.[0]);
  }
  const page = found.slice(0, query.limit);
  return {
    features: page.map(({ feature }) => feature),
    next: found.length > query.limit ? String(page.at(-1)?.fid ?? query.after ?? 0) : null,
  };
}
