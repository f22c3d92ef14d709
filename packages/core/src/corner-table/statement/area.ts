import { SQUARE_METRES_PER_HECTARE } from '../../units.js';
import { fold } from '../text/fold.js';
import { numberReadings } from '../text/number.js';

/** An area the document declares. `36.228` may be 36 ha or 36 thousand: all readings are kept, likeliest first. */
export interface DeclaredArea {
  readonly readings: readonly { readonly area_m2: number; readonly rounding_m2: number }[];
  readonly written: string;
  readonly row: number;
}

const UNITS: readonly (readonly [RegExp, number])[] = [
  [/\b(ha|hec ?ta|hectares?)\b/, SQUARE_METRES_PER_HECTARE],
  [/\bkm ?(2|²)/, 1_000_000],
  [/\bm ?(2|²)|\bmet vuong\b/, 1],
];
const ANNOUNCED =
  /(?:tong )?(?:dien tich|area|\bs)(?: [a-z]+){0,4}? ?(?:\((ha|m2|m²|km2)\))? ?[:=]? ?(?:la |khoang )?(\d[\d., ]*\d|\d) ?(ha|hec ?ta|m2|m²|km2|km²)?(?![a-z])/;

/** Square metres in the unit a text names, or `null`. */
export function areaUnit_m2(words: string): number | null {
  const folded = fold(words);
  return UNITS.find(([pattern]) => pattern.test(folded))?.[1] ?? null;
}

function declared(written: string, unit_m2: number, row: number): DeclaredArea | null {
  const readings = numberReadings(written)
    .filter((reading) => reading.value > 0)
    .sort((a, b) => Number(b.decimal === ',') - Number(a.decimal === ','))
    .map((reading) => ({
      area_m2: reading.value * unit_m2,
      rounding_m2: (0.5 / 10 ** reading.decimals) * unit_m2,
    }));
  return readings.length === 0 ? null : { readings, written: written.trim(), row };
}

/** `Diện tích: 3,6228 ha` anywhere in a text; hectares where no unit is given. */
export function areaIn(text: string, row: number): DeclaredArea | null {
  const match = ANNOUNCED.exec(fold(text));
  if (match === null) return null;
  const [, headUnit, written = '', tailUnit] = match;
  const unit_m2 = areaUnit_m2(tailUnit ?? headUnit ?? '') ?? SQUARE_METRES_PER_HECTARE;
  return declared(written, unit_m2, row);
}

/** A cell of an area column, in the unit of its header or its own. */
export function areaInColumn(text: string, header: string, row: number): DeclaredArea | null {
  const unit_m2 = areaUnit_m2(text) ?? areaUnit_m2(header) ?? SQUARE_METRES_PER_HECTARE;
  const written = text.replace(/\s*(ha|m2|m²|km2|km²)\s*$/i, '');
  return /^[\d., ]+$/.test(written.trim()) ? declared(written, unit_m2, row) : null;
}
