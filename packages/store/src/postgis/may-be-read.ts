import type { Readable } from '../feature-store.js';
import { type LayerTable, namesUnits } from '../layer-table.js';

/** What may be read, as conditions; `value` makes a place for a value. */
export function mayBeRead(
  table: LayerTable,
  { secrecy, units }: Readable,
  value: (value: unknown) => string,
): readonly string[] {
  const ofUnits =
    units === undefined || !namesUnits(table) ? '' : ` OR unit_code = ANY(${value([...units])})`;
  return [
    ...(secrecy === undefined ? [] : [`secrecy = ANY(${value([...secrecy])})`]),
    ...(units === undefined ? [] : [`(secrecy = 'public'${ofUnits})`]),
  ];
}
