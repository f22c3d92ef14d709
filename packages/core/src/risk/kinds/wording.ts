import type { AdminUnit } from '../../admin/unit.js';
import { lengthText } from '../../figure-text.js';
import type { LocalText } from '../../issue.js';
import type { BorderLine } from '../border-line.js';
import type { Site } from '../site.js';

export function siteName(site: Site): string {
  return site.name === '' ? site.id : site.name;
}

/** `xã Chợ Đồn` and `Chợ Đồn (xã)`: within a sentence the type is written small. */
export function unitText(unit: Pick<AdminUnit, 'type' | 'shortName'>): LocalText {
  const type = unit.type.toLocaleLowerCase('vi');
  return { vi: `${type} ${unit.shortName}`, en: `${unit.shortName} (${type})` };
}

export function borderText(line: BorderLine): LocalText {
  const names = `${line.subject.shortName} – ${line.neighbour.shortName}`;
  return { vi: `đường giáp ranh ${names}`, en: `the border ${names}` };
}

/** `từ 500 m đến 1,00 km`; the innermost ring has no lower end. */
export function ringText(beyond_m: number, within_m: number): LocalText {
  const [from, to] = [lengthText(beyond_m), lengthText(within_m)];
  return beyond_m === 0
    ? { vi: `không quá ${to.vi}`, en: `within ${to.en}` }
    : { vi: `trên ${from.vi} đến ${to.vi}`, en: `more than ${from.en} and up to ${to.en} away` };
}

export function joined(texts: readonly LocalText[]): LocalText {
  return {
    vi: texts.map((text) => text.vi).join(', '),
    en: texts.map((text) => text.en).join(', '),
  };
}

export function lowerFirst(text: string): string {
  return text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);
}
