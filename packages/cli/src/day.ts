import { err, type IsoDate, issue, ok, parseIsoDate, type Result, vietnamDay } from '@giapranh/core';

/** The day asked about; today in Vietnam when none is given. Issue: `date-invalid`. */
export function dayOf(given: string | undefined, option: string): Result<IsoDate> {
  const day = given === undefined ? vietnamDay(new Date()) : parseIsoDate(given);
  if (day !== undefined) return ok(day);
  return err(
    issue(
      'date-invalid',
      [option],
      `“${given}” không phải là một ngày.`,
      `"${given}" is not a calendar day.`,
      { vi: 'Viết YYYY-MM-DD, ví dụ 2023-05-23.', en: 'Write YYYY-MM-DD, for example 2023-05-23.' },
    ),
  );
}
