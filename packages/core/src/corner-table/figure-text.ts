import type { LocalText } from '../issue.js';

/** A figure with so many decimals: comma in Vietnamese, point in English. */
export function figure(value: number, decimals: number): LocalText {
  const en = value.toFixed(decimals);
  return { vi: en.replace('.', ','), en };
}

/** A length for a sentence: metres below a kilometre, else kilometres. */
export function length(length_m: number): LocalText {
  if (length_m < 1_000) return { vi: `${Math.round(length_m)} m`, en: `${Math.round(length_m)} m` };
  const km = figure(length_m / 1_000, 1);
  return { vi: `${km.vi} km`, en: `${km.en} km` };
}
