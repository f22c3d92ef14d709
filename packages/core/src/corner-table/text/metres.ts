import type { Cell } from './cell.js';
import { type NumberReading, numberReadings } from './number.js';

/** Northings of Vietnam and its seas: 6° to 24° N. */
const NORTHING_m = [660_000, 2_660_000] as const;
/** Eastings of any zone with a false easting of 500 km, six degrees wide. */
const EASTING_m = [100_000, 900_000] as const;
/** Zone numbers written before the easting: Gauss–Krüger 18 and 19, UTM 48 and 49. */
const ZONE_PREFIXES = [18, 19, 48, 49] as const;
const PREFIX_STEP_m = 1_000_000;

/** What a column's numbers must be multiplied by to be metres: written in metres, kilometres, or the mark lost. */
export const SCALES = [1, 1000, 0.001] as const;
export type Scale = (typeof SCALES)[number];

export function isNorthing(value_m: number): boolean {
  return value_m >= NORTHING_m[0] && value_m <= NORTHING_m[1];
}

export function isEasting(value_m: number): boolean {
  const plain_m = withoutZone(value_m).value_m;
  return plain_m >= EASTING_m[0] && plain_m <= EASTING_m[1];
}

/** An easting without the zone number in front, and that number. */
export function withoutZone(value_m: number): { value_m: number; zone: number | null } {
  const zone = ZONE_PREFIXES.find((prefix) => Math.floor(value_m / PREFIX_STEP_m) === prefix);
  return zone === undefined ? { value_m, zone: null } : { value_m: value_m - zone * PREFIX_STEP_m, zone };
}

export function isMetres(value: number): boolean {
  return isNorthing(value) || isEasting(value);
}

/** Cells do not change and are asked many times. */
const known = new WeakMap<Cell, readonly NumberReading[]>();

/** Readings of a cell as a number; a sheet's own number has one. */
export function cellReadings(entry: Cell): readonly NumberReading[] {
  const before = known.get(entry);
  if (before !== undefined) return before;
  const readings = readCell(entry);
  known.set(entry, readings);
  return readings;
}

function readCell(entry: Cell): readonly NumberReading[] {
  if (entry.number === null) return numberReadings(entry.text);
  const decimals = /\.(\d+)$/.exec(entry.text)?.[1]?.length ?? 0;
  return [{ value: entry.number, decimal: null, decimals, odd: false, confused: false }];
}

/** A reading in metres under a scale: kilometres must show their metres, a lost mark must have lost no digit. */
export function scaled(reading: NumberReading, scale: Scale): number | null {
  // Below 120 it is a longitude in decimal degrees rather than kilometres.
  if (scale === 1000 && (reading.decimals < 3 || reading.value < 120)) return null;
  if (scale === 0.001 && (reading.decimals > 0 || reading.value < 1e8)) return null;
  return reading.value * scale;
}

/** Whether some reading of the text is a grid coordinate. */
export function metresLike(entry: Cell): boolean {
  return cellReadings(entry).some((reading) =>
    SCALES.some((scale) => {
      const value_m = scaled(reading, scale);
      return value_m !== null && isMetres(value_m);
    }),
  );
}
