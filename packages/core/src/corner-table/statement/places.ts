import type { AdminLevel } from '../../admin/unit.js';

/** An administrative unit as the document names it. */
export interface DeclaredPlace {
  /** `city`: `thành phố` is a province (Cần Thơ) or a district (Bắc Kạn). */
  readonly level: AdminLevel | 'city';
  /** Without its type. */
  readonly name: string;
  readonly row: number;
  /** Written in small letters, so perhaps no name at all (`tỉnh ủy`). */
  readonly weak: boolean;
}

type Level = DeclaredPlace['level'];

const TYPES: readonly (readonly [Level, string])[] = [
  ['commune', String.raw`xã|phường|thị trấn|đặc khu|TT\.?|X\.|P\.`],
  ['district', String.raw`huyện|quận|thị xã|H\.|TX\.?`],
  ['city', String.raw`thành phố|TP\.?`],
  ['province', String.raw`tỉnh|T\.(?=\s*\p{Lu})`],
];
const ALL_TYPES = TYPES.map(([, words]) => words).join('|');
const WORD = String.raw`[\p{L}\p{M}][\p{L}\p{M}'’-]*`;
/** A type word, several in a row (`các xã`), then names up to a stop or the next type word. */
const NAMED = new RegExp(
  String.raw`(?<![\p{L}\p{M}])(?:các\s+)?(${ALL_TYPES})\s*:?\s*(?!(?:${ALL_TYPES})(?![\p{L}]))(${WORD}(?:(?:\s+|\s*[-–]\s*|\s*,\s*|\s+và\s+)(?!(?:${ALL_TYPES})(?![\p{L}\p{M}]))${WORD})*)`,
  'giu',
);
const ENGLISH =
  /((?:\p{Lu}[\p{L}\p{M}]*\s+){1,4})(commune|ward|township|district|city|town|province)s?(?![\p{L}])/gu;
const ENGLISH_LEVELS: Readonly<Record<string, Level>> = {
  commune: 'commune',
  ward: 'commune',
  township: 'commune',
  town: 'district',
  district: 'district',
  city: 'city',
  province: 'province',
};
const LONGEST_NAME = 4;
/** Words that end a name though nothing else does. */
const STOP =
  /^(diện|tổng|quy|theo|thuộc|của|có|được|cấp|với|hệ|kinh|khoáng|mỏ|số|ngày|năm|đến|từ|tại|loại|tọa|toạ|giáp|trên|area|of|in)$/iu;

function levelOf(type: string): Level {
  const word = type.toLowerCase();
  for (const [level, words] of TYPES) {
    if (new RegExp(`^(?:${words.replace(/\(\?=[^)]*\)/g, '')})$`, 'iu').test(word)) return level;
  }
  return 'commune';
}

const isCapital = (word: string) => /^\p{Lu}/u.test(word);

/** The name at the start of a run of words: the capitalised ones, or in a text without capitals the first few. */
function cutName(run: string): { name: string; weak: boolean } | null {
  const words: string[] = [];
  const all = run.trim().split(/\s+/);
  const capital = isCapital(all[0] ?? '');
  for (const word of all) {
    if (words.length === LONGEST_NAME || STOP.test(word)) break;
    if (capital && !isCapital(word)) break;
    words.push(word);
  }
  const name = words.join(' ').replace(/\s*[-–]\s*/g, ' - ');
  return name.length < 2 ? null : { name, weak: !capital };
}

function vietnamese(text: string, row: number): DeclaredPlace[] {
  return [...text.matchAll(NAMED)].flatMap((match): DeclaredPlace[] => {
    const level = levelOf(match[1] ?? '');
    const list = (match[2] ?? '').split(/\s*,\s*|\s+và\s+/u);
    const found: DeclaredPlace[] = [];
    for (const [at, part] of list.entries()) {
      const cut = cutName(part);
      // A list goes on only with capitalised names that stand alone: `xã Nghĩa Tá, Lương Bằng, theo …`.
      if (cut === null || (at > 0 && (cut.weak || cut.name !== part.trim()))) break;
      found.push({ level, row, ...cut });
    }
    return found;
  });
}

function english(text: string, row: number): DeclaredPlace[] {
  return [...text.matchAll(ENGLISH)].flatMap((match): DeclaredPlace[] => {
    const level = ENGLISH_LEVELS[match[2] ?? ''];
    return level === undefined ? [] : [{ level, name: (match[1] ?? '').trim(), row, weak: false }];
  });
}

/** Every unit a text names; in a column headed by a level the bare name stands for it. */
export function placesIn(text: string, row: number): readonly DeclaredPlace[] {
  const found = vietnamese(text, row);
  return found.length > 0 ? found : english(text, row);
}

/** Names of a column headed `Xã`, `Huyện` or `Tỉnh`: with or without the type, several parted by commas. */
export function placesInColumn(text: string, level: AdminLevel, row: number): readonly DeclaredPlace[] {
  const named = placesIn(text, row);
  if (named.length > 0) return named;
  return text
    .split(/\s*[,;/]\s*|\s+và\s+/u)
    .map((name) => name.trim())
    .filter((name) => /\p{L}/u.test(name) && name.length >= 2)
    .map((name) => ({ level, name, row, weak: false }));
}
