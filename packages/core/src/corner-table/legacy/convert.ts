import { type Issue, issue } from '../../issue.js';
import type { Cell, Row } from '../text/cell.js';
import { isSyllable } from './syllable.js';
import { fromTcvn3, isTcvn3Glyph } from './tcvn3.js';
import { fromVni, isVniGlyph } from './vni.js';

interface Encoding {
  readonly name: 'TCVN3' | 'VNI';
  readonly decode: (text: string) => string;
  readonly knows: (glyph: string) => boolean;
}

const ENCODINGS: readonly Encoding[] = [
  { name: 'TCVN3', decode: fromTcvn3, knows: isTcvn3Glyph },
  { name: 'VNI', decode: fromVni, knows: isVniGlyph },
];

/** Letters only Unicode Vietnamese has: precomposed with hook, horn, dot or a second mark; ă, đ, ơ, ư. */
const UNICODE_VIETNAMESE = /[\u0102\u0103\u0110\u0111\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]|\u0309|\u0323/;
const HIGH = /[\u00a1-\u00ff]/;
const WORD = /[\p{L}\u00a1-\u00ff]+/gu;
/** Share of words with odd characters that must become syllables before a text is called legacy. */
const ENOUGH = 0.7;

function oddWords(rows: readonly Row[]): string[] {
  const words: string[] = [];
  for (const row of rows)
    for (const { text, number } of row.cells) {
      if (number !== null || !HIGH.test(text) || UNICODE_VIETNAMESE.test(text)) continue;
      for (const word of text.match(WORD) ?? []) if (HIGH.test(word)) words.push(word);
    }
  return words;
}

function share(words: readonly string[], read: (word: string) => string): number {
  return words.filter((word) => isSyllable(read(word))).length / words.length;
}

/** The encoding that turns the odd words into Vietnamese, when plain reading does not. */
function recognise(words: readonly string[]): Encoding | null {
  if (words.length === 0) return null;
  const asIs = share(words, (word) => word);
  let best: Encoding | null = null;
  let most = Math.max(asIs, ENOUGH - 1e-9);
  for (const encoding of ENCODINGS) {
    const reached = share(words, encoding.decode);
    if (reached > most) {
      best = encoding;
      most = reached;
    }
  }
  return best;
}

function lossReport(
  encoding: Encoding,
  cells: number,
  rows: readonly number[],
  lost: readonly string[],
): Issue {
  const kinds = [...new Set(lost)];
  const caseRemark =
    encoding.name === 'TCVN3'
      ? {
          vi: '; chữ hoa có dấu viết bằng phông chữ hoa (.Vn…H) trở thành chữ thường',
          en: '; accented capitals typed in an all-capitals font (.Vn…H) become small letters',
        }
      : { vi: '', en: '' };
  const loss =
    kinds.length === 0
      ? { vi: 'không mất ký tự nào', en: 'no character was lost' }
      : {
          vi: `${lost.length} ký tự không có trong bảng mã, giữ nguyên: ${kinds.join(' ')}`,
          en: `${lost.length} characters outside the code page were kept as they are: ${kinds.join(' ')}`,
        };
  return issue(
    'corner-legacy-text',
    ['row', rows[0] ?? 1],
    `Văn bản mã ${encoding.name} được chuyển sang Unicode (${cells} ô, dòng ${rows.join(', ')}): ${loss.vi}${caseRemark.vi}`,
    `Text in ${encoding.name} was converted to Unicode (${cells} cells, rows ${rows.join(', ')}): ${loss.en}${caseRemark.en}`,
  );
}

/** Coordinate punctuation that is no letter in any of the code pages' texts: `106º30´`, `22°35´`. */
const PUNCTUATION = /^[°º´±²³×]$/;

/** TCVN3 and VNI cells become Unicode NFC; cells that already hold Vietnamese in Unicode are left alone. */
export function toUnicode(rows: readonly Row[]): { rows: readonly Row[]; notes: readonly Issue[] } {
  const encoding = recognise(oddWords(rows));
  if (encoding === null) return { rows, notes: [] };
  const touched: number[] = [];
  const lost: string[] = [];
  let cells = 0;
  const converted = rows.map((row): Row => {
    let changed = false;
    const next = row.cells.map((entry): Cell => {
      if (entry.number !== null || !HIGH.test(entry.text) || UNICODE_VIETNAMESE.test(entry.text))
        return entry;
      for (const glyph of entry.text) {
        if (glyph > '\u00a0' && !encoding.knows(glyph) && !PUNCTUATION.test(glyph) && HIGH.test(glyph))
          lost.push(glyph);
      }
      changed = true;
      cells += 1;
      return { text: encoding.decode(entry.text), number: null };
    });
    if (changed) touched.push(row.row);
    return { row: row.row, cells: next };
  });
  return { rows: converted, notes: [lossReport(encoding, cells, touched, lost)] };
}
