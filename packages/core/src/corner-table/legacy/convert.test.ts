import { expect, it } from 'vitest';
import { rowsFromValues } from '../text/rows.js';
import { toUnicode } from './convert.js';

function converted(...lines: readonly string[]) {
  const { rows, notes } = toUnicode(rowsFromValues(lines.map((line) => [line])));
  return { texts: rows.map((row) => row.cells[0]?.text), notes };
}

it('recognises TCVN3 and says what capitals lose', () => {
  const { texts, notes } = converted(
    'B¶ng täa ®é c¸c ®iÓm gãc',
    'X· Xu©n La, huyÖn P¸c NÆm, tØnh B¾c K¹n',
    '2499067,549',
  );
  expect(texts).toEqual([
    'Bảng tọa độ các điểm góc',
    'Xã Xuân La, huyện Pác Nặm, tỉnh Bắc Kạn',
    '2499067,549',
  ]);
  expect(notes.map((note) => [note.code, note.message.en])).toEqual([
    [
      'corner-legacy-text',
      'Text in TCVN3 was converted to Unicode (2 cells, rows 1, 2): no character was lost; accented capitals typed in an all-capitals font (.Vn…H) become small letters',
    ],
  ]);
});

it('recognises VNI, capitals and all', () => {
  const { texts, notes } = converted(
    'BAÛNG TOÏA ÑOÄ CAÙC ÑIEÅM GOÙC',
    'Xaõ Xuaân La, huyeän Paùc Naëm, tænh Baéc Kaïn',
    'Quyeát ñònh soá 650, khoaùng saûn ñöôïc khai thaùc ôû Myõ Lyù',
  );
  expect(texts).toEqual([
    'BẢNG TỌA ĐỘ CÁC ĐIỂM GÓC',
    'Xã Xuân La, huyện Pác Nặm, tỉnh Bắc Kạn',
    'Quyết định số 650, khoáng sản được khai thác ở Mỹ Lý',
  ]);
  expect(notes[0]?.message.en).toContain('Text in VNI was converted to Unicode (3 cells, rows 1, 2, 3)');
});

it('names the characters it could not convert', () => {
  const { notes } = converted('X· Xu©n La, huyÖn P¸c NÆm ÿÿ', 'tØnh B¾c K¹n, diÖn tÝch');
  expect(notes[0]?.message.en).toContain('2 characters outside the code page were kept as they are: ÿ');
});

it('leaves Unicode alone, also beside legacy text, and other languages', () => {
  expect(converted('Xã Xuân La, huyện Pác Nặm').notes).toEqual([]);
  expect(converted('Tọa độ 106º30´, khu vực số 1').notes).toEqual([]);
  expect(converted('Café à la carte, façade, naïve').notes).toEqual([]);
  const mixed = converted('B¶ng täa ®é c¸c ®iÓm gãc', 'Huyện Pác Nặm');
  expect(mixed.texts).toEqual(['Bảng tọa độ các điểm góc', 'Huyện Pác Nặm']);
});
