import type { IsoDate, Profile } from '@giapranh/core';

/** What happens on a day: units change, or a document begins or ends. */
export interface TimeEvent {
  readonly kind: 'vintage' | 'starts' | 'ends';
  /** Id of the vintage, or of the document. */
  readonly id: string;
}

interface TimeMark {
  readonly day: IsoDate;
  readonly events: readonly TimeEvent[];
}

/** The days, oldest first, on which the answer may change: borders of vintages, first and last days of documents. */
export function timeMarks({
  vintages,
  documents,
}: Pick<Profile, 'vintages' | 'documents'>): readonly TimeMark[] {
  const days = new Map<IsoDate, TimeEvent[]>();
  const put = (day: IsoDate | null, kind: TimeEvent['kind'], id: string) => {
    if (day !== null) days.set(day, [...(days.get(day) ?? []), { kind, id }]);
  };
  for (const { id, valid_from } of vintages) put(valid_from, 'vintage', id);
  for (const { id, valid_from, valid_to } of documents) {
    put(valid_from, 'starts', id);
    put(valid_to, 'ends', id);
  }
  return [...days].map(([day, events]) => ({ day, events })).toSorted((a, b) => (a.day < b.day ? -1 : 1));
}

const DAY_ms = 86_400_000;

/** Days since 1 January 1970: what a slider counts in. */
export function dayNumber(day: IsoDate): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_ms);
}

export function dayOfNumber(number: number): IsoDate {
  return new Date(number * DAY_ms).toISOString().slice(0, 10) as IsoDate;
}
