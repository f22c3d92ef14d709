import { expect, it } from 'vitest';
import { readWidth } from './widths.js';

it('reads widths as people write them', () => {
  expect(['750', '1,5 km', '1.5km', '1.500', '1 500 m', '2 KM', '10', '50000'].map(readWidth)).toEqual([
    750, 1500, 1500, 1500, 1500, 2000, 10, 50_000,
  ]);
});

it('refuses what is no width, or none that zones are made with', () => {
  expect(['', 'rộng', '-5', '9', '51 km', '1,2,3', '5 dặm'].map(readWidth)).toEqual(Array(7).fill(null));
});
