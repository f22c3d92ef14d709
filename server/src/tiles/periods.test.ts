import { type IsoDate, parseIsoDate } from '@giapranh/core';
import { expect, it } from 'vitest';
import { dayIn, periodOn, periodsOf } from './periods.js';

function day(text: string): IsoDate {
  const parsed = parseIsoDate(text);
  if (parsed === undefined) throw new Error(text);
  return parsed;
}

const [start, reform] = [day('2020-03-01'), day('2025-07-01')];
const periods = periodsOf([
  { from: start, to: reform },
  { from: reform, to: null },
  { from: null, to: null },
]);

it('gives days between two changes the same period, and a change the next one', () => {
  const asked = ['2019-12-31', '2020-03-01', '2025-06-30', '2025-07-01', '2030-01-01'];
  expect(asked.map((text) => periodOn(periods, day(text)))).toEqual([0, 1, 1, 2, 2]);
});

it('names a day of every period that is in it', () => {
  for (const period of [0, 1, 2]) {
    const inside = dayIn(periods, period);
    expect(inside !== undefined && periodOn(periods, inside)).toBe(period);
  }
});
