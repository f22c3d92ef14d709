import { type IsoDate, isValidOn, type ProfileVintage, parseIsoDate } from '@giapranh/core';

/** Today in Vietnam, whatever the clock of the machine is set to. */
export function today(): IsoDate {
  const text = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date());
  const day = parseIsoDate(text);
  if (day === undefined) throw new Error(`the calendar gave ${text}`);
  return day;
}

function dayBefore(day: IsoDate): IsoDate {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - 1);
  return parseIsoDate(date.toISOString().slice(0, 10)) ?? day;
}

export function vintageOn(vintages: readonly ProfileVintage[], day: IsoDate): ProfileVintage | undefined {
  return (
    vintages.find((one) => isValidOn({ from: one.valid_from, to: one.valid_to }, day)) ?? vintages.at(-1)
  );
}

/** The day to ask about when a vintage is chosen: its last in force, or today (`null`) while it still is. */
export function dayOfVintage(vintage: ProfileVintage): IsoDate | null {
  return vintage.valid_to === null ? null : dayBefore(vintage.valid_to);
}
