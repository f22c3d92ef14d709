import type { IsoDate, Profile } from '@giapranh/core';
import { expect, it } from 'vitest';
import { dayNumber, dayOfNumber, timeMarks } from './time-marks.js';

const days = (valid_from: string | null, valid_to: string | null) => ({ valid_from, valid_to });

it('marks borders of vintages and first and last days of documents, each day once', () => {
  const profile = {
    vintages: [
      { id: '2023', ...days('2020-03-01', '2025-07-01') },
      { id: '2025', ...days('2025-07-01', null) },
    ],
    documents: [
      { id: 'old-law', ...days('2011-07-01', '2025-07-01') },
      { id: 'letter', ...days(null, null) },
    ],
  } as unknown as Profile;
  expect(timeMarks(profile)).toEqual([
    { day: '2011-07-01', events: [{ kind: 'starts', id: 'old-law' }] },
    { day: '2020-03-01', events: [{ kind: 'vintage', id: '2023' }] },
    {
      day: '2025-07-01',
      events: [
        { kind: 'vintage', id: '2025' },
        { kind: 'ends', id: 'old-law' },
      ],
    },
  ]);
});

it('counts days there and back', () => {
  for (const day of ['1970-01-01', '2024-02-29', '2025-07-01'] as IsoDate[])
    expect(dayOfNumber(dayNumber(day))).toBe(day);
  expect(dayNumber('2025-07-02' as IsoDate) - dayNumber('2025-06-30' as IsoDate)).toBe(2);
});
