import { expect, it } from 'vitest';
import { measured } from './measured.js';

// GeodSolve -i and Planimeter (GeographicLib): the square 105.6–105.7 E, 22.1–22.2 N.
const SQUARE = [
  [105.6, 22.1],
  [105.7, 22.1],
  [105.7, 22.2],
  [105.6, 22.2],
] as const;

it('measures on the ellipsoid, and in the grid of decisions beside it', () => {
  const { length_m, area_m2, perimeter_m, gridArea_m2 } = measured(SQUARE, 'EPSG:9213');
  expect(length_m).toBeCloseTo(31_703.862, 2);
  expect(perimeter_m).toBeCloseTo(42_777.093, 2);
  expect(area_m2).toBeCloseTo(114_223_917.7, 0);
  // Scale 0.9999 on the meridian, 1 about 90 km from it: the place lies 80–90 km west.
  expect(Math.abs((gridArea_m2 ?? 0) / (area_m2 ?? 1) - 1)).toBeLessThan(5e-5);
});

it('has no area below three points, and no grid area out of the zone', () => {
  expect(measured(SQUARE.slice(0, 2), 'EPSG:9213')).toMatchObject({ area_m2: null, gridArea_m2: null });
  expect(measured([], undefined).length_m).toBe(0);
});
