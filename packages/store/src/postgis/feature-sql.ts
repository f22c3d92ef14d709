import {
  encodeWkb,
  type IsoDate,
  isSpatialFilter,
  type PropertyDefinition,
  placeGeometry,
  plainFilter,
} from '@giapranh/core';
import { windowsOf } from '../box-meeting.js';
import type { Days, FeatureQuery, FilterValue, KeysetQuery, Readable, TextQuery } from '../feature-store.js';
import { featureColumnNames, LAYER_TABLES, type LayerTable, quoted } from '../layer-table.js';
import type { Envelope } from '../stored-geometry.js';
import { filterSql } from './filter-sql.js';
import { mayBeRead } from './may-be-read.js';
import { comparable, tableIn } from './postgis-tables.js';

/** SQL under way: conditions, and the values their `$n` stand for. */
class Conditions {
  readonly values: unknown[] = [];
  readonly #texts: string[] = [];

  value(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }

  add(text: string): void {
    this.#texts.push(`(${text})`);
  }

  get where(): string {
    return this.whereAlso();
  }

  /** With some more that hold for a part of the statement. */
  whereAlso(...more: readonly string[]): string {
    const texts = [...this.#texts, ...more];
    return texts.length === 0 ? '' : `WHERE ${texts.join(' AND ')}`;
  }
}

function addInForceDuring(conditions: Conditions, { first, last }: Days): void {
  if (last !== null) conditions.add(`valid_from IS NULL OR valid_from <= ${conditions.value(last)}::date`);
  if (first !== null) conditions.add(`valid_to IS NULL OR ${conditions.value(first)}::date < valid_to`);
}

function addEquals(conditions: Conditions, table: LayerTable, column: string, value: FilterValue): void {
  const asked = typeof value === 'string' ? value.normalize('NFC') : value;
  const test = asked === null ? 'IS NULL' : `= ${conditions.value(asked)}`;
  conditions.add(`${comparable(table, column)} ${test}`);
}

/** More than twice what rounding 180° to single precision, as PostGIS keeps its boxes, can move an edge. */
const BOX_ROUNDING_deg = 1e-4;

/** The window so much smaller that a geometry whose rounded box is within it is surely within the window. */
function innerWindow([west, south, east, north]: Envelope): Envelope | undefined {
  const inner = [
    west + BOX_ROUNDING_deg,
    south + BOX_ROUNDING_deg,
    east - BOX_ROUNDING_deg,
    north - BOX_ROUNDING_deg,
  ] as const;
  return inner[0] < inner[2] && inner[1] < inner[3] ? inner : undefined;
}

/** Exact; by the index first, then by boxes, and by the geometry itself only where the window's edge runs. */
function addMeets(conditions: Conditions, windows: readonly Envelope[]): void {
  const geometry = (window: Envelope) =>
    `ST_GeomFromWKB(${conditions.value(Buffer.from(encodeWkb(placeGeometry({ kind: 'bbox', box: window }))))}, 4326)`;
  const meets = windows.map((window) => {
    const inner = innerWindow(window);
    const outer = geometry(window);
    const surely = inner === undefined ? '' : `geom @ ${geometry(inner)} OR `;
    return `geom && ${outer} AND (${surely}ST_Intersects(geom, ${outer}))`;
  });
  conditions.add(meets.join(' OR '));
}

/** What `storedFeature` takes, after the key and the geometry. */
export function featureColumns(table: LayerTable): string {
  return ['fid', 'ST_AsBinary(geom) AS geom', ...featureColumnNames(table).map(quoted)].join(', ');
}

export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

function addMayBeRead(conditions: Conditions, table: LayerTable, readable: Readable): void {
  for (const text of mayBeRead(table, readable, (value) => conditions.value(value))) conditions.add(text);
}

function conditionsOf(table: LayerTable, query: KeysetQuery): Conditions {
  const conditions = new Conditions();
  if (query.bbox !== undefined) addMeets(conditions, windowsOf(query.bbox));
  if (query.asOf !== undefined) addInForceDuring(conditions, { first: query.asOf, last: query.asOf });
  if (query.during !== undefined) addInForceDuring(conditions, query.during);
  addMayBeRead(conditions, table, query);
  for (const [column, value] of Object.entries(query.filter ?? {}))
    addEquals(conditions, table, column, value);
  if (query.where !== undefined) {
    conditions.add(filterSql(table, plainFilter(query.where), (value) => conditions.value(value)));
  }
  return conditions;
}

/** The page after a key. One more row than asked for tells whether there is a next. */
export function keysetStatement(schema: string, table: LayerTable, query: KeysetQuery): Statement {
  const conditions = conditionsOf(table, query);
  conditions.add(`fid > ${conditions.value(Number(query.after ?? 0))}`);
  const { where } = conditions;
  const limit = conditions.value(query.limit + 1);
  return {
    text: `SELECT ${featureColumns(table)} FROM ${tableIn(schema, table)} ${where} ORDER BY fid LIMIT ${limit}`,
    values: conditions.values,
  };
}

/** The page's rows, each led by the count of all that match; one row of the count alone when the page is empty. */
export function pageStatement(schema: string, table: LayerTable, query: FeatureQuery): Statement {
  const conditions = conditionsOf(table, query);
  const from = `FROM ${tableIn(schema, table)} ${conditions.where}`;
  const [limit, offset] = [conditions.value(query.limit), conditions.value(query.offset)];
  return {
    text: `SELECT matched.count, page.* FROM (SELECT count(*) AS count ${from}) AS matched
      LEFT JOIN (SELECT ${featureColumns(table)} ${from} ORDER BY fid LIMIT ${limit} OFFSET ${offset}) AS page ON true
      ORDER BY page.fid`,
    values: conditions.values,
  };
}

/** The most PostGIS writes: half of the last decimal is less than half a step of doubles from 8° on. */
const DECIMALS = 15;

/** A value as JSON: as `json_build_object` writes it, in half its time. Connections write days as ISO 8601. */
function writtenValue(type: PropertyDefinition['type'], column: string): string {
  if (type === 'date') return `'"' || ${column} || '"'`;
  // Only texts may need escapes, and only doubles may be no number.
  return type === 'string' || type === 'number' ? `to_json(${column})::text` : `${column}::text`;
}

function writtenProperties({ properties }: LayerTable): string {
  const validity = ['valid_from', 'valid_to'].map((name) => ({ name, type: 'date' }) as const);
  const members = [...properties, ...validity].map(
    ({ name, type }, at) =>
      `'${at === 0 ? '{' : ','}"${name}":' || coalesce(${writtenValue(type, quoted(name))}, 'null')`,
  );
  return `${members.join(' || ')} || '}'`;
}

/** Columns of a page: `toGeoJson`'s geometry and properties as JSON text, of each layer. */
const TEXTS: ReadonlyMap<LayerTable, string> = new Map(
  LAYER_TABLES.map((table) => [table, `ST_AsGeoJSON(geom, ${DECIMALS}, 0), ${writtenProperties(table)}`]),
);

function asksForPlace({ bbox, where }: TextQuery): boolean {
  return bbox !== undefined || (where !== undefined && isSpatialFilter(where));
}

/** Whether the count tells if there is a next page; else one row more than asked for does. */
export function isCountedOn({ count, after }: TextQuery): boolean {
  return count && after === undefined;
}

/**
 * Rows of the count (null when not asked for), key and revision in one text, id, geometry and properties as text, which
 * are made of the page's rows alone; the geometry is never taken apart on our side. A page without a row tells no count.
 */
export function textStatement(schema: string, table: LayerTable, query: TextQuery): Statement {
  const conditions = conditionsOf(table, query);
  const name = tableIn(schema, table);
  const all = `FROM ${name} ${conditions.where}`;
  const after = query.after === undefined ? [] : [`fid > ${conditions.value(Number(query.after))}`];
  const limit = conditions.value(isCountedOn(query) ? Math.max(1, query.limit) : query.limit + 1);
  const offset = query.after === undefined ? ` OFFSET ${conditions.value(query.offset)}` : '';
  const part = `ORDER BY fid LIMIT ${limit}${offset}`;
  const columns = `fid || ' ' || revision, id, ${TEXTS.get(table)}`;
  if (query.count && asksForPlace(query)) {
    // Each geometry is looked at once, for the page and the count.
    return {
      text: `WITH matched AS MATERIALIZED (SELECT fid ${all}),
        page AS (SELECT fid FROM matched ${after.map((text) => `WHERE ${text}`).join('')} ${part})
        SELECT (SELECT count(*) FROM matched), ${columns}
        FROM (SELECT feature.* FROM page JOIN ${name} AS feature USING (fid) ORDER BY fid OFFSET 0) AS rows
        ORDER BY fid`,
      values: conditions.values,
    };
  }
  const count = query.count ? `(SELECT count(*) ${all})` : 'NULL';
  return {
    text: `SELECT ${count}, ${columns} FROM ${name} ${conditions.whereAlso(...after)} ${part}`,
    values: conditions.values,
  };
}

/** How many match, by itself. */
export function countStatement(schema: string, table: LayerTable, query: TextQuery): Statement {
  const conditions = conditionsOf(table, query);
  return {
    text: `SELECT count(*) FROM ${tableIn(schema, table)} ${conditions.where}`,
    values: conditions.values,
  };
}

export function getStatement(schema: string, table: LayerTable, id: string, readable: Readable): Statement {
  const conditions = new Conditions();
  conditions.add(`id = ${conditions.value(id.normalize('NFC'))}`);
  addMayBeRead(conditions, table, readable);
  return {
    text: `SELECT ${featureColumns(table)} FROM ${tableIn(schema, table)} ${conditions.where}`,
    values: conditions.values,
  };
}

export function eachStatement(schema: string, table: LayerTable, asOf: IsoDate | undefined): Statement {
  const conditions = new Conditions();
  if (asOf !== undefined) addInForceDuring(conditions, { first: asOf, last: asOf });
  return {
    text: `SELECT ${featureColumns(table)} FROM ${tableIn(schema, table)} ${conditions.where} ORDER BY fid`,
    values: conditions.values,
  };
}
