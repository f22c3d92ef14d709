import { expect, it } from 'vitest';
import { decodeText } from './decode-text.js';

const bytes = (...codes: readonly number[]) => Uint8Array.from(codes);

it('reads UTF-8, with or without its mark, and UTF-16 by its mark', () => {
  const utf8 = new TextEncoder().encode('Tọa độ');
  expect(decodeText(utf8)).toEqual({ text: 'Tọa độ', encoding: 'utf-8' });
  expect(decodeText(bytes(0xef, 0xbb, 0xbf, ...utf8)).text).toBe('Tọa độ');
  expect(decodeText(bytes(0xff, 0xfe, 0x58, 0x00)).encoding).toBe('utf-16le');
  expect(decodeText(bytes(0xfe, 0xff, 0x00, 0x58))).toEqual({ text: 'X', encoding: 'utf-16be' });
});

it('tells the Vietnamese code page of Windows by its combining tones', () => {
  // B, ă + sắc, c, blank, K, a + nặng, n
  expect(decodeText(bytes(0x42, 0xe3, 0xec, 0x63, 0x20, 0x4b, 0x61, 0xf2, 0x6e))).toEqual({
    text: 'Bắc Kạn',
    encoding: 'windows-1258',
  });
});

it('leaves other single-byte text as it is, for the table reader to recognise', () => {
  // TCVN3: Xã Bắc Kạn
  expect(decodeText(bytes(0x58, 0xb7, 0x20, 0x42, 0xbe, 0x63, 0x20, 0x4b, 0xb9, 0x6e))).toEqual({
    text: 'X· B¾c K¹n',
    encoding: 'windows-1252',
  });
});
