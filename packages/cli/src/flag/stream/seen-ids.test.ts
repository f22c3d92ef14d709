import { expect, test } from 'vitest';
import { SeenIds } from './seen-ids.js';

test('two hundred thousand ids are kept apart, and each is known the second time', () => {
  const seen = new SeenIds();
  const ids = Array.from({ length: 200_000 }, (_, at) => `P${at}`);
  expect(ids.filter((id) => !seen.add(id))).toEqual([]);
  expect(ids.filter((id) => seen.add(id))).toEqual([]);
  expect(seen.count).toBe(200_000);
});
