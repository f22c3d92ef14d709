/** VNI Windows: a letter and a mark of its own, or one character for the letters with a horn, a dot below y, and đ. */
const TONES: Readonly<Record<string, string>> = {
  ù: '\u0301', // sắc
  ø: '\u0300', // huyền
  û: '\u0309', // hỏi
  õ: '\u0303', // ngã
  ï: '\u0323', // nặng
};
/** Marks that carry a circumflex, alone or with a tone. */
const ROOFS: Readonly<Record<string, string>> = {
  â: '\u0302',
  á: '\u0302\u0301',
  à: '\u0302\u0300',
  å: '\u0302\u0309',
  ã: '\u0302\u0303',
  ä: '\u0302\u0323',
};
/** Marks that carry a breve, after `a` only. */
const BREVES: Readonly<Record<string, string>> = {
  ê: '\u0306',
  é: '\u0306\u0301',
  è: '\u0306\u0300',
  ú: '\u0306\u0309',
  ü: '\u0306\u0303',
  ë: '\u0306\u0323',
};
const SINGLES: Readonly<Record<string, string>> = {
  í: 'í',
  ì: 'ì',
  æ: 'ỉ',
  ó: 'ĩ',
  ò: 'ị',
  î: 'ỵ',
  ñ: 'đ',
  ô: 'ơ',
  ö: 'ư',
};

function same(record: Readonly<Record<string, string>>, glyph: string): string | undefined {
  return record[glyph.toLowerCase()];
}

function marksAfter(letter: string, glyph: string): string | undefined {
  const base = letter.toLowerCase();
  if (base === 'a') return same(TONES, glyph) ?? same(ROOFS, glyph) ?? same(BREVES, glyph);
  if (base === 'e' || base === 'o') return same(TONES, glyph) ?? same(ROOFS, glyph);
  if (base === 'u' || base === 'y' || base === 'ô' || base === 'ö') return same(TONES, glyph);
  return undefined;
}

function single(glyph: string): string {
  const letter = same(SINGLES, glyph);
  if (letter === undefined) return glyph;
  return glyph === glyph.toLowerCase() ? letter : letter.toUpperCase();
}

export function fromVni(text: string): string {
  const glyphs = [...text];
  let out = '';
  for (let at = 0; at < glyphs.length; at += 1) {
    const letter = glyphs[at] ?? '';
    const marks = marksAfter(letter, glyphs[at + 1] ?? '');
    out += single(letter) + (marks ?? '');
    if (marks !== undefined) at += 1;
  }
  return out.normalize('NFC');
}

const KNOWN = new Set(
  [TONES, ROOFS, BREVES, SINGLES].flatMap((record) =>
    Object.keys(record).flatMap((glyph) => [glyph, glyph.toUpperCase()]),
  ),
);

export function isVniGlyph(glyph: string): boolean {
  return KNOWN.has(glyph);
}
