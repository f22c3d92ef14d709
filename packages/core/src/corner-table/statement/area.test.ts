import { expect, it } from 'vitest';
import { areaIn, areaInColumn } from './area.js';

function square(text: string) {
  return areaIn(text, 1)?.readings.map((reading) => [
    Math.round(reading.area_m2 * 1000) / 1000,
    reading.rounding_m2,
  ]);
}

it('reads declared areas in their unit, with what rounding hides', () => {
  expect(square('Diện tích: 3,6228 ha')).toEqual([[36228, 0.5]]);
  expect(square('Tổng diện tích là 17,9 ha')).toEqual([[179_000, 500]]);
  expect(square('Diện tích khu vực: 130.398,2 m²')).toEqual([[130398.2, 0.05]]);
  expect(square('S = 0,99ha')?.[0]?.[0]).toBe(9900);
  expect(square('Area (ha): 12.5')?.[0]?.[0]).toBe(125_000);
  expect(areaIn('Khu vực Nà Khuôn', 1)).toBeNull();
});

it('keeps both readings of one lone mark, the fraction first', () => {
  expect(square('Diện tích 36,228 ha')).toEqual([
    [362_280, 5],
    [362_280_000, 5000],
  ]);
});

it('takes the unit of a column from its header', () => {
  expect(areaInColumn('36228', 'Diện tích (m2)', 4)?.readings[0]?.area_m2).toBe(36228);
  expect(areaInColumn('3,6228', 'Diện tích (ha)', 4)?.readings[0]?.area_m2).toBe(36228);
  expect(areaInColumn('xem phụ lục', 'Diện tích (ha)', 4)).toBeNull();
});
