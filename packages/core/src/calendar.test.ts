import { expect, it } from 'vitest';
import { dayBefore, vietnamDay } from './calendar.js';
import { parseIsoDate } from './units.js';

it('turns the day at midnight in Vietnam, seven hours before Greenwich', () => {
  expect(vietnamDay(new Date('2025-06-30T16:59:59Z'))).toBe('2025-06-30');
  expect(vietnamDay(new Date('2025-06-30T17:00:00Z'))).toBe('2025-07-01');
});

it.each([
  ['2025-07-01', '2025-06-30'],
  ['2024-03-01', '2024-02-29'],
  ['2026-01-01', '2025-12-31'],
])('the day before %s is %s', (text, before) => {
  const day = parseIsoDate(text);
  expect(day === undefined ? undefined : dayBefore(day)).toBe(before);
});
