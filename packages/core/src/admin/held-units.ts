import type { UnitWorld } from './unit-world.js';

/** Who grew out of whom, as short as a record needs it. JSON-safe. */
export interface UnitKinship {
  /** Key `vintage:code`, and the keys of what the unit lies in. */
  readonly units: readonly { readonly key: string; readonly within: readonly string[] }[];
  /** Keys of an old and a new commune; `whole`: all of the old one's ground went into the new one. */
  readonly links: readonly { readonly from: string; readonly to: string; readonly whole: boolean }[];
}

const keyOf = (vintage: string, code: string): string => `${vintage}:${code}`;

/** The units of the profile's provinces in every vintage, and how they descend. */
export function unitKinship({ registry, provinces }: UnitWorld): UnitKinship {
  const units = registry.vintages.flatMap(({ id }) => {
    const own = new Set(provinces(id));
    return (['province', 'district', 'commune'] as const).flatMap((level) =>
      registry
        .units(id, level)
        .filter(({ provinceCode }) => own.has(provinceCode))
        .map(({ code, provinceCode, districtCode }) => {
          const parents = [provinceCode, ...(districtCode === null ? [] : [districtCode])];
          return {
            key: keyOf(id, code),
            within: parents.filter((parent) => parent !== code).map((parent) => keyOf(id, parent)),
          };
        }),
    );
  });
  const known = new Set(units.map(({ key }) => key));
  const links = registry.lineage
    .map(({ from, to, kind }) => ({
      from: keyOf(from.vintage, from.code),
      to: keyOf(to.vintage, to.code),
      whole: kind === 'full',
    }))
    .filter(({ from, to }) => known.has(from) && known.has(to));
  return { units, links };
}

/**
 * What a right over some units (`vintage:code`) covers, carried by lineage. Forward: to a new commune that all of a
 * held one went into, or that is made of held ones alone. Backward: to old communes that went wholly into a commune
 * that was named. A province or district is held when it was named, or when all its communes are.
 *
 * The value: the texts by which a feature may name such a unit: `vintage:code`, and the bare code where it means held
 * units in every vintage that has it (codes were used anew on 1 July 2025).
 */
export function heldUnitCodes({ units, links }: UnitKinship, named: readonly string[]): readonly string[] {
  const known = new Set(units.map(({ key }) => key));
  const roots = new Set(named.filter((key) => known.has(key)));
  const parents = new Set(units.flatMap(({ within }) => within));
  const communes = units.filter(({ key }) => !parents.has(key));
  const first = communes.filter(
    ({ key, within }) => roots.has(key) || within.some((unit) => roots.has(unit)),
  );
  const held = new Set(first.map(({ key }) => key));
  const before = links.filter(({ to, whole }) => whole && held.has(to)).map(({ from }) => from);
  for (let size = -1; size !== held.size; ) {
    size = held.size;
    for (const { to, from, whole } of links) {
      const made = () => links.filter((link) => link.to === to).every((link) => held.has(link.from));
      if (!held.has(to) && held.has(from) && (whole || made())) held.add(to);
    }
  }
  for (const key of [...roots, ...before]) held.add(key);
  for (const parent of parents) {
    const inside = communes.filter(({ within }) => within.includes(parent));
    if (inside.length > 0 && inside.every(({ key }) => held.has(key))) held.add(parent);
  }
  const bearers = new Map<string, string[]>();
  for (const { key } of units) {
    const code = key.slice(key.indexOf(':') + 1);
    bearers.set(code, [...(bearers.get(code) ?? []), key]);
  }
  const bare = [...bearers].filter(([, keys]) => keys.every((key) => held.has(key))).map(([code]) => code);
  return [...held, ...bare].sort();
}
