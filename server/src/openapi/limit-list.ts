import type { Language } from '../language.js';
import { FIXED_LIMITS, LIMIT_NAMES, LIMITS, type Limits, limitVariable } from '../limits/limits.js';

/** The limits as they are here: the answer to what is beyond each, and how an operator sets it. */
export function limitList(limits: Limits, language: Language): object[] {
  return [
    ...LIMIT_NAMES.map((name) => ({
      name,
      value: limits[name],
      status: LIMITS[name].status,
      variable: limitVariable(name),
      description: LIMITS[name].title[language],
    })),
    ...Object.entries(FIXED_LIMITS).map(([name, value]) => ({
      name: `filter_${name}`,
      value,
      status: 422,
      variable: null,
      description: language === 'vi' ? 'Của một bộ lọc CQL2' : 'Of a CQL2 filter',
    })),
  ];
}
