import { type Issue, issue } from '../issue.js';
import { err, ok, type Result } from '../result.js';

/**
 * What to make of one separator before exactly three digits, `417.804` or `1,250`: a fraction, thousands, or an
 * issue that names both.
 */
export type LoneSeparator = 'decimal' | 'thousands' | 'issue';

export interface NumberStyle {
  /** The decimal mark, where the table as a whole has shown it. */
  readonly decimal?: ',' | '.';
  /** Default `issue`. */
  readonly loneSeparator?: LoneSeparator;
}

export interface NumberReading {
  readonly value: number;
  /** The mark that was read as decimal; `null` for an integer. */
  readonly decimal: ',' | '.' | null;
  /** Digits after the mark: half a unit of the last one is the rounding error. */
  readonly decimals: number;
  /** Thousands were set apart. */
  readonly grouped: boolean;
}

const GROUP_BLANKS = /[\u0020\u00a0\u2000-\u200a\u202f\u205f\u3000]/g;
/** Letters that stand for a digit when they stand among digits. */
const MISREAD: Readonly<Record<string, string>> = { O: '0', o: '0', l: '1', I: '1', '|': '1' };

/** Full-width digits and marks, and the several minus signs, to ASCII. */
export function plainDigits(text: string): string {
  return text
    .replace(/[\uff0b-\uff0e\uff10-\uff19]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u066b]/g, ',')
    .trim();
}

function unreadable(text: string): Issue {
  return issue(
    'number-unreadable',
    [],
    `Không đọc được số “${text}”.`,
    `"${text}" is not a number that can be read.`,
  );
}

function mendLetters(text: string): { readonly mended: string; readonly notes: readonly Issue[] } {
  const digits = text.replace(/[^0-9]/g, '').length;
  const letters = text.replace(/[^OoIl|]/g, '').length;
  if (letters === 0 || digits < 2 * letters) return { mended: text, notes: [] };
  const mended = text.replace(/[OoIl|]/g, (letter) => MISREAD[letter] ?? letter);
  return {
    mended,
    notes: [
      issue(
        'number-letters-read-as-digits',
        [],
        `Số “${text}” có chữ lẫn trong chữ số; đọc là ${mended}.`,
        `The number "${text}" has letters among its digits; read as ${mended}.`,
      ),
    ],
  };
}

/** Whether the digits between group separators come by threes. */
function isGrouped(integer: string, separator: string): boolean {
  const [head = '', ...rest] = integer.split(separator);
  return rest.length > 0 && /^\d{1,3}$/.test(head) && rest.every((group) => /^\d{3}$/.test(group));
}

interface Split {
  readonly integer: string;
  readonly fraction: string;
  readonly decimal: ',' | '.' | null;
  readonly grouped: boolean;
}

type Marks = readonly { readonly mark: ',' | '.'; readonly at: number }[];

function splitAt(text: string, at: number, decimal: ',' | '.', group: string | null): Split | undefined {
  const integer = text.slice(0, at);
  const fraction = text.slice(at + 1);
  if (!/^\d*$/.test(fraction)) return undefined;
  if (/^\d+$/.test(integer)) return { integer, fraction, decimal, grouped: false };
  if (group !== null && isGrouped(integer, group)) {
    return { integer: integer.replaceAll(group, ''), fraction, decimal, grouped: true };
  }
  return undefined;
}

function whole(text: string, group: string): Split | undefined {
  return isGrouped(text, group)
    ? { integer: text.replaceAll(group, ''), fraction: '', decimal: null, grouped: true }
    : undefined;
}

function other(mark: ',' | '.'): ',' | '.' {
  return mark === ',' ? '.' : ',';
}

/** Finds the decimal mark; `'ambiguous'` when one mark could be either. */
function split(text: string, style: NumberStyle): Split | 'ambiguous' | undefined {
  const marks: Marks = [...text.matchAll(/[.,]/g)].map((match) => ({
    mark: match[0] === ',' ? ',' : '.',
    at: match.index,
  }));
  const last = marks.at(-1);
  if (last === undefined)
    return /^\d+$/.test(text) ? { integer: text, fraction: '', decimal: null, grouped: false } : undefined;
  const kinds = new Set(marks.map(({ mark }) => mark));
  if (kinds.size === 2) return splitAt(text, last.at, last.mark, other(last.mark));
  if (marks.length > 1) return style.decimal === last.mark ? undefined : whole(text, last.mark);
  if (style.decimal === last.mark) return splitAt(text, last.at, last.mark, null);
  const grouped = whole(text, last.mark);
  if (style.decimal !== undefined) return grouped;
  // One mark only: `417804,320` and `0.500` and `12,5` can only be fractions.
  if (grouped === undefined || text.startsWith('0')) return splitAt(text, last.at, last.mark, null);
  if (style.loneSeparator === 'decimal') return splitAt(text, last.at, last.mark, null);
  return style.loneSeparator === 'thousands' ? grouped : 'ambiguous';
}

/**
 * One number as people write it: decimal comma or point, thousands set apart by points, commas or blanks,
 * full-width digits, non-breaking blanks, letters misread for digits (a note).
 * Issues: `number-unreadable`, `number-ambiguous`.
 */
export function readNumber(text: string, style: NumberStyle = {}): Result<NumberReading> {
  const plain = plainDigits(text);
  const sign = /^[+-]/.exec(plain)?.[0] ?? '';
  const { mended, notes } = mendLetters(plain.slice(sign.length).trim());
  const blanks = mended.replace(GROUP_BLANKS, ' ').split(' ');
  const tail = blanks.at(-1) ?? '';
  const blankGrouped =
    blanks.length > 1 && isGrouped([...blanks.slice(0, -1), tail.split(/[.,]/)[0] ?? ''].join(' '), ' ');
  if (blanks.length > 1 && !blankGrouped) return err(unreadable(text));
  const joined = blanks.join('');
  // Blanks already part the thousands, so a mark beside them is the decimal one.
  const found = split(joined, blankGrouped ? { ...style, loneSeparator: 'decimal' } : style);
  if (found === undefined) return err(unreadable(text));
  if (found === 'ambiguous') {
    const asFraction = joined.replace(',', '.');
    const asWhole = joined.replace(/[.,]/, '');
    return err(
      issue(
        'number-ambiguous',
        [],
        `Số “${text}” có thể là ${asWhole} hoặc ${asFraction.replace('.', ',')}.`,
        `"${text}" may be ${asWhole} or ${asFraction}.`,
        {
          vi: 'Cho biết dấu thập phân của bảng là phẩy hay chấm.',
          en: 'Say whether the decimal mark of the table is a comma or a point.',
        },
      ),
    );
  }
  const value = Number(`${sign}${found.integer}.${found.fraction === '' ? '0' : found.fraction}`);
  if (!Number.isFinite(value)) return err(unreadable(text));
  return ok(
    {
      value,
      decimal: found.decimal,
      decimals: found.fraction.length,
      grouped: found.grouped || blankGrouped,
    },
    notes,
  );
}
