import type { AdminLevel, UnitIndexEntry } from '@giapranh/core';
import { fetchJson } from '../server/fetch-json.js';

let units: readonly UnitIndexEntry[] | undefined;

/** Units that have ground of their own, of all vintages; `undefined` when the server does not answer. */
export async function readDrawnUnits(): Promise<readonly UnitIndexEntry[] | undefined> {
  if (units !== undefined) return units;
  const answer = await fetchJson<{ units: readonly UnitIndexEntry[] }>('/units.json');
  if (!answer.ok) return undefined;
  units = answer.value.units.filter(({ drawn }) => drawn);
  return units;
}

export function unitsOf(
  all: readonly UnitIndexEntry[],
  vintage: string,
  level: AdminLevel,
): readonly UnitIndexEntry[] {
  return all
    .filter((unit) => unit.vintage === vintage && unit.level === level)
    .toSorted((a, b) => a.name.localeCompare(b.name, 'vi'));
}

/** Boxes are rounded outwards, so units that touch always meet. */
export function mayTouch(a: UnitIndexEntry, b: UnitIndexEntry): boolean {
  const [w1, s1, e1, n1] = a.box;
  const [w2, s2, e2, n2] = b.box;
  return a.code !== b.code && w1 <= e2 && w2 <= e1 && s1 <= n2 && s2 <= n1;
}

/** What a search field shows and reads back: the name, and where it lies, since names repeat. */
export function unitLabel({ name, within, level }: UnitIndexEntry): string {
  return level === 'province' || within.length === 0 ? name : `${name}, ${within.join(', ')}`;
}
