import type { Fact, Flag, FlagLevel, LocalText, SiteChangeKind, WhyNot } from '@giapranh/core';
import { type Language, numberText } from '../language.js';

export const LEVEL_WORDS: Readonly<Record<FlagLevel, LocalText>> = {
  high: { vi: 'cao', en: 'high' },
  medium: { vi: 'trung bình', en: 'medium' },
  low: { vi: 'thấp', en: 'low' },
  info: { vi: 'thông tin', en: 'info' },
};

export const CERTAINTY_WORDS: Readonly<Record<Flag['certainty'], LocalText>> = {
  certain: { vi: 'chắc chắn', en: 'certain' },
  possible: { vi: 'có thể', en: 'possible' },
  undetermined: { vi: 'chưa xác định', en: 'undetermined' },
};

export const CAUSE_WORDS: Readonly<Record<WhyNot['cause'], LocalText>> = {
  'not-met': { vi: 'không đúng', en: 'not so' },
  'no-data': { vi: 'thiếu dữ liệu', en: 'no data' },
  'not-in-force': { vi: 'không áp dụng', en: 'not in force' },
  'spoken-for': { vi: 'đã báo ở quy tắc khác', en: 'told by another rule' },
};

export const CHANGE_WORDS: Readonly<Record<SiteChangeKind, LocalText>> = {
  new: { vi: 'mới', en: 'new' },
  worse: { vi: 'nặng hơn', en: 'worse' },
  better: { vi: 'nhẹ hơn', en: 'better' },
  gone: { vi: 'không còn', en: 'gone' },
  same: { vi: 'như trước', en: 'same' },
};

export function levelWord(level: FlagLevel | null, language: Language): string {
  return level === null ? '–' : LEVEL_WORDS[level][language];
}

/** `Khoảng cách đến đường giáp ranh: 480 m ± 35 m`; shares as per cent. */
export function factText({ title, value, unit, error }: Fact, language: Language): string {
  return `${title[language]}: ${figureText(value, unit, language)}${
    error === undefined ? '' : ` ± ${figureText(error, unit, language)}`
  }`;
}

function figureText(value: Fact['value'], unit: string | undefined, language: Language): string {
  if (typeof value !== 'number') return String(value);
  if (unit === '1') return `${numberText(100 * value, 1, language)} %`;
  if (unit === 'm2') return `${numberText(value, 1, language)} m²`;
  if (unit === undefined) return numberText(value, Number.isInteger(value) ? 0 : 2, language);
  return `${numberText(value, Number.isInteger(value) ? 0 : 2, language)} ${unit}`;
}
