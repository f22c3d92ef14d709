import type { Fact } from '@giapranh/core';
import type { Lang } from '../messages/messages.js';
import { MESSAGES } from '../messages/messages.js';
import { area, length, number } from './number.js';

function measure(value: number, unit: string | undefined, lang: Lang): string {
  switch (unit) {
    case 'm':
      return length(value, lang);
    case 'm2':
      return area(value, lang);
    case '1':
      return `${number(value * 100, lang, 1)} %`;
    default:
      return number(value, lang, 3);
  }
}

/** The value with its error bar where it has one: `4,21 km ± 29 m`. */
export function factText(fact: Fact, lang: Lang): string {
  const { value } = fact;
  if (typeof value === 'boolean') return value ? MESSAGES[lang].facts.yes : MESSAGES[lang].facts.no;
  if (typeof value === 'string') return value;
  const figure = measure(value, fact.unit, lang);
  if (fact.error === undefined || fact.error === 0) return figure;
  return `${figure} ± ${measure(fact.error, fact.unit, lang)}`;
}
