import { expect, it } from 'vitest';
import { day } from './date.js';
import { area, kilometreMark, length, number } from './number.js';

it('writes figures as each language does', () => {
  expect(number(1234.5, 'vi', 1)).toBe('1.234,5');
  expect(number(1234.5, 'en', 1)).toBe('1,234.5');
});

it('picks the unit a reader expects', () => {
  expect(length(640, 'vi')).toBe('640 m');
  expect(length(157_812, 'vi')).toBe('157,8 km');
  expect(area(36_228, 'vi')).toBe('3,6228 ha');
  expect(area(4_852_840_000, 'vi')).toBe('4.852,8 km²');
  expect(kilometreMark(500, 'vi')).toBe('0,5');
});

it('writes days as the documents do', () => {
  expect(day('2023-05-23')).toBe('23/5/2023');
});
