import type { Flag } from '@giapranh/core';
import type { SiteFilter } from '../filter/site-filter.js';
import { readLevel } from '../panel/level-badge.js';
import type { Item } from '../server/features.js';
import { records, text } from '../server/properties.js';
import type { LonLat } from '../state/view-state.js';

type Properties = Readonly<Record<string, unknown>>;

export function flagsOf(properties: Properties): readonly Flag[] {
  // The server's own type, written by the same core: the shape is known once it is a list of records.
  return records(properties, 'flags') as unknown as readonly Flag[];
}

/** Codes of the provinces across the borders that its flags are about. */
export function neighboursOf(properties: Properties): readonly string[] {
  const codes = flagsOf(properties).flatMap(({ facts }) =>
    facts.flatMap(({ name, value }) => {
      const [, code] = name === 'border' && typeof value === 'string' ? value.split('-') : [];
      return code === undefined ? [] : [code];
    }),
  );
  return [...new Set(codes)];
}

/** Full names of the units it lies in, or may lie in: communes, districts, provinces. */
export function unitsOf(properties: Properties): readonly string[] {
  return (text(properties, 'place') ?? '').split(/ – |, /u).filter((name) => name !== '');
}

/** A drawn point of a site: where the map can be brought to. */
export function placeOf({ geometry }: Item): LonLat | null {
  let at: unknown = 'coordinates' in geometry ? geometry.coordinates : undefined;
  while (Array.isArray(at) && Array.isArray(at[0])) at = at[0];
  const [lon, lat]: unknown[] = Array.isArray(at) ? at : [];
  return typeof lon === 'number' && typeof lat === 'number' ? [lon, lat] : null;
}

/** Whether a site answers every question of a filter. */
export function passes(properties: Properties, filter: SiteFilter): boolean {
  const { levels, rules, neighbours, unit, minerals, from, to } = filter;
  const decided = text(properties, 'decision_date');
  const among = <T>(asked: readonly T[], found: readonly T[]) =>
    asked.length === 0 || found.some((one) => asked.includes(one));
  return (
    among(levels, [readLevel(properties['level'])]) &&
    among(rules, rules.length === 0 ? [] : flagsOf(properties).map(({ rule }) => rule)) &&
    among(neighbours, neighbours.length === 0 ? [] : neighboursOf(properties)) &&
    (unit === null || unitsOf(properties).includes(unit)) &&
    among(minerals, [text(properties, 'mineral_vi') ?? '']) &&
    (from === null || (decided !== undefined && decided >= from)) &&
    (to === null || (decided !== undefined && decided <= to))
  );
}
