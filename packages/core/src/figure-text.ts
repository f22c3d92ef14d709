import type { LocalText } from './issue.js';
import { hectares, kilometres } from './units.js';

/** A number as people of each language write it: `1.234,5` and `1,234.5`. Halves round away from zero. */
export function numberText(value: number, decimals: number): LocalText {
  const [whole = '0', fraction = ''] = Math.abs(value).toFixed(decimals).split('.');
  const grouped = (separator: string): string => whole.replace(/\B(?=(\d{3})+$)/g, separator);
  const zero = !/[1-9]/.test(whole + fraction);
  const sign = value < 0 && !zero ? '-' : '';
  const tail = (point: string): string => (fraction === '' ? '' : `${point}${fraction}`);
  return { vi: `${sign}${grouped('.')}${tail(',')}`, en: `${sign}${grouped(',')}${tail('.')}` };
}

function withUnit(number: LocalText, unit: string): LocalText {
  return { vi: `${number.vi} ${unit}`, en: `${number.en} ${unit}` };
}

/** Hectares; square metres below a hundredth of a hectare. */
export function areaText(area_m2: number): LocalText {
  if (Math.abs(area_m2) < 100) return withUnit(numberText(area_m2, 1), 'm²');
  const area_ha = hectares(area_m2);
  return withUnit(numberText(area_ha, Math.abs(area_ha) < 1000 ? 2 : 0), 'ha');
}

/** Kilometres from one kilometre on, whole metres below. */
export function lengthText(length_m: number): LocalText {
  return Math.abs(length_m) < 1000
    ? withUnit(numberText(length_m, 0), 'm')
    : withUnit(numberText(kilometres(length_m), 2), 'km');
}

/** A share of 1 as per cent. */
export function shareText(share: number): LocalText {
  const { vi, en } = numberText(100 * share, 1);
  return { vi: `${vi} %`, en: `${en}%` };
}
