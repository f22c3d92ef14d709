import { expect, it } from 'vitest';
import { DEFAULT_STATE, readState, writeState } from './view-state.js';

it('reads back what it wrote', () => {
  const search =
    '?lang=en&theme=dark&asOf=2025-06-30&view=9.50/22.27000/105.84000&layers=communes,roads&sel=mineral-sites/2023:BK-OFF-16&at=105.50000,22.25000';
  const state = readState(search);
  expect(state.selection?.feature).toEqual({ layer: 'mineral-sites', id: '2023:BK-OFF-16' });
  expect(writeState(state)).toBe(search);
});

it('keeps an id of any characters', () => {
  const state = {
    ...DEFAULT_STATE,
    selection: { feature: { layer: 'places' as const, id: 'a b/ç&d=é' }, at: null },
  };
  expect(readState(writeState(state))).toEqual(state);
});

it('says nothing of the default, and opens the map whatever the address says', () => {
  expect(writeState(DEFAULT_STATE)).toBe('');
  for (const broken of [
    '?asOf=2025-02-30&view=a/b&sel=nowhere/1&at=,',
    '?view=9//105&at=200,95',
    '?lang=xx&sel=communes/',
  ]) {
    expect(readState(broken), broken).toEqual(DEFAULT_STATE);
  }
});

it('tells no layers from the layers of the profile', () => {
  expect(readState('?layers=').visible).toEqual([]);
  expect(readState('').visible).toBeNull();
});
