import { expect, it } from 'vitest';
import type { TileAddress } from './tile-address.js';
import { TileCache } from './tile-cache.js';

const tile = (bytes: number, etag = 'W/"a"') => ({ gzip: new Uint8Array(bytes), etag });
const at = (x: number, more: Partial<TileAddress> = {}): TileAddress => ({
  ...{ layers: ['communes'], period: 0, secrecy: 'public', filter: '', z: 9, x, y: 1 },
  ...more,
});

it('lets go of what was asked for longest ago when it is full', () => {
  const cache = new TileCache(5000);
  for (const x of [0, 1, 2]) cache.set(at(x), tile(1000));
  expect(cache.get(at(0))).toBeDefined();
  cache.set(at(3), tile(1000));
  expect([0, 1, 2, 3].map((x) => cache.get(at(x)) !== undefined)).toEqual([true, false, true, true]);
  expect(cache.bytes).toBeLessThanOrEqual(5000);
});

it('counts a tile set again once, and all it holds', () => {
  const cache = new TileCache(100_000);
  cache.set(at(0), tile(500));
  const once = cache.bytes;
  cache.set(at(0), tile(1000));
  cache.set(at(0), tile(500));
  expect([cache.size, cache.bytes]).toEqual([1, once]);
  cache.complete(at(0), 'W/"a"', new Uint8Array(300));
  expect(cache.bytes).toBe(once + 300);
  expect(cache.get(at(0))?.brotli?.length).toBe(300);
  cache.set(at(1), { gzip: null, etag: 'W/"b"' });
  expect(cache.get(at(1))?.gzip).toBeNull();
  cache.set(at(2, { filter: 'x'.repeat(2000) }), tile(10));
  expect(cache.bytes).toBeGreaterThan(once + 300 + 2000);
  expect(cache.forget(() => true)).toBe(3);
  expect([cache.size, cache.bytes]).toEqual([0, 0]);
});

it('takes a second encoding for the very tile it was made of', () => {
  const cache = new TileCache(10_000);
  cache.set(at(0), tile(500, 'W/"new"'));
  cache.complete(at(0), 'W/"old"', new Uint8Array(300));
  cache.complete(at(1), 'W/"new"', new Uint8Array(300));
  expect(cache.get(at(0))?.brotli).toBeUndefined();
  expect(cache.size).toBe(1);
});

it('never mixes readers, days, filters or layers', () => {
  const cache = new TileCache(100_000);
  const addresses = [
    at(0),
    at(0, { secrecy: 'public+restricted' }),
    at(0, { secrecy: 'public@06' }),
    at(0, { filter: "code = '1'" }),
    at(0, { filter: "code = '2'" }),
    at(0, { period: 1 }),
    at(0, { layers: ['communes', 'places'] }),
    at(0, { layers: ['places', 'communes'] }),
    at(0, { z: 10 }),
  ];
  for (const [index, address] of addresses.entries()) cache.set(address, tile(10, `W/"${index}"`));
  expect(addresses.map((address) => cache.get(address)?.etag)).toEqual(
    addresses.map((_, index) => `W/"${index}"`),
  );
  expect(cache.forget(({ secrecy }) => secrecy !== 'public')).toBe(2);
  expect(cache.size).toBe(addresses.length - 2);
});
