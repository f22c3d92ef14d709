import { cellAngle, isLatitude, isLongitude } from './angle.js';
import type { Cell } from './cell.js';
import { metresLike } from './metres.js';

/** Decimals below which a bare decimal number is not taken for degrees: 0.001° is 100 m. */
const LEAST_DECIMALS = 3;
const MIGHT_BE = /^[^\p{L}]*(?:[NEBĐ]\b|[OoIl|\d])/iu;

/** Whether a person would take the cell for one coordinate, and of which kind. */
export function coordinateLike(entry: Cell): 'metres' | 'angle' | null {
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
