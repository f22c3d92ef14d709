import { expect, it } from 'vitest';
import { isValidOn, parseIsoDate } from './units.js';

it('knows real days from impossible ones', () => {
  expect(parseIsoDate('2024-02-29')).toBe('2024-02-29');
  for (const text of ['2023-02-29', '2023-13-01', '23-1-1', '2023-05-23T00:00']) {
    expect(parseIsoDate(text), text).toBeUndefined();
  }
});

it('ends a validity on the first day no longer in force', () => {
  const day = (text: string) => {
    const parsed = parseIsoDate(text);
    if (parsed === undefined) throw new Error(text);
    return parsed;
  };
  const vintage = { from: null, to: day('2025-07-01') };
  expect(isValidOn(vintage, day('2025-06-30'))).toBe(true);
  expect(isValidOn(vintage, day('2025-07-01'))).toBe(false);
});
