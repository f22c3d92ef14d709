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
