import { expect, it } from 'vitest';
import { DEFAULT_STATE, readState, writeState } from './view-state.js';

it('reads back what it wrote', () => {
  const search =
    '?lang=en&theme=dark&asOf=2025-06-30&view=9.50/22.27000/105.84000&layers=communes,roads&sel=mineral-sites/2023:BK-OFF-16&at=105.50000,22.25000';
  const state = readState(search);
  expect(state.selection?.feature).toEqual({ layer: 'mineral-sites', id: '2023:BK-OFF-16' });
  expect(writeState(state)).toBe(search);
});

it('keeps what lies up, and says nothing of north', () => {
  expect(readState('?view=9.50/22.27000/105.84000').camera?.bearing).toBe(0);
  const search = '?view=9.50/22.27000/105.84000/-34.5';
  expect(readState(search).camera?.bearing).toBe(-34.5);
  expect(writeState(readState(search))).toBe(search);
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

it('carries filters, the vintage beside and the open table through the address', () => {
  const search =
    '?level=high,medium&rule=near-border-500,watch-unit-1254&neighbour=04&unit=X%C3%A3%20Ch%E1%BB%A3%20%C4%90%E1%BB%93n&mineral=c%C3%A1t%2C%20s%E1%BB%8Fi&mineral=s%E1%BA%AFt&from=2019-01-01&to=2024-12-31&swipe=2023&table=units';
  const state = readState(search);
  expect(state.filter).toEqual({
    levels: ['high', 'medium'],
    rules: ['near-border-500', 'watch-unit-1254'],
    neighbours: ['04'],
    unit: 'Xã Chợ Đồn',
    minerals: ['cát, sỏi', 'sắt'],
    from: '2019-01-01',
    to: '2024-12-31',
  });
  expect(writeState(state)).toBe(search);
});

it('leaves out filters that mean nothing', () => {
  expect(readState('?level=huge&from=2023-02-30&to=x&unit=&mineral=&swipe=&table=none')).toEqual(
    DEFAULT_STATE,
  );
});
