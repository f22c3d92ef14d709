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
  // One level, as for whoever did not sign in, is compared faster than a list of one.
  const levels = (list: readonly string[]): string =>
    list.length === 1 ? value(list[0]) : `ANY(${value([...list])})`;
  return [
    ...(secrecy === undefined ? [] : [`secrecy = ${levels(secrecy)}`]),
    ...(units === undefined ? [] : [`(secrecy = 'public'${ofUnits})`]),
  ];
}
