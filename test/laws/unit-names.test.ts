import {
  type AdminUnit,
  bareKey,
  loadGeometryKernel,
  nameKey,
  type UnitWorld,
  unitsMeant,
  unitWorld,
} from '@giapranh/core';
import { beforeAll, describe, expect, it } from 'vitest';
import { day } from '../day.js';
import { realProfile } from '../real-profile.js';

const DAYS = { '2023': day('2023-05-23'), '2025-07-01': day('2026-01-01') } as const;

/** Every name of the country's two lists, as people may write it. */
describe('names of all units', () => {
  let world: UnitWorld;
  let units: readonly AdminUnit[];
  beforeAll(async () => {
    const kernel = await loadGeometryKernel();
    const sources = await realProfile(kernel, 'bac-kan');
    world = unitWorld(kernel, sources);
    units = sources.records;
  });

  /** Units by a key within their parent; provinces, which have none, by the key alone. */
  const grouped = (keyOf: (unit: AdminUnit) => string): Map<string, AdminUnit[]> => {
    const groups = new Map<string, AdminUnit[]>();
    for (const unit of units) {
      const key = parentKey(unit, keyOf(unit));
      groups.set(key, [...(groups.get(key) ?? []), unit]);
    }
    return groups;
  };
  const parent = (unit: AdminUnit) => {
    if (unit.level === 'province') return {};
    return { within: { code: unit.districtCode ?? unit.provinceCode, vintage: unit.vintage } };
  };
  const codesOf = (name: string, unit: AdminUnit): string =>
    world.registry
      .search(name, { asOf: DAYS[unit.vintage as keyof typeof DAYS], level: unit.level, ...parent(unit) })
      .map(({ code }) => code)
      .join();
  /** Units that a way of writing does not lead back to. */
  const lost = (write: (unit: AdminUnit) => string): string[] =>
    units
      .filter((unit) => codesOf(write(unit), unit) !== unit.code)
      .map((unit) => `${unit.vintage} ${unit.code} ${unit.name}`);

  it.each([
    ['the official name', (unit: AdminUnit) => unit.name],
    ['in another Unicode form', (unit: AdminUnit) => unit.name.normalize('NFD')],
    [
      'in capitals, with blanks too many',
      (unit: AdminUnit) => `  ${unit.name.toUpperCase().replace(' ', '   ')} `,
    ],
    ['the tone on the other vowel', (unit: AdminUnit) => otherTonePlace(unit.name)],
  ])('%s finds its unit within its parent, and no other', (_what, write) => {
    // The list of 2023 has two communes of one name in huyện Đông Sơn: both are answered.
    expect(lost(write)).toEqual(['2023 16387 Xã Đông Khê', '2023 16408 Xã Đông Khê']);
  });

  it('without its type a name finds its unit, or all that share it', () => {
    const alike = grouped((unit) => `${unit.level} ${nameKey(unit.shortName)}`);
    const wrong = units.filter((unit) => {
      const all = alike.get(parentKey(unit, `${unit.level} ${nameKey(unit.shortName)}`)) ?? [];
      return (
        codesOf(unit.shortName, unit) !==
        all
          .map(({ code }) => code)
          .toSorted()
          .join()
      );
    });
    expect(wrong.map(({ name, code }) => `${code} ${name}`)).toEqual([]);
  });

  it('without diacritics a name finds its unit only where no other of the parent is written so', () => {
    const groups = grouped((unit) => `${unit.level} ${unit.type} ${bareKey(unit.shortName)}`);
    const wrong = [...groups.values()].flatMap((group) =>
      group.filter((unit) => {
        const found = codesOf(unmarked(unit.name), unit).split(',');
        return group.length === 1 ? found.join() !== unit.code : !found.includes(unit.code) && found.length === 1 && unmarked(unit.shortName) !== unit.shortName.toLowerCase() && found[0] !== bareNamed(group); // biome-ignore format: one rule
      }),
    );
    expect(wrong.map(({ name, code }) => `${code} ${name}`)).toEqual([]);
    // Parents in which a name typed without marks stays open.
    expect([...groups.values()].filter((group) => group.length > 1).length).toBeGreaterThan(0);
  });

  it('ă is not a where it decides, and what is open is answered with the candidates', () => {
    const asOf = DAYS['2025-07-01'];
    const find = (name: string) =>
      world.registry.find(name, { asOf, within: { code: '19', vintage: '2025-07-01' } });
    expect(find('Văn Lang')).toMatchObject({ ok: true, value: { code: '02143' } });
    expect(find('Văn Lăng')).toMatchObject({ ok: true, value: { code: '05665' } });
    const open = find('van lang');
    expect(open.ok ? '' : open.issues[0].code).toBe('admin-unit-ambiguous');
    expect(open.ok ? '' : open.issues[0].message.en).toMatch(/02143.*05665/);
    const answer = unitsMeant(world, 'van lang', { asOf, within: 'thai nguyen' });
    expect(answer.ok && answer.value.map(({ code }) => code)).toEqual(['02143', '05665']);
  });
});

function parentKey(unit: AdminUnit, key: string): string {
  const parent = unit.level === 'province' ? '' : (unit.districtCode ?? unit.provinceCode);
  return `${unit.vintage} ${parent} ${key}`;
}

function unmarked(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd');
}

/** The unit that is officially written without any diacritic, in a group that reads alike without them. */
function bareNamed(group: readonly AdminUnit[]): string | undefined {
  return group.find((unit) => unmarked(unit.shortName) === unit.shortName.toLowerCase())?.code;
}

/** Hòa ↔ Hoà, Thủy ↔ Thuỷ: both are in use. */
function otherTonePlace(name: string): string {
  const tone = '[\\u0300\\u0301\\u0303\\u0309\\u0323]';
  const [early, late] = [new RegExp(`(o|u)(${tone})(a|e|y)(?=\\s|$)`, 'gu'), new RegExp(`(?<![qQ])(o|u)(a|e|y)(${tone})(?=\\s|$)`, 'gu')]; // biome-ignore format: a pair
  const open = name.normalize('NFD');
  const moved = early.test(open) ? open.replace(early, '$1$3$2') : open.replace(late, '$1$3$2');
  return moved.normalize('NFC');
}
