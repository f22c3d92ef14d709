import type { IsoDate, Secrecy } from '@giapranh/core';
import type { Days, FilterValue, Readable } from '../feature-store.js';
import { featureColumnNames, type LayerTable, namesUnits, quoted } from '../layer-table.js';
import type { Envelope } from '../stored-geometry.js';
import { indexName } from './geopackage-tables.js';
import type { SqlValue } from './sqlite.js';

/** A piece of SQL with the values of its question marks. */
export interface Sql {
  readonly text: string;
  readonly values: readonly SqlValue[];
}

export function allOf(conditions: readonly Sql[]): Sql {
  return {
    text: conditions.length === 0 ? '' : `WHERE ${conditions.map(({ text }) => text).join(' AND ')}`,
    values: conditions.flatMap(({ values }) => values),
  };
}

export function inForceDuring({ first, last }: Days): readonly Sql[] {
  return [
    ...(last === null ? [] : [{ text: '(valid_from IS NULL OR valid_from <= ?)', values: [last] }]),
    ...(first === null ? [] : [{ text: '(valid_to IS NULL OR ? < valid_to)', values: [first] }]),
  ];
}

export function inForce(asOf: IsoDate): readonly Sql[] {
  return inForceDuring({ first: asOf, last: asOf });
}

export function equals(column: string, value: FilterValue): Sql {
  if (value === null) return { text: `${quoted(column)} IS NULL`, values: [] };
  const stored =
    typeof value === 'boolean' ? Number(value) : typeof value === 'string' ? value.normalize('NFC') : value;
  return { text: `${quoted(column)} = ?`, values: [stored] };
}

function atLevels(levels: readonly Secrecy[]): Sql {
  return { text: `secrecy IN (${levels.map(() => '?').join(', ')})`, values: [...levels] };
}

/** Of what is not public, only what belongs to the units. */
function ofUnits(table: LayerTable, units: readonly string[]): Sql {
  return namesUnits(table)
    ? {
        text: "(secrecy = 'public' OR unit_code IN (SELECT value FROM json_each(?)))",
        values: [JSON.stringify(units)],
      }
    : { text: "secrecy = 'public'", values: [] };
}

/** What may be read, as conditions. */
export function mayBeRead(table: LayerTable, { secrecy, units }: Readable): readonly Sql[] {
  return [
    ...(secrecy === undefined ? [] : [atLevels(secrecy)]),
    ...(units === undefined ? [] : [ofUnits(table, units)]),
  ];
}

const NEAR = 'maxx >= ? AND minx <= ? AND maxy >= ? AND miny <= ?';
const WITHIN = '(minx >= ? AND maxx <= ? AND miny >= ? AND maxy <= ?)';

function sides([west, south, east, north]: Envelope): SqlValue[] {
  return [west, east, south, north];
}

/** By the R*Tree: its single-precision boxes are rounded outwards, so nothing that meets a window is missed. */
export function nearWindows(table: LayerTable, windows: readonly Envelope[]): Sql {
  const search = `SELECT id FROM ${indexName(table)} WHERE ${NEAR}`;
  return { text: `fid IN (${windows.map(() => search).join(' UNION ')})`, values: windows.flatMap(sides) };
}

/** Of `nearWindows`, those whose box is not wholly inside one window: they may yet meet none. */
export function acrossWindows(table: LayerTable, windows: readonly Envelope[]): Sql {
  const within = windows.map(() => WITHIN).join(' OR ');
  const search = `SELECT id FROM ${indexName(table)} WHERE ${NEAR} AND NOT (${within})`;
  return {
    text: `fid IN (${windows.map(() => search).join(' UNION ')})`,
    values: windows.flatMap((window) => [...sides(window), ...windows.flatMap(sides)]),
  };
}

export function notAmong(fids: readonly SqlValue[]): Sql {
  return { text: 'fid NOT IN (SELECT value FROM json_each(?))', values: [JSON.stringify(fids)] };
}

export function among(fids: readonly SqlValue[]): Sql {
  return { text: 'fid IN (SELECT value FROM json_each(?))', values: [JSON.stringify(fids)] };
}

/** What `storedFeature` takes, after the key and the geometry. */
export function featureColumns(table: LayerTable): string {
  return ['fid', 'geom', ...featureColumnNames(table)].map(quoted).join(', ');
}
