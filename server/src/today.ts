import { type IsoDate, parseIsoDate } from '@giapranh/core';

const VIETNAM = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh', dateStyle: 'short' });

/** The calendar day in Vietnam at an instant. */
export function vietnamDay(instant: Date): IsoDate {
  const day = parseIsoDate(VIETNAM.format(instant));
  if (day === undefined) throw new Error('the calendar of en-CA is not YYYY-MM-DD');
  return day;
}
