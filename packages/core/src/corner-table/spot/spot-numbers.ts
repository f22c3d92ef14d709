import { readAngle } from '../../crs/angle-text.js';
import { readNumber } from '../../crs/number-text.js';

export interface SpotNumbers {
  /** In the order written. */
  readonly values: readonly [number, number];
  readonly unit: 'm' | 'deg';
  /** Whether hemisphere letters or size say that the first is the northing or latitude. */
  readonly northFirst: boolean;
}

/** A number of metres as decisions write it, and nothing shorter: a meridian beside it is not a coordinate. */
const METRES = /(?<![\d.,°])\d{5,7}(?:[.,]\d{1,4})?(?![\d°])/g;
const ANGLE = String.raw`\d{1,3}\s*[°ºo]\s*(?:\d{1,2}(?:[.,]\d+)?\s*['’′]\s*(?:\d{1,2}(?:[.,]\d+)?\s*(?:''|’’|["”″])?)?)?`;
/** At least two decimals, so that numbers of other things are not taken. */
const DECIMALS = String.raw`(?<![\d.,])\d{1,3}[.,]\d{2,12}\s*°?`;
/** A hemisphere letter stands before or behind, and never belongs to both neighbours. */
const lettered = (angle: string): RegExp =>
  new RegExp(String.raw`(?<!\p{L})[NSEWBĐT]\s*${angle}|${angle}\s*[NSEWBĐT](?!\p{L})|${angle}`, 'giu');
/** `22° 35′ 28,5″ B` */
const SIGNED = lettered(ANGLE);
/** `105.702505 E` */
const DECIMAL = lettered(DECIMALS);

/** The largest latitude and least longitude of Vietnam with its sea: a latitude is never a longitude here. */
const LARGEST_LATITUDE_deg = 30;

function metres(text: string): SpotNumbers | undefined {
  const found = [...text.matchAll(METRES)].map(([written]) =>
    readNumber(written, { loneSeparator: 'decimal' }),
  );
  const [a, b, ...more] = found;
  if (a?.ok !== true || b?.ok !== true || more.length > 0) return undefined;
  // From 8° to 24° north the northing is 0.88 to 2.7 million, the easting at most 0.9 million.
  return { values: [a.value.value, b.value.value], unit: 'm', northFirst: a.value.value > b.value.value };
}

function degrees(text: string, pattern: RegExp): SpotNumbers | undefined {
  const found = [...text.matchAll(pattern)].map(([written]) => readAngle(written.trim()));
  const [a, b, ...more] = found;
  if (a?.ok !== true || b?.ok !== true || more.length > 0) return undefined;
  const said = a.value.direction ?? (b.value.direction === 'latitude' ? 'longitude' : null);
  const northFirst = said === null ? a.value.value_deg <= LARGEST_LATITUDE_deg : said === 'latitude';
  return { values: [a.value.value_deg, b.value.value_deg], unit: 'deg', northFirst };
}

/** The two coordinates among the words of a text; `undefined` when there are not just two. */
export function spotNumbers(text: string): SpotNumbers | undefined {
  const plain = text.normalize('NFC');
  return metres(plain) ?? degrees(plain, SIGNED) ?? degrees(plain, DECIMAL);
}
