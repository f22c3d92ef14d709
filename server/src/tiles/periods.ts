import { type IsoDate, parseIsoDate, type Validity } from '@giapranh/core';

/**
 * The days on which anything begins or ends, in order. Between two of them nothing changes, so tiles are kept per
 * period, however many days are asked about.
 */
export interface Periods {
  readonly changes: readonly IsoDate[];
}

export function periodsOf(validities: Iterable<Validity>): Periods {
  const days = new Set<IsoDate>();
  for (const { from, to } of validities) {
    if (from !== null) days.add(from);
    if (to !== null) days.add(to);
  }
  return { changes: [...days].sort() };
}

export function periodOn({ changes }: Periods, day: IsoDate): number {
  const next = changes.findIndex((change) => change > day);
  return next === -1 ? changes.length : next;
}

const BEFORE_ALL = parseIsoDate('1000-01-01');

/** Any day inside a period. */
export function dayIn({ changes }: Periods, period: number): IsoDate | undefined {
  return period === 0 ? BEFORE_ALL : changes[period - 1];
}
