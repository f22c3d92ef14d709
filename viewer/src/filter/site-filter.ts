import { type IsoDate, parseIsoDate } from '@giapranh/core';
import type { SiteLevel } from '../style/tokens.js';
import { SITE_LEVELS } from '../symbols/symbols.js';

/** Which sites are asked for. An empty list and `null` leave nothing out. */
export interface SiteFilter {
  readonly levels: readonly SiteLevel[];
  /** Rule ids: sites that one of them flagged. */
  readonly rules: readonly string[];
  /** Codes of the provinces across the border that a flag is about. */
  readonly neighbours: readonly string[];
  /** Commune, district or province, by its full name as of the day: `Xã Chợ Đồn`. */
  readonly unit: string | null;
  /** Vietnamese names of minerals, as the sites have them. */
  readonly minerals: readonly string[];
  /** First and last day of the decision. */
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
}

export const NO_FILTER: SiteFilter = {
  levels: [],
  rules: [],
  neighbours: [],
  unit: null,
  minerals: [],
  from: null,
  to: null,
};

/** How many questions a filter asks at once; 0 leaves nothing out. */
export function questions(filter: SiteFilter): number {
  const { levels, rules, neighbours, unit, minerals, from, to } = filter;
  return (
    [levels, rules, neighbours, minerals].filter((list) => list.length > 0).length +
    [unit, from ?? to].filter((one) => one !== null).length
  );
}

/** A list with a value put in, or taken out when it is there. */
export function toggled<T>(list: readonly T[], value: T): readonly T[] {
  return list.includes(value) ? list.filter((one) => one !== value) : [...list, value];
}

/** Reads a filter from the address; whatever is no level or day is left out. */
export function readFilter(query: URLSearchParams): SiteFilter {
  const list = (key: string) => (query.get(key) ?? '').split(',').filter((text) => text !== '');
  const day = (key: string) => parseIsoDate(query.get(key) ?? '') ?? null;
  return {
    levels: SITE_LEVELS.filter((level) => list('level').includes(level)),
    rules: list('rule'),
    neighbours: list('neighbour'),
    unit: query.get('unit') || null,
    minerals: query.getAll('mineral').filter((text) => text !== ''),
    from: day('from'),
    to: day('to'),
  };
}

/** The parts of an address that `readFilter` reads back the same: names may hold commas, so each stands alone. */
export function writeFilter(filter: SiteFilter): readonly (readonly [key: string, value: string])[] {
  const { levels, rules, neighbours, unit, minerals, from, to } = filter;
  const listed = (key: string, values: readonly string[]): (readonly [string, string])[] =>
    values.length === 0 ? [] : [[key, values.map(encodeURIComponent).join(',')]];
  const one = (key: string, value: string | null): (readonly [string, string])[] =>
    value === null ? [] : [[key, encodeURIComponent(value)]];
  return [
    ...listed(
      'level',
      SITE_LEVELS.filter((level) => levels.includes(level)),
    ),
    ...listed('rule', rules),
    ...listed('neighbour', neighbours),
    ...one('unit', unit),
    ...minerals.flatMap((mineral) => one('mineral', mineral)),
    ...one('from', from),
    ...one('to', to),
  ];
}
