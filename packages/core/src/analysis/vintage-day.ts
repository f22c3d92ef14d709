import type { ProfileVintage } from '../profile.js';
import { type IsoDate, isValidOn, parseIsoDate } from '../units.js';

const DAY_ms = 86_400_000;

/**
 * The day a vintage is judged on: the day asked for where it belongs to the vintage; otherwise the vintage's last
 * day; for the one still in force, its first. `null` for a vintage without any limit.
 */
export function vintageDay(vintage: ProfileVintage, asked?: IsoDate): IsoDate | null {
  const validity = { from: vintage.valid_from, to: vintage.valid_to };
  if (asked !== undefined && isValidOn(validity, asked)) return asked;
  if (validity.to === null) return validity.from;
  const last = new Date(Date.parse(validity.to) - DAY_ms).toISOString().slice(0, 10);
  return parseIsoDate(last) ?? null;
}
