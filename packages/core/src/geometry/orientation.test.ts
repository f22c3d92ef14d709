import { describe, expect, it } from 'vitest';
import { orientation } from './orientation.js';

/** The exact sign by whole numbers: every double is a whole number of 2⁻¹⁰⁷⁴. */
function exactSign(...numbers: readonly number[]): number {
  const [ax = 0n, ay = 0n, bx = 0n, by = 0n, cx = 0n, cy = 0n] = numbers.map(whole);
  const determinant = (ax - cx) * (by - cy) - (ay - cy) * (bx - cx);
  return determinant > 0n ? 1 : determinant < 0n ? -1 : 0;
}

function whole(value: number): bigint {
  let [mantissa, exponent] = [value, 200];
  while (!Number.isInteger(mantissa)) [mantissa, exponent] = [mantissa * 2, exponent - 1];
  return BigInt(mantissa) * 2n ** BigInt(exponent);
}

describe('orientation', () => {
  it('has the sign of the exact determinant where the three are all but in line', () => {
    for (let run = 0; run < 5_000; run += 1) {
      // Irrational steps spread over the ranges without repeating.
      const spread = (factor: number): number => (run * factor) % 1;
      const [ax, ay] = [100 + 10 * spread(Math.SQRT2), 10 * spread(Math.PI)];
      const [bx, by] = [100 + 10 * spread(Math.E), 10 * spread(Math.LN2)];
      const along = spread(Math.SQRT1_2);
      const cx = ax + along * (bx - ax) + ((run % 7) - 3) * 2 ** -46;
      const cy = ay + along * (by - ay) + ((run % 5) - 2) * 2 ** -47;
      expect(Math.sign(orientation(ax, ay, bx, by, cx, cy))).toBe(exactSign(ax, ay, bx, by, cx, cy));
    }
  });

  it('is zero for ends and for middles that are exact', () => {
    expect(orientation(105.8, 22.1, 105.9, 22.2, 105.8, 22.1)).toBe(0);
    expect(orientation(105.8, 22.1, 105.9, 22.2, 105.9, 22.2)).toBe(0);
    expect(orientation(105.5, 22.5, 106.5, 22.25, 106, 22.375)).toBe(0);
  });
});
