import { type Issue, issue } from '../../issue.js';
import type { Cell, Row } from './cell.js';

/** Blanks that are not the blank: no-break, figure, narrow, ideographic and zero-width ones. */
const ODD_BLANKS = /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g;
const INVISIBLE = /[\u200b-\u200f\u2060\ufeff\u00ad]/g;
const FULL_WIDTH = /[\uff01-\uff5e]/g;
const FULL_WIDTH_OFFSET = 0xfee0;
/** Dashes before a digit: minus signs; elsewhere they are punctuation and stay. */
const MINUSES = /[\u2010-\u2015\u2212](?=\d)/g;
const UNUSUAL = /[\u00a0\u00ad\u2000-\u200f\u202f\u205f\u2060\u3000\ufeff\uff01-\uff5e]/;

/** Full-width glyphs, odd blanks and dashes as the ordinary ones; NFC. */
export function plain(text: string): string {
  return text
    .replace(FULL_WIDTH, (glyph) => String.fromCodePoint((glyph.codePointAt(0) ?? 0) - FULL_WIDTH_OFFSET))
    .replace(ODD_BLANKS, ' ')
    .replace(INVISIBLE, '')
    .replace(MINUSES, '-')
    .normalize('NFC');
}

/** Full-width digits and letters, odd blanks and dashes become the ordinary ones; text becomes NFC. */
export function plainGlyphs(rows: readonly Row[]): { rows: readonly Row[]; notes: readonly Issue[] } {
  const touched: number[] = [];
  const clean = rows.map((row): Row => {
    let changed = false;
    const cells = row.cells.map((entry): Cell => {
      if (entry.number !== null || entry.text === '') return entry;
      if (UNUSUAL.test(entry.text) && /\d|[\uff10-\uff19]/.test(entry.text)) changed = true;
      return { text: plain(entry.text), number: null };
    });
    if (changed) touched.push(row.row);
    return { row: row.row, cells };
  });
  const first = touched[0];
  const notes =
    first === undefined
      ? []
      : [
          issue(
            'corner-glyphs',
            ['row', first],
            `Chữ số toàn khổ hoặc dấu cách lạ ở ${touched.length} dòng được đọc như ký tự thường (dòng ${touched.join(', ')})`,
            `Full-width digits or unusual blanks in ${touched.length} rows were read as ordinary characters (rows ${touched.join(', ')})`,
          ),
        ];
  return { rows: clean, notes };
}
