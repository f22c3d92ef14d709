import { type IsoDate, parseIsoDate } from '@giapranh/core';

/** A day that a test writes; anything else is the test's own mistake. */
export function day(text: string): IsoDate {
  const date = parseIsoDate(text);
  if (date === undefined) throw new Error(`not a day: ${text}`);
  return date;
}
