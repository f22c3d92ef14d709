import { expect, it } from 'vitest';
import { chooseEncoding, type Encoding } from './encoding.js';

const ALL: readonly Encoding[] = ['br', 'gzip', 'identity'];

it.each<[string | undefined, Encoding | undefined]>([
  [undefined, 'identity'],
  ['', 'identity'],
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip, deflate', 'gzip'],
  ['br;q=0.5, gzip;q=0.8', 'gzip'],
  ['br;q=0, gzip', 'gzip'],
  ['gzip;q=0', 'identity'],
  ['*', 'br'],
  ['*;q=0.1, gzip', 'gzip'],
  ['identity, gzip;q=0.5', 'identity'],
  ['GZIP ; Q=0.3', 'gzip'],
  ['x-gzip', 'gzip'],
  ['br;q=high', 'identity'],
  ['identity;q=0', undefined],
  ['*;q=0', undefined],
  ['*;q=0, gzip;q=1.000', 'gzip'],
  ['gzipped', 'identity'],
])('of all encodings, a client that says %o gets %o', (header, encoding) => {
  expect(chooseEncoding(header, ALL)).toBe(encoding);
});

it('chooses among what there is', () => {
  expect(chooseEncoding('gzip, br', ['gzip', 'identity'])).toBe('gzip');
  expect(chooseEncoding('br', ['gzip', 'identity'])).toBe('identity');
});
