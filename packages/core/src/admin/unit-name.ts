const TONE = /[\u0300\u0301\u0303\u0309\u0323]/u;
const MARKS = /\p{M}+/gu;
/** A syllable whose only vowel is y: Mỹ, Kỳ, Lý, and Quý; never the y of Tây, Bảy, Thuỷ. */
const LONE_Y = /^([bcdđghklmnprstvx]*|qu)y$/u;

/** Types of unit by the ways people write them, longest first. */
const TYPE_WORDS: readonly (readonly [string, string])[] = [
  ['thành phố', 'Thành phố'],
  ['thị trấn', 'Thị trấn'],
  ['đặc khu', 'Đặc khu'],
  ['phường', 'Phường'],
  ['thị xã', 'Thị xã'],
  ['huyện', 'Huyện'],
  ['tỉnh', 'Tỉnh'],
  ['quận', 'Quận'],
  ['xã', 'Xã'],
  ['tp.', 'Thành phố'],
  ['tx.', 'Thị xã'],
  ['tt.', 'Thị trấn'],
  ['tp', 'Thành phố'],
  ['tx', 'Thị xã'],
  ['tt', 'Thị trấn'],
  ['h.', 'Huyện'],
  ['q.', 'Quận'],
  ['p.', 'Phường'],
  ['x.', 'Xã'],
];

export interface NameAsked {
  /** The type stated in front, in its official spelling; `null` when none is. */
  readonly type: string | null;
  readonly rest: string;
}

function plain(text: string): string {
  return text.normalize('NFC').toLocaleLowerCase('vi').replaceAll('’', "'").replace(/\s+/gu, ' ').trim();
}

/** Takes a type off the front of a name as people write it: `TP. Bắc Kạn`, `huyen Cho Don`, `Chợ Đồn`. */
export function readName(text: string): NameAsked {
  const name = plain(text);
  const unmarked = lacksDiacritics(name);
  for (const [word, type, bare] of BARE_TYPE_WORDS) {
    const marked = name.startsWith(word) && /^[\s.]*(?=\S)/u.test(name.slice(word.length));
    const separated = word.endsWith('.') || name[word.length] === ' ';
    if (marked && separated && name.length > word.length + 1)
      return { type, rest: name.slice(word.length).trim() };
    // Without any marks at all, the type may lack them too.
    if (unmarked && name.startsWith(`${bare} `)) return { type, rest: name.slice(bare.length).trim() };
  }
  return { type: null, rest: name };
}

/** No Vietnamese syllable begins with đl or đr: Đliê and Dliê, M'Đrắk and M'Drắk are one name, written down by two hands. */
const HIGHLAND_D = /đ(?=[lr])/gu;

/** A syllable with its tone at the end and a lone y as i: Hoà = Hòa, Sỹ = Sĩ; ă and a stay two. */
function syllableKey(syllable: string): string {
  const open = syllable.normalize('NFD');
  const tone = TONE.exec(open)?.[0] ?? '';
  const toneless = open.replace(TONE, '').normalize('NFC');
  return toneless.replace(LONE_Y, '$1i').replace(HIGHLAND_D, 'd') + tone;
}

/**
 * Two names without types are one name to a Vietnamese reader when their keys are equal: Unicode form, letter
 * case, place of the tone mark, i or y, đ or d before l and r, hyphens and blanks (`Ea Ly`, `Ealy`) do not matter;
 * every other diacritic does.
 */
export function nameKey(shortName: string): string {
  return plain(shortName)
    .split(/[\s–-]+/u)
    .map(syllableKey)
    .join('');
}

/** The name without any diacritics, i for y: for what was typed without them. Many names share one. */
export function bareKey(shortName: string): string {
  return withoutDiacritics(plain(shortName))
    .split(/[\s–-]+/u)
    .map((syllable) => syllable.replace(LONE_Y, '$1i'))
    .join('');
}

function withoutDiacritics(lowerCase: string): string {
  return lowerCase.normalize('NFD').replace(MARKS, '').replaceAll('đ', 'd');
}

/** Whether a text carries no Vietnamese diacritic at all. */
export function lacksDiacritics(text: string): boolean {
  return !/[\p{M}đĐ]/u.test(text.normalize('NFD'));
}

/** The types as they read without marks, made once: names are read by the ten thousand. */
const BARE_TYPE_WORDS = TYPE_WORDS.map(([word, type]) => [word, type, withoutDiacritics(word)] as const);
