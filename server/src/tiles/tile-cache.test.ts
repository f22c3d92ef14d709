import { expect, it } from 'vitest';
import { TileCache } from './tile-cache.js';

const tile = (bytes: number) => ({ gzip: new Uint8Array(bytes), etag: 'W/"a"' });

it('lets go of what was asked for longest ago when it is full', () => {
  const cache = new TileCache(4000);
  cache.set('a', tile(1000));
  cache.set('b', tile(1000));
  cache.set('c', tile(1000));
  expect(cache.get('a')).toBeDefined();
  cache.set('d', tile(1000));
  expect(['a', 'b', 'c', 'd'].map((key) => cache.get(key) !== undefined)).toEqual([true, false, true, true]);
  expect(cache.bytes).toBeLessThanOrEqual(4000);
});

it('counts a tile set again once', () => {
  const cache = new TileCache(10_000);
  cache.set('a', tile(1000));
  cache.set('a', tile(500));
  expect(cache.size).toBe(1);
  expect(cache.bytes).toBe(800);
  cache.set('empty', { gzip: null, etag: 'W/"b"' });
  expect(cache.get('empty')?.gzip).toBeNull();
});
