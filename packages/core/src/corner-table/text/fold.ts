const MARKS = /\p{M}+/gu;
const GAPS = /[\s_]+/g;

/**
 * A text as its bare words: lower case, no tone or vowel marks, `đ` as `d`, single blanks. Only to recognise
 * headers and keywords; unit names are matched by `admin`, which never folds ă into a.
 */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(MARKS, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'd')
    .toLowerCase()
    .replace(GAPS, ' ')
    .trim();
}

/** The text as written, letter for letter beside its folded form, to quote from; the folded form where that fails. */
export function unfolded(text: string, folded: string): string {
  const flat = text.normalize('NFC').replace(GAPS, ' ').trim();
  return flat.length === folded.length ? flat : folded;
}
