import { cellAngle, isLatitude, isLongitude } from './angle.js';
import type { Cell } from './cell.js';
import { metresLike } from './metres.js';

/** Decimals below which a bare decimal number is not taken for degrees: 0.001° is 100 m. */
const LEAST_DECIMALS = 3;
/** Only digits, what stands for them, marks, signs and blanks, with a short word behind at most. */
const MIGHT_BE = /^[\s\d.,'’′‘´`"”“″°º˚⁰:*^+\-OolI|dNEBĐ]{4,}(?:\s?[\p{L}.]{1,5}){0,6}$/u;

const known = new WeakMap<Cell, 'metres' | 'angle' | 'no'>();

/** Whether a person would take the cell for one coordinate, and of which kind. */
export function coordinateLike(entry: Cell): 'metres' | 'angle' | null {
  const before = known.get(entry);
  if (before !== undefined) return before === 'no' ? null : before;
  const kind = kindOf(entry);
  known.set(entry, kind ?? 'no');
  return kind;
}

function kindOf(entry: Cell): 'metres' | 'angle' | null {
  if (entry.text.length < 4 || entry.text.length > 40 || !MIGHT_BE.test(entry.text)) return null;
  if (metresLike(entry)) return 'metres';
  return angleLike(entry) ? 'angle' : null;
}

function angleLike(entry: Cell): boolean {
  const bare = /^\d+(?:[.,](\d+))?$/.exec(entry.text.trim());
  if (bare !== null && (bare[1] ?? '').length < LEAST_DECIMALS) return false;
  const angle = cellAngle(entry.text);
  return angle !== null && (isLatitude(angle.value_deg) || isLongitude(angle.value_deg));
}
