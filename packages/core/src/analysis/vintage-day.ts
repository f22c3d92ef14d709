import { dayBefore } from '../calendar.js';
import type { ProfileVintage } from '../profile.js';
import { type IsoDate, isValidOn } from '../units.js';

/**
 * The day a vintage is judged on: the day asked for where it belongs to the vintage; otherwise the vintage's last
 * day; for the one still in force, its first. `null` for a vintage without any limit.
 */
export function vintageDay(vintage: ProfileVintage, asked?: IsoDate): IsoDate | null {
  const validity = { from: vintage.valid_from, to: vintage.valid_to };
  if (asked !== undefined && isValidOn(validity, asked)) return asked;
  if (validity.to === null) return validity.from;
  return dayBefore(validity.to);
}
