import { expect, it } from 'vitest';
import type { Item } from '../server/features.js';
import { answerFromLists } from './answer-from-lists.js';

const item = (id: string, level: string): Item => ({
  type: 'Feature',
  id,
  properties: { level },
  geometry: { type: 'Point', coordinates: [105, 22] },
});
const LIST = [item('2023:a', 'high'), item('2023:b', 'low'), item('2023:c', 'high')];
const ask = (path: string) =>
  answerFromLists(new URL(path, 'http://here'), async (layer, asOf) =>
    layer === 'mineral-sites' && (asOf === undefined || asOf === '2025-06-30') ? [LIST] : [],
  );

it('gives pages, counts and single features as the server would', async () => {
  expect(await ask('/collections/mineral-sites/items?asOf=2025-06-30&limit=2')).toMatchObject({
    features: [{ id: '2023:a' }, { id: '2023:b' }],
    numberMatched: 3,
  });
  expect(
    await ask('/collections/mineral-sites/items?asOf=2025-06-30&limit=1&offset=1000000000&level=high'),
  ).toMatchObject({ features: [], numberMatched: 2 });
  expect(await ask('/collections/mineral-sites/items/2023%3Ab')).toMatchObject({ id: '2023:b' });
});

it('gives nothing it does not hold: another day, another layer, a question it cannot read', async () => {
  for (const path of [
    '/collections/mineral-sites/items?asOf=2025-07-01',
    '/collections/communes/items?asOf=2025-06-30',
    '/collections/mineral-sites/items?asOf=2025-06-30&filter=level%3D1',
    '/collections/mineral-sites/items/2023%3Ad',
    '/profile.json',
  ]) {
    expect(await ask(path), path).toBeUndefined();
  }
});
