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
const PLAIN = /^\d+$/;

/** Every reading of the text, likeliest first; empty when it is no number. */
export function numberReadings(text: string): readonly NumberReading[] {
  const trimmed = text
    .trim()
    .replace(UNIT, '')
    .replace(/(\d)\s*([.,])\s*(?=\d)/g, '$1$2')
    .replace(/['’](?=\d{3})/g, ' ')
    .replace(/[.,;]$/, '');
  if (PLAIN.test(trimmed)) {
    return [{ value: Number(trimmed), decimal: null, decimals: 0, odd: false, confused: false }];
  }
  if (!/\d/.test(trimmed)) return [];
  const found: NumberReading[] = [];
  for (const style of STYLES) {
    const read = readNumber(trimmed, style);
    if (!read.ok || found.some((known) => known.value === read.value.value)) continue;
    const { value, decimal, decimals } = read.value;
    found.push({ value, decimal, decimals, odd: false, confused: read.notes.length > 0 });
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
