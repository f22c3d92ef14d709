import { expect, it } from 'vitest';
import { orientation } from './orientation.js';

it('is exact where rounded arithmetic is not', () => {
  const step = 2 ** -53;
  // Kettner et al. 2008: points a few units in the last place around (0.5, 0.5), seen from the line (12,12)–(24,24).
  for (let x = 0; x < 16; x += 1) {
    for (let y = 0; y < 16; y += 1) {
      const side = orientation([12, 12], [24, 24], [0.5 + x * step, 0.5 + y * step]);
      expect(side, `${x}, ${y}`).toBe(Math.sign(y - x));
    }
  }
});

it('holds for tiny, huge and negative numbers', () => {
  const tiny = Number.MIN_VALUE;
  expect(orientation([0, 0], [tiny, 0], [0, tiny])).toBe(1);
  expect(orientation([0, 0], [tiny, tiny], [2 * tiny, 2 * tiny])).toBe(0);
  expect(orientation([-180, -90], [180, 90], [1e-300, 0])).toBe(-1);
  expect(orientation([-180, -90], [180, 90], [-1e-300, 0])).toBe(1);
});
