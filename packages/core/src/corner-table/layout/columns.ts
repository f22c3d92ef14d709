import { cellAngle, isLatitude } from '../text/angle.js';
import { cellAt, type Row } from '../text/cell.js';
import { coordinateLike } from '../text/coordinate-like.js';
import { largest } from '../text/extremes.js';
import { cellReadings, isNorthing, SCALES, scaled } from '../text/metres.js';
import type { Header } from './header.js';
import type { Role } from './roles.js';

/** Two columns that hold a point, with the column of its name. */
export interface CoordinatePair {
  readonly kind: 'metres' | 'angle';
  /** As they stand, left to right. */
  readonly first: number;
  readonly second: number;
  readonly label: number | null;
  /** The header's words over both columns: a system stated there holds for this pair. */
  readonly words: string;
  /** What the header calls the two columns. */
  readonly roles: readonly [Role | null, Role | null];
}

export interface Columns {
  readonly pairs: readonly CoordinatePair[];
  /** Attribute columns by role. */
  readonly attributes: ReadonlyMap<Role, number>;
  /** The header words over an attribute column, for its unit. */
  readonly headerWords: (column: number) => string;
}

interface Kinds {
  north: number;
  east: number;
  latitude: number;
  longitude: number;
  filled: number;
}

type Side = 'north' | 'east' | 'latitude' | 'longitude';

const NOT_COORDINATES: readonly Role[] = [
  'ordinal',
  'label',
  'area',
  'note',
  'meridian',
  'zone',
  'site',
  'commune',
  'district',
  'province',
  'place',
  'mineral',
  'decision',
  'part',
  'shape',
];

function countKinds(rows: readonly Row[], column: number): Kinds {
  const kinds: Kinds = { north: 0, east: 0, latitude: 0, longitude: 0, filled: 0 };
  for (const row of rows) {
    const entry = cellAt(row, column);
    if (entry.text.trim() === '') continue;
    kinds.filled += 1;
    const kind = coordinateLike(entry);
    if (kind === 'angle') {
      const value = cellAngle(entry.text)?.value_deg ?? 0;
      if (isLatitude(value)) kinds.latitude += 1;
      else kinds.longitude += 1;
    } else if (kind === 'metres') {
      const north = cellReadings(entry).some((reading) =>
        SCALES.some((scale) => isNorthing(scaled(reading, scale) ?? 0)),
      );
      // Southern northings and large eastings share 660–900 km: such a cell counts for both.
      const east = cellReadings(entry).some((reading) =>
        SCALES.some((scale) => {
          const value = scaled(reading, scale) ?? 0;
          return value < 900_000 || value > 2_660_000;
        }),
      );
      if (north) kinds.north += 1;
      if (east && !north) kinds.east += 1;
    }
  }
  return kinds;
}

/** Whether a column counts its rows: 1, 2, 3 … may reach the size of an easting. */
function counts(rows: readonly Row[], column: number): boolean {
  const numbers = rows.map((row) => Number(cellAt(row, column).text));
  const steps = numbers.filter((number, at) => at > 0 && number === (numbers[at - 1] ?? 0) + 1).length;
  return steps > 0 && steps >= (rows.length - 1) / 2;
}

/** What a column holds for the most part; `null` when fewer than half of its cells are coordinates. */
function sideOf(kinds: Kinds): Side | null {
  const sides: readonly Side[] = ['north', 'east', 'latitude', 'longitude'];
  const total = kinds.north + kinds.east + kinds.latitude + kinds.longitude;
  if (total === 0 || total < kinds.filled / 2) return null;
  return sides.reduce((best, side) => (kinds[side] > kinds[best] ? side : best));
}

const OTHER: Readonly<Record<Side, Side>> = {
  north: 'east',
  east: 'north',
  latitude: 'longitude',
  longitude: 'latitude',
};

/** Which columns hold points, and which hold what is said about them. */
export function findColumns(dataRows: readonly Row[], header: Header): Columns {
  const width = largest(
    dataRows.map((row) => row.cells.length),
    0,
  );
  const roleAt = (column: number): Role | null => header.columns[column]?.role ?? null;
  const wordsAt = (column: number): string => header.columns[column]?.words ?? '';
  const sides = Array.from({ length: width }, (_, column): Side | null => {
    const role = roleAt(column);
    if ((role !== null && NOT_COORDINATES.includes(role)) || counts(dataRows, column)) return null;
    return sideOf(countKinds(dataRows, column));
  });
  const pairs: CoordinatePair[] = [];
  let leftEdge = 0;
  for (let column = 0; column < width; column += 1) {
    const side = sides[column];
    if (side === null || side === undefined) continue;
    const partner = sides.findIndex(
      (other, at) =>
        at > column && at <= column + 3 && (other === OTHER[side] || (other === side && side !== 'east')),
    );
    if (partner < 0) continue;
    pairs.push({
      kind: side === 'north' || side === 'east' ? 'metres' : 'angle',
      first: column,
      second: partner,
      label: labelColumn(dataRows, header, leftEdge, column),
      words: [wordsAt(column), wordsAt(partner)].join(' '),
      roles: [roleAt(column), roleAt(partner)],
    });
    leftEdge = partner + 1;
    column = partner;
  }
  return { pairs, attributes: attributeColumns(header, pairs), headerWords: wordsAt };
}

/** The name of a point stands left of its coordinates: a headed column, or the nearest one that names every row. */
function labelColumn(rows: readonly Row[], header: Header, from: number, to: number): number | null {
  const columns = Array.from({ length: to - from }, (_, index) => from + index);
  for (const role of ['label', 'ordinal'] as const) {
    const found = columns.findLast((column) => header.columns[column]?.role === role);
    if (found !== undefined) return found;
  }
  if (header.columns.some((column) => column.role === 'label' || column.role === 'ordinal')) {
    if (from === 0) {
      const anywhere = header.columns.findIndex((column) => column.role === 'label');
      if (anywhere >= 0) return anywhere;
      const ordinal = header.columns.findIndex((column) => column.role === 'ordinal');
      if (ordinal >= 0) return ordinal;
    }
  }
  const headed = (column: number) => header.columns[column]?.role ?? null;
  return (
    columns.findLast(
      (column) =>
        headed(column) === null &&
        rows.filter((row) => cellAt(row, column).text.trim() !== '').length >= rows.length * 0.6,
    ) ?? null
  );
}

function attributeColumns(header: Header, pairs: readonly CoordinatePair[]): ReadonlyMap<Role, number> {
  const taken = new Set(pairs.flatMap((pair) => [pair.first, pair.second, pair.label]));
  const attributes = new Map<Role, number>();
  header.columns.forEach(({ role }, column) => {
    if (role !== null && !taken.has(column) && !attributes.has(role)) attributes.set(role, column);
  });
  return attributes;
}
