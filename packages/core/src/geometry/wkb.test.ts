import { expect, it } from 'vitest';
import { decodeWkb, encodeWkb } from './wkb.js';

const hex = (text: string): Uint8Array => Buffer.from(text.replaceAll(' ', ''), 'hex');

it('writes the bytes of the standard', () => {
  expect(encodeWkb({ type: 'Point', coordinates: [1, 2] })).toEqual(
    new Uint8Array(hex('01 01000000 000000000000f03f 0000000000000040')),
  );
  expect(encodeWkb({ type: 'MultiPoint', coordinates: [[1, 2]] }, 2)).toEqual(
    new Uint8Array(hex('0000 01 04000000 01000000 01 01000000 000000000000f03f 0000000000000040')),
  );
});

it('reads either byte order, also mixed, and passes over Z and M', () => {
  const big = '00 00000002 00000002 3ff0000000000000 4000000000000000 4008000000000000 4010000000000000';
  expect(decodeWkb(hex(big))).toEqual({
    type: 'LineString',
    coordinates: [
      [1, 2],
      [3, 4],
    ],
  });
  const mixed = '01 04000000 01000000 00 00000001 3ff0000000000000 4000000000000000';
  expect(decodeWkb(hex(mixed))).toEqual({ type: 'MultiPoint', coordinates: [[1, 2]] });
  const zm = '00 00000bb9 3ff0000000000000 4000000000000000 4008000000000000 4010000000000000';
  expect(decodeWkb(hex(zm))).toEqual({ type: 'Point', coordinates: [1, 2] });
  const m = '00 000007d1 3ff0000000000000 4000000000000000 4008000000000000';
  expect(decodeWkb(hex(m))).toEqual({ type: 'Point', coordinates: [1, 2] });
});

it('throws on bytes that are no geometry of GeoJSON', () => {
  expect(() => decodeWkb(hex('01 08000000 00000000'))).toThrow(RangeError);
  expect(() => decodeWkb(hex('01 02000000 02000000 000000000000f03f'))).toThrow(RangeError);
});
