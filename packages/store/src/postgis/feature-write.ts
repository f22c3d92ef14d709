import { encodeWkb } from '@giapranh/core';
import type { FeatureRow } from '../feature-row.js';
import { type LayerTable, quoted } from '../layer-table.js';

/** Columns an edit writes; key, revision and instant come of themselves. */
export function writtenColumns(table: LayerTable): readonly string[] {
  return ['geom', 'id', 'valid_from', 'valid_to', 'secrecy', ...table.properties.map(({ name }) => name)];
}

/** `$n` for each written column, from a first number on. */
export function writtenMarks(table: LayerTable, first = 1): readonly string[] {
  return writtenColumns(table).map((name, index) =>
    name === 'geom' ? `ST_GeomFromWKB($${first}, 4326)` : `$${first + index}`,
  );
}

export function writtenValues({ geometry, id, validity, secrecy, values }: FeatureRow): unknown[] {
  return [Buffer.from(encodeWkb(geometry)), id, validity.from, validity.to, secrecy, ...values];
}

export function quotedColumns(table: LayerTable): string {
  return writtenColumns(table).map(quoted).join(', ');
}
