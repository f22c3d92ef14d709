import { expect, it } from 'vitest';
import { generalReadings, numberReadings } from './number.js';

it('reads common numbers as the general reader does', () => {
  for (const text of [
    '7',
    '2499067',
    '2499067,549',
    '2499067.549',
    '417.804',
    '417,804',
    '1.25',
    '0,500',
    '0.5',
    '012,345',
    '12,3456',
    '999,999',
    '1234,567',
    '00,123',
  ]) {
    const plain = (readings: ReturnType<typeof numberReadings>) =>
      readings
        .map(({ value, decimals, decimal }) => ({ value, decimals, decimal }))
        .sort((a, b) => a.value - b.value);
    expect([text, plain(numberReadings(text))]).toEqual([text, plain(generalReadings(text))]);
  }
});

it('gives every reading a person could mean', () => {
  const values = (text: string) => numberReadings(text).map((reading) => reading.value);
  expect(values('417.804')).toEqual([417.804, 417804]);
  expect(values('2.499.067,549')).toEqual([2499067.549]);
  expect(values('2 499 067,549 m')).toEqual([2499067.549]);
  expect(values('2,499,067.549')).toEqual([2499067.549]);
  expect(values("2'499'067.549")).toEqual([2499067.549]);
  expect(values('2.499.067.549')).toEqual([2499067549, 2499067.549]);
  expect(values('24990G7')).toEqual([]);
  expect(numberReadings('24990O7,5l9')).toMatchObject([{ value: 2499007.519, confused: true }]);
});
