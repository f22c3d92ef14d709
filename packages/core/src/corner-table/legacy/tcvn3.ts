/** TCVN 5712:1993, VN3 ("ABC", fonts .Vn*): the byte, as a Latin-1 character, and its letter. */
const BYTES = 'µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉËÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ®¡¢§£¤¥¦';
const LETTERS = 'àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđĂÂĐÊÔƠƯ';

const MAP: ReadonlyMap<string, string> = new Map(
  [...BYTES].map((byte, at) => [byte, [...LETTERS][at] ?? byte]),
);

/** Capitals with a tone have no code of their own: an all-capitals font drew the small ones. */
export function fromTcvn3(text: string): string {
  return [...text].map((glyph) => MAP.get(glyph) ?? glyph).join('');
}

export function isTcvn3Glyph(glyph: string): boolean {
  return MAP.has(glyph);
}
