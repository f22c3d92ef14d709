import type { AdminUnit, DrawnUnit, Issue, LineageLink } from '@giapranh/core';
import type { MultiPolygon, Position } from 'geojson';
import type { DerivedForm, DerivedParts } from '../derived-cache.js';
import { isObject } from '../record.js';

/** The units of a profile, listed, linked and drawn. */
export interface DrawnAdmin {
  readonly records: readonly AdminUnit[];
  readonly lineage: readonly LineageLink[];
  readonly units: readonly DrawnUnit[];
  /** What drawing remarked: repairs, and what could not be drawn. */
  readonly notes: readonly Issue[];
}

/** A unit without its positions: how many each ring has, by polygon. */
interface UnitShape {
  readonly unit: Omit<DrawnUnit, 'geometry'>;
  readonly rings: readonly (readonly number[])[];
}

interface Meta {
  readonly records: readonly AdminUnit[];
  readonly lineage: readonly LineageLink[];
  readonly shapes: readonly UnitShape[];
  readonly notes: readonly Issue[];
}

/** Written by `split` under the same key and checksum, so its lists need no second look. */
function isMeta(meta: unknown): meta is Meta {
  return (
    isObject(meta) && ['records', 'lineage', 'shapes', 'notes'].every((list) => Array.isArray(meta[list]))
  );
}

function split({ records, lineage, units, notes }: DrawnAdmin): DerivedParts {
  const positions = units.flatMap((unit) => unit.geometry.coordinates.flat(2));
  const numbers = new Float64Array(positions.length * 2);
  for (const [at, [lon = Number.NaN, lat = Number.NaN]] of positions.entries()) {
    numbers[2 * at] = lon;
    numbers[2 * at + 1] = lat;
  }
  const shapes = units.map(({ geometry, ...unit }): UnitShape => {
    return { unit, rings: geometry.coordinates.map((polygon) => polygon.map((ring) => ring.length)) };
  });
  const meta: Meta = { records, lineage, shapes, notes };
  return { meta, numbers };
}

function join({ meta, numbers }: DerivedParts): DrawnAdmin | undefined {
  if (!isMeta(meta)) return undefined;
  let at = 0;
  const position = (): Position => {
    const [lon = Number.NaN, lat = Number.NaN] = [numbers[at], numbers[at + 1]];
    at += 2;
    return [lon, lat];
  };
  const geometryOf = (rings: UnitShape['rings']): MultiPolygon => ({
    type: 'MultiPolygon',
    coordinates: rings.map((polygon) => polygon.map((size) => Array.from({ length: size }, position))),
  });
  const { records, lineage, notes } = meta;
  const units = meta.shapes.map(({ unit, rings }): DrawnUnit => ({ ...unit, geometry: geometryOf(rings) }));
  return at === numbers.length ? { records, lineage, units, notes } : undefined;
}

/** Positions as numbers, everything else as JSON: read back in a fraction of a second. */
export const DRAWN_ADMIN_FORM: DerivedForm<DrawnAdmin> = { split, join };
