import { expect, it } from 'vitest';
import { readDay } from './day-field.js';

it('reads days as Vietnamese writes them, and as machines do', () => {
  expect(readDay('1/7/2025')).toBe('2025-07-01');
  expect(readDay(' 30.06.2025 ')).toBe('2025-06-30');
  expect(readDay('2025-07-01')).toBe('2025-07-01');
  for (const none of ['31/2/2025', '7/2025', 'hôm nay', '1/13/2025'])
    expect(readDay(none), none).toBeUndefined();
});
