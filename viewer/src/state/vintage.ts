import { dayBefore, type IsoDate, isValidOn, type ProfileVintage, vietnamDay } from '@giapranh/core';

let held: Date | undefined;

/** Data that was kept tells of the day it was kept: that day stays `today`. */
export function holdToday(kept: Date): void {
  held = kept;
}

/** Today in Vietnam, whatever the clock of the machine is set to. */
export function today(): IsoDate {
  return vietnamDay(held ?? new Date());
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
