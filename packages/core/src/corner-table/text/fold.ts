const MARKS = /\p{M}+/gu;
const GAPS = /[\s_]+/g;

/**
 * A text as its bare words: lower case, no tone or vowel marks, `đ` as `d`, single blanks. Only to recognise
 * headers and keywords; unit names are matched by `admin`, which never folds ă into a.
 */
export function fold(text: string): string {
  const before = known.get(text);
  if (before !== undefined) return before;
  const folded = folding(text);
  if (text.length <= LONGEST_KEPT) {
    if (known.size >= MOST_KEPT) known.clear();
    known.set(text, folded);
  }
  return folded;
}

/** Each header and title is asked by many recognisers: the last few hundred answers are kept. */
const known = new Map<string, string>();
const MOST_KEPT = 500;
const LONGEST_KEPT = 200;

function folding(text: string): string {
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
