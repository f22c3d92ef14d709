import {
  compareDrawings,
  type DrawnUnit,
  flagSites,
  geodesicArea_m2,
  loadGeometryKernel,
  type ProfileSources,
  RiskContext,
  type Site,
} from '@giapranh/core';
import type { Position } from 'geojson';
import { beforeAll, describe, expect, it } from 'vitest';
import { day } from '../day.js';
import { must } from '../must.js';
import { realProfile } from '../real-profile.js';

/** A change of drawing is not a change of border: the drawings of 2019 and 2025 of the same provinces. */
describe('two drawings of Bắc Kạn', () => {
  let sources: ProfileSources;
  let context: RiskContext;
  beforeAll(async () => {
    const kernel = await loadGeometryKernel();
    sources = await realProfile(kernel, 'bac-kan');
    context = new RiskContext(kernel, sources);
  });

  const provinces = (drawing: string): DrawnUnit[] =>
    sources.units.filter(
      (unit) => unit.level === 'province' && unit.vintage === '2023' && unit.drawing === drawing,
    );
  const drawnMore_km2 = (code: string): number => {
    const commune = sources.units.find((unit) => unit.code === code && unit.vintage === '2025-07-01');
    if (commune === undefined) throw new Error(code);
    return (geodesicArea_m2(commune.geometry) - (commune.areaDeclared_m2 ?? Number.NaN)) / 1e6;
  };

  it('differ by noise, and by two patches that the sources put into two provinces', () => {
    const compared = must(compareDrawings(context.kernel, provinces('gov-2019'), provinces('communes-2025')));
    const ofBacKan = compared.disputed.filter(({ claims }) => claims.some(({ unit }) => unit.code === '06'));
    expect(ofBacKan.map(({ area_m2 }) => (area_m2 / 1e6).toFixed(1))).toEqual(['6.5', '3.0']);
    for (const { claims } of ofBacKan) {
      expect(claims.map(({ drawing, unit }) => `${drawing} ${unit.name}`)).toEqual([
        'gov-2019 Tỉnh Bắc Kạn',
        'communes-2025 Tỉnh Cao Bằng',
      ]);
    }
    // The communes that the map of 2025 draws them into are larger than they declare by as much: Minh Khai, Sơn Lộ.
    const surplus = sources.units
      .filter(
        (unit) => unit.vintage === '2025-07-01' && unit.level === 'commune' && unit.provinceCode === '04',
      )
      .map((unit) => drawnMore_km2(unit.code))
      .toSorted((a, b) => b - a);
    expect(Math.abs((surplus[0] ?? 0) - 6.25)).toBeLessThan(0.05);
    expect(surplus.some((more) => Math.abs(more - 2.72) < 0.05)).toBe(true);
    expect(compared.noise_count).toBeGreaterThan(100);
    expect(compared.noise_m2 + ofBacKan.reduce((sum, { area_m2 }) => sum + area_m2, 0)).toBeLessThanOrEqual(
      compared.differing_m2 + 1,
    );
    // A wider tolerance takes the smaller patch for noise, the widest takes both: the tolerance is what decides.
    const two = (drawing: string) => provinces(drawing).filter(({ code }) => ['04', '06'].includes(code));
    const at = (tolerance_m: number) =>
      must(compareDrawings(context.kernel, two('gov-2019'), two('communes-2025'), { tolerance_m }))
        .disputed.filter(({ claims }) => claims.some(({ unit }) => unit.code === '06')).length; // biome-ignore format: a count
    expect([at(1500), at(4000)]).toEqual([1, 0]);
  });

  /** The districts that letter 1254/STNMT-KS names. */
  const WATCHED = ['058', '062', '064', '065', '066'];
  const isWatchedGround = (place: Position): boolean =>
    sources.units
      .filter(
        ({ level, vintage, drawing }) => level === 'district' && vintage === '2023' && drawing === 'gov-2019',
      )
      .filter(({ code }) => WATCHED.includes(code))
      .some(({ geometry }) =>
        must(must(context.kernel.prepare(geometry)).intersects({ type: 'Point', coordinates: place })),
      );

  const siteAt = (id: string, coordinates: Position): Site => ({
    id,
    name: id,
    geometry: { type: 'Point', coordinates },
    precision: { kind: 'position', error_m: 5, method: 'GNSS' },
    activity: 'mining',
    mineral: null,
    areaDeclared_m2: null,
    decision: null,
    properties: {},
  });

  it.each([
    ['2023-05-23', '06'],
    ['2026-01-01', '19'],
  ])('a site in each patch reads "undetermined: sources disagree" as of %s', (asOf, subject) => {
    const ground = must(context.ground(must(context.registry.vintageAt(day(asOf))).id));
    expect(ground.disputed).toHaveLength(2);
    const sites = ground.disputed.map(({ at }, index) => siteAt(`patch ${index}`, at));
    const [home] = provinces('communes-2025').filter(({ code }) => code === '06');
    if (home === undefined) throw new Error('not drawn');
    const inside = must(context.kernel.pointOnSurface(home.geometry));
    const flagged = must(flagSites([...sites, siteAt('inside', inside)], context, { asOf: day(asOf) }));
    for (const { flags, provinces: possible, level } of flagged.slice(0, 2)) {
      const flag = flags.find(({ rule }) => rule === 'position-undetermined');
      expect(flag?.reason.en).toContain('undetermined: sources disagree (gov-2019: ');
      expect(flag?.reason.vi).toContain('các nguồn nét vẽ không thống nhất');
      expect(possible.map(({ code }) => code)).toEqual(['04', subject]);
      expect(level).not.toBeNull();
    }
    const watched = ground.disputed.map(({ at }) => isWatchedGround(at));
    // The larger lies against Ngân Sơn; the smaller against a district that the letter does not name.
    expect(watched).toEqual([true, false]);
    for (const [index, { flags }] of flagged.slice(0, 2).entries()) {
      const watch = watched[index] === true ? ['watch-unit-1254'] : [];
      expect(flags.filter(({ rule }) => rule === 'watch-unit-1254')).toHaveLength(watch.length);
      // Rings, sides and watched ground rest on the same line: none is certain where the line is in dispute.
      for (const kind of [...watch, 'near-border-500', 'crosses-border']) {
        const flag = flags.find(({ rule }) => rule === kind);
        expect([kind, flag?.certainty]).toEqual([kind, 'undetermined']);
        expect(flag?.reason.en).toContain('undetermined: sources disagree (gov-2019: ');
      }
      const rings = flags.filter(({ rule, facts }) => rule.startsWith('near-border') && facts.some(({ name, value }) => name === 'border' && value === `${subject}-04`)); // biome-ignore format: one question
      expect(rings).toHaveLength(1);
    }
    expect(flagged[2]?.flags.map(({ rule }) => rule)).not.toContain('position-undetermined');
    expect(flagged[2]?.provinces.map(({ code }) => code)).toEqual([subject]);
  });
});
