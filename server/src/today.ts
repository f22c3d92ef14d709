import { type IsoDate, parseIsoDate } from '@giapranh/core';

/** Vietnam keeps one time all year, seven hours before Greenwich. */
const AHEAD_ms = 7 * 3_600_000;

/** The calendar day in Vietnam at an instant. */
export function vietnamDay(instant: Date): IsoDate {
  const day = parseIsoDate(new Date(instant.getTime() + AHEAD_ms).toISOString().slice(0, 10));
  if (day === undefined) throw new Error('an instant outside the years 1000 to 9999');
  return day;
}
