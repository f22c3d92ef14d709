import { type IsoDate, parseIsoDate } from './units.js';

const DAY_ms = 86_400_000;
/** Vietnam keeps one time all year, seven hours before Greenwich. */
const AHEAD_ms = 7 * 3_600_000;

function dayAt(utc_ms: number): IsoDate {
  const day = parseIsoDate(new Date(utc_ms).toISOString().slice(0, 10));
  if (day === undefined) throw new Error('a day outside the years 1 to 9999');
  return day;
}

/** The calendar day in Vietnam at an instant. */
export function vietnamDay(instant: Date): IsoDate {
  return dayAt(instant.getTime() + AHEAD_ms);
}

/** The last day before one. */
export function dayBefore(day: IsoDate): IsoDate {
  return dayAt(Date.parse(day) - DAY_ms);
}

/** Days from one day to another; negative where the second is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_ms);
}
