import { expect, it } from 'vitest';
import { heldUnitCodes, type UnitKinship } from './held-units.js';

const unit = (key: string, ...within: string[]) => ({ key, within });
/** A and B became C (which took A's number); D was split between C and E. Province P of the old days is in Q now. */
const kinship: UnitKinship = {
  units: [
    unit('old:P'),
    unit('old:R'),
    unit('new:Q'),
    unit('old:A', 'old:P'),
    unit('old:B', 'old:P'),
    unit('old:D', 'old:R'),
    unit('new:A', 'new:Q'),
    unit('new:E', 'new:Q'),
  ],
  links: [
    { from: 'old:A', to: 'new:A', whole: true },
    { from: 'old:B', to: 'new:A', whole: true },
    { from: 'old:D', to: 'new:A', whole: false },
    { from: 'old:D', to: 'new:E', whole: false },
  ],
};

it('carries a right to the commune that took all of the held one, and no further', () => {
  expect(heldUnitCodes(kinship, ['old:B'])).toEqual(['B', 'new:A', 'old:B']);
  expect(heldUnitCodes(kinship, ['old:A'])).toEqual(['A', 'new:A', 'old:A']);
});

it('carries it back to what went wholly into a named commune, not to what was split', () => {
  expect(heldUnitCodes(kinship, ['new:A'])).toEqual([...['A', 'B', 'P', 'new:A', 'old:A', 'old:B', 'old:P']]);
});

it('holds what is made of held ground alone', () => {
  expect(heldUnitCodes(kinship, ['old:R'])).toEqual(['D', 'E', 'R', 'new:E', 'old:D', 'old:R']);
  expect(heldUnitCodes(kinship, ['old:P', 'old:R'])).toContain('Q');
});

it('does not let a bare code mean a unit that is not held', () => {
  const reused: UnitKinship = { ...kinship, links: [] };
  expect(heldUnitCodes(reused, ['old:A'])).toEqual(['old:A']);
});

it('holds nothing by a unit that is not there', () => {
  expect(heldUnitCodes(kinship, ['old:Z', 'A'])).toEqual([]);
});
