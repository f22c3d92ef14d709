const ONSET = '(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnprstvx])?';
const CODA = '(?:ch|ng|nh|[cmnptiouy])?';
const NUCLEUS =
  '(?:iê|yê|uyê|uô|ươ|oă|oa|oe|uâ|uê|uơ|uya|uy|ia|ua|ưa|ao|eo|ai|oi|ôi|ơi|ui|ưi|ay|ây|au|âu|êu|iu|ưu|ươi|uôi|iêu|yêu|oai|oay|[aăâeêioôơuưy])';
const BARE = new RegExp(`^${ONSET}${NUCLEUS}${CODA}$`);
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** Whether a word could be a Vietnamese syllable: onset, vowels, ending, and one tone at most. */
export function isSyllable(word: string): boolean {
  const open = word.toLowerCase().normalize('NFD');
  if ((open.match(TONES) ?? []).length > 1) return false;
  return BARE.test(open.replace(TONES, '').normalize('NFC'));
}
