import { expect, it } from 'vitest';
import { keepList, tilesOver } from './keep-list.js';

it('covers the view with tiles', () => {
  // 105 E 22 N lies in tile 9/405/223, 106 E 22.9 N in 9/406/222 (the slippy map formula).
  expect(tilesOver([105, 22, 106, 22.9], { from: 9, to: 9 })).toEqual([
    { z: 9, x: 405, y: 222 },
    { z: 9, x: 405, y: 223 },
    { z: 9, x: 406, y: 222 },
    { z: 9, x: 406, y: 223 },
  ]);
});

it('asks for what depends on the day once a vintage, and for nothing twice', () => {
  const list = keepList({ view: [105, 22, 106, 22.9] }, ['2026-01-02', '2025-06-30']);
  expect(new Set(list).size).toBe(list.length);
  for (const part of ['/profile.json', 'vietnamese-700', 'items?asOf=2025-06-30', 'items?asOf=2026-01-02']) {
    expect(
      list.some((url) => url.includes(part)),
      part,
    ).toBe(true);
  }
  expect(list.filter((url) => url.includes('/tiles/places')).every((url) => !url.includes('asOf'))).toBe(
    true,
  );
});
