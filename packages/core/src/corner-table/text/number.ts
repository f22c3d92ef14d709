import { readNumber } from '../../crs/number-text.js';

/** One way to read a written number. A text may have several: `417.804` is 417 804 or 417 and a bit. */
export interface NumberReading {
  readonly value: number;
  readonly decimal: ',' | '.' | null;
  /** Digits after the decimal mark. */
  readonly decimals: number;
  /** Marks used in a way nobody writes on purpose (`2.499.067.549` for 2499067.549). */
  readonly odd: boolean;
  /** Letters were read as digits: `O`, `l`. */
  readonly confused: boolean;
}

const STYLES = [{ decimal: ',' }, { decimal: '.' }, { loneSeparator: 'thousands' }] as const;
const UNIT = /\s*(?:m|mét|met)\.?$/i;
/** Thousands and decimals parted by one and the same mark. */
const ONE_MARK = /^(\d{1,3}(?:([.,])\d{3})(?:\2\d{3})?)\2(\d{1,6})$/;
/** A blank where the decimal mark was. */
const BLANK_MARK = /^(\d{6,8}) (\d{1,4})$/;
/** What most cells hold; read here without the general reader, with the same answers (held by a test). */
const COMMON = /^(\d+)(?:([.,])(\d+))?$/;

function commonReadings(match: RegExpExecArray): readonly NumberReading[] {
  const [, whole = '', mark, fraction = ''] = match;
  if (mark === undefined) {
    return [{ value: Number(whole), decimal: null, decimals: 0, odd: false, confused: false }];
  }
  const found: NumberReading[] = [
    {
      value: Number(`${whole}.${fraction}`),
      decimal: mark === ',' ? ',' : '.',
      decimals: fraction.length,
      odd: false,
      confused: false,
    },
  ];
  if (fraction.length === 3 && whole.length <= 3) {
    found.push({ value: Number(whole + fraction), decimal: null, decimals: 0, odd: false, confused: false });
  }
  return found;
}

/** Every reading of the text; empty when it is no number. */
export function numberReadings(text: string): readonly NumberReading[] {
  const common = COMMON.exec(text);
  if (common !== null) return commonReadings(common);
  return generalReadings(text);
}

/** The same by the general reader alone. */
export function generalReadings(text: string): readonly NumberReading[] {
  const trimmed = text
    .trim()
    .replace(UNIT, '')
    .replace(/(\d)\s*([.,])\s*(?=\d)/g, '$1$2')
    .replace(/['’](?=\d{3})/g, ' ')
    .replace(/[.,;]$/, '');
  if (!/\d/.test(trimmed)) return [];
  const found: NumberReading[] = [];
  for (const style of STYLES) {
    const read = readNumber(trimmed, style);
    if (!read.ok || found.some((known) => known.value === read.value.value)) continue;
    const { value, decimal, decimals } = read.value;
    found.push({ value, decimal, decimals, odd: false, confused: read.notes.length > 0 });
  }
  const blank = BLANK_MARK.exec(trimmed);
  if (blank !== null) {
    const [, whole = '', fraction = ''] = blank;
    found.push({
      value: Number(`${whole}.${fraction}`),
      decimal: null,
      decimals: fraction.length,
      odd: true,
      confused: false,
    });
  }
  const one = ONE_MARK.exec(trimmed);
  if (one !== null) {
    const [, whole = '', mark, fraction = ''] = one;
    found.push({
      value: Number(`${whole.replace(/\D/g, '')}.${fraction}`),
      decimal: mark === ',' ? ',' : '.',
      decimals: fraction.length,
      odd: true,
      confused: false,
    });
  }
  return found;
}
