import { expect, it } from 'vitest';
import { CRS_DEFINITIONS } from './definitions.js';
import { PROVINCE_MERIDIANS } from './province-meridian.js';

it('knows the 63 provinces once each', () => {
  expect(new Set(PROVINCE_MERIDIANS.map(({ code }) => code)).size).toBe(63);
  expect(PROVINCE_MERIDIANS).toHaveLength(63);
});

it('says of every province what the area of use of its system says, and the other way round', () => {
  for (const { shortName, crs } of PROVINCE_MERIDIANS) {
    const area = CRS_DEFINITIONS.find(({ id }) => id === crs)?.areaOfUse.vi ?? '';
    expect(`${crs}: ${area}`).toContain(shortName);
  }
});
