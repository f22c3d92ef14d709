import {
  type HistoryQuestion,
  loadGeometryKernel,
  type ProfileSources,
  type UnitHistory,
  type UnitWorld,
  unitHistory,
  unitWorld,
} from '@giapranh/core';
import { beforeAll, describe, expect, it } from 'vitest';
import { day } from '../day.js';
import { must } from '../must.js';
import { realProfile } from '../real-profile.js';

describe('what became of a unit, from the reference data', () => {
  let sources: ProfileSources;
  let world: UnitWorld;
  beforeAll(async () => {
    const kernel = await loadGeometryKernel();
    sources = await realProfile(kernel, 'bac-kan');
    world = unitWorld(kernel, sources);
  });

  const ask = (name: string, asOf: string, options: Omit<HistoryQuestion, 'asOf' | 'to'> = {}): UnitHistory =>
    must(unitHistory(world, name, { asOf: day(asOf), ...options }));
  const choDon = (policy?: HistoryQuestion['policy']): UnitHistory =>
    ask('Chợ Đồn', '2023-05-23', policy === undefined ? {} : { policy });

  it('the register has every unit of both vintages', () => {
    const count = (vintage: string) =>
      (['province', 'district', 'commune'] as const).map(
        (level) => world.registry.units(vintage, level).length,
      );
    expect(count('2023')).toEqual([63, 696, 10_047]);
    expect(count('2025-07-01')).toEqual([34, 0, 3321]);
    // Declared areas as far as the sources go: Bắc Kạn and its eight districts; five provinces and all communes
    // of today but Cà Mau's, which the list has wrong.
    const declared = sources.records.filter((unit) => unit.areaDeclared_m2 !== null);
    const of = (vintage: string, level: string) =>
      declared.filter((unit) => unit.vintage === vintage && unit.level === level).length;
    expect([of('2023', 'province'), of('2023', 'district'), of('2025-07-01', 'province')]).toEqual([1, 8, 5]);
    const caMau = world.registry.units('2025-07-01', 'commune').filter((unit) => unit.provinceCode === '96');
    expect(of('2025-07-01', 'commune')).toBe(3321 - caMau.length);
    expect(sources.records.filter((unit) => unit.sources === undefined)).toEqual([]);
  });

  it('every old commune went somewhere, and by an act', () => {
    const went = new Set(sources.lineage.map((link) => link.from.code));
    const old = world.registry.units('2023', 'commune');
    expect(old.filter((unit) => !went.has(unit.code))).toEqual([]);
    const acts = new Map<string, number>();
    for (const { madeBy } of sources.lineage) {
      const key = `${madeBy?.number} ${madeBy?.sure}`;
      acts.set(key, (acts.get(key) ?? 0) + 1);
    }
    // Which of the 34 resolutions is whose was seen for Thái Nguyên only.
    expect([...acts.keys()].sort()).toEqual(['1654–1687/NQ-UBTVQH15 false', '1683/NQ-UBTVQH15 true']);
  });

  it('huyện Chợ Đồn: what it was, became, shares its name, and whose its code is', () => {
    const found = choDon();
    expect(found.matches).toMatchObject([
      {
        code: '064',
        name: 'Huyện Chợ Đồn',
        names: { type: 'Huyện', short: 'Chợ Đồn', bare: 'chodon', former: [] },
        parents: [{ name: 'Tỉnh Bắc Kạn' }],
        area_declared_m2: 911.2e6,
        drawing: 'communes-2025',
      },
    ]);
    expect(found.matches[0]?.sources).toContain('gso-units-pre2025');
    expect(found.became.map(({ code, kind }) => `${code} ${kind}`)).toEqual([
      '01933 mixed',
      '02014 mixed',
      '02020 whole',
      '02026 whole',
      '02038 whole',
      '02044 whole',
      '02071 whole',
      '02083 whole',
    ]);
    expect(found.became.every(({ made_by }) => made_by.join() === '1683/NQ-UBTVQH15')).toBe(true);
    expect(found.same_name.map(({ name, code }) => `${name} ${code}`)).toEqual(['Xã Chợ Đồn 02020']);
    expect(found.same_code).toEqual([]);
    const commune = ask('Bằng Thành', '2026-01-01');
    expect(commune.same_code.map(({ name }) => name)).toEqual(['Xã Bộc Bố']);
    expect(commune.matches[0]?.names.former).toContain('Xã Bộc Bố');
  });

  it('each policy says what it counts, and how far that is from the old district', () => {
    const [all, byArea, oldPart] = (['all', 'by-area', 'old-part-only'] as const).map((policy) => {
      const found = choDon(policy);
      expect(found.policy.id).toBe(policy);
      const mixed = found.became.filter(({ kind }) => kind === 'mixed').map(({ inherits }) => inherits);
      return { mixed, off_km2: (found.inherited[0]?.difference_m2 ?? Number.NaN) / 1e6 };
    });
    expect(all?.mixed).toEqual(['whole', 'whole']);
    expect(all?.off_km2).toBeGreaterThan(100);
    // Under by-area each of the two counts whole or not at all, by its larger part.
    expect(byArea?.mixed).toEqual(choDon().became.filter(({ kind }) => kind === 'mixed').map(({ share_of_it }) => ((share_of_it ?? 0) < 0.5 ? 'none' : 'whole'))); // biome-ignore format: one rule
    expect(oldPart?.mixed).toEqual(['part', 'part']);
    // The district is cut from the same communes: what is left is rounding.
    expect(Math.abs(oldPart?.off_km2 ?? Number.NaN)).toBeLessThan(1e-5);
  });

  it('a commune that is not drawn went over whole by its resolution', () => {
    const found = ask('Bằng Lũng', '2023-05-23');
    expect(found.became).toMatchObject([
      { code: '02020', share: 1, share_by: 'resolution', kind: 'mixed', inherits: 'whole' },
    ]);
    const split = ask('Phường Ngọc Hà', '2023-05-23', { within: 'Hà Nội' });
    expect(split.became.length).toBeGreaterThan(1);
    expect(split.became.every(({ share, parts }) => share === null && parts === 'partial')).toBe(true);
  });

  it('an ambiguous name is answered with all it may mean', () => {
    expect(ask('Bắc Kạn', '2023-05-23').matches.map(({ code }) => code)).toEqual(['06', '058']);
    expect(ask('Bắc Kạn', '2023-05-23', { within: '06', level: 'district' }).matches).toHaveLength(1);
    expect(unitHistory(world, 'Chợ Đồm', { asOf: day('2023-05-23') }).ok).toBe(false);
  });
});
