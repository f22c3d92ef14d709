import { hectares, kilometres } from '@giapranh/core';
import type { Lang } from '../messages/messages.js';

const LOCALE: Readonly<Record<Lang, string>> = { vi: 'vi-VN', en: 'en-GB' };

export function number(value: number, lang: Lang, digits = 0): string {
  return new Intl.NumberFormat(LOCALE[lang], {
    minimumFractionDigits: 0,
    maximumFractionDigits: digits,
  }).format(value);
}

/** With as many decimals as asked, zeros too: for columns of coordinates. */
export function fixed(value: number, lang: Lang, digits: number): string {
  return new Intl.NumberFormat(LOCALE[lang], {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(value);
}

/** Metres below a kilometre and a half, then kilometres. */
export function length(length_m: number, lang: Lang): string {
  if (Math.abs(length_m) < 1500) return `${number(length_m, lang)} m`;
  return `${number(kilometres(length_m), lang, Math.abs(length_m) < 100_000 ? 2 : 1)} km`;
}

/** Hectares, as the law counts them; square kilometres for whole units. */
export function area(area_m2: number, lang: Lang): string {
  const ha = hectares(area_m2);
  if (ha >= 10_000) return `${number(ha / 100, lang, 1)} km²`;
  return `${number(ha, lang, ha < 100 ? 4 : 1)} ha`;
}

/** A width in metres as kilometres: `0,5`. */
export function kilometreMark(width_m: number, lang: Lang): string {
  return number(kilometres(width_m), lang, 2);
}
