import { expect, test } from 'vitest';
import { areaText, lengthText, numberText, shareText } from './figure-text.js';

test('numbers are grouped and pointed as each language does', () => {
  expect(numberText(1234567.891, 2)).toEqual({ vi: '1.234.567,89', en: '1,234,567.89' });
  expect(numberText(-0.04, 1)).toEqual({ vi: '0,0', en: '0.0' });
  expect(numberText(-1234.5, 0)).toEqual({ vi: '-1.235', en: '-1,235' });
  expect(numberText(0.125, 3)).toEqual({ vi: '0,125', en: '0.125' });
});

test('figures carry the unit that suits their size', () => {
  expect(areaText(35).vi).toBe('35,0 m²');
  expect(areaText(350).vi).toBe('0,04 ha');
  expect(areaText(64_796_000).vi).toBe('6.480 ha');
  expect(lengthText(812.4).vi).toBe('812 m');
  expect(lengthText(157_810).vi).toBe('157,81 km');
  expect(shareText(0.17)).toEqual({ vi: '17,0 %', en: '17.0%' });
});
