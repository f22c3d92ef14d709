import { expect, it } from 'vitest';
import { vietnamDay } from './today.js';

it('turns the day at midnight in Vietnam, seven hours before Greenwich', () => {
  expect(vietnamDay(new Date('2025-06-30T16:59:59Z'))).toBe('2025-06-30');
  expect(vietnamDay(new Date('2025-06-30T17:00:00Z'))).toBe('2025-07-01');
});
