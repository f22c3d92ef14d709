import { beforeAll, describe, expect, it } from 'vitest';
import type { BorderSide } from '../border/border-side.js';
import { at, side } from '../border/two-sides.fixture.js';
import { geodesicArea_m2 } from '../geodesy/area.js';
import { type GeometryKernel, loadGeometryKernel } from '../geometry/kernel.js';
import type { BorderZone } from './border-zone.js';
import { borderZones } from './border-zones.js';
import { unitZones } from './unit-zones.js';
import type { BorderZoneOptions } from './zone-options.js';

/** A subject to the west; two neighbours to the east that part at (0, 5 km), the line wiggling. */
const line = Array.from({ length: 101 }, (_, i) => at(300 * Math.sin(i / 4) * Math.sin(i / 100), i * 100));
const east = Array.from({ length: 31 }, (_, i) => at(i * 300, 5_000));
const middle = line[50] ?? at(0, 5_000);
const subject = side('06', [at(-9_000, 0), ...line, at(-9_000, 10_000)]);
const south = side('20', [...line.slice(0, 51).toReversed(), at(9_000, 0), ...east.slice(1).toReversed()]);
const north = side('04', [
  middle,
  ...east.slice(1),
  at(9_000, 10_000),
  ...line.slice(50).toReversed().slice(0, -1),
]);

describe('unitZones', () => {
  let kernel: GeometryKernel;
  beforeAll(async () => {
    kernel = await loadGeometryKernel();
  });
  const must = (found: ReturnType<typeof borderZones>): BorderZone[] => {
    if (!found.ok) throw new Error(found.issues[0].message.en);
    return found.value;
  };
  const pair = (b: BorderSide, options: BorderZoneOptions): BorderZone[] =>
    must(borderZones(kernel, subject, b, options));
  const union_m2 = (zones: readonly BorderZone[]): number => {
    const union = kernel.union(zones.map(({ geometry }) => geometry));
    if (!union.ok || (union.value.type !== 'Polygon' && union.value.type !== 'MultiPolygon'))
      throw new Error('union');
    return geodesicArea_m2(union.value);
  };
  const sum_m2 = (zones: readonly BorderZone[]): number =>
    zones.reduce((sum, { area_m2 }) => sum + area_m2, 0);

  it('counts no ground of the unit twice and loses none', () => {
    const widths_m = [500, 2_000];
    const split = must(unitZones(kernel, subject, [south, north], { widths_m }));
    expect(split.map((zone) => `${zone.pair} ${zone.side.code} ${zone.outer_m}`)).toEqual([
      '06-20 06 500',
      '06-20 06 2000',
      '06-20 20 500',
      '06-20 20 2000',
      '06-04 06 500',
      '06-04 06 2000',
      '06-04 04 500',
      '06-04 04 2000',
    ]);
    const own = split.filter((zone) => zone.side.code === '06');
    const plain = [...pair(south, { widths_m }), ...pair(north, { widths_m })].filter(
      (zone) => zone.side.code === '06',
    );
    expect(sum_m2(own)).toBeCloseTo(union_m2(own), 1);
    expect(Math.abs(sum_m2(own) - union_m2(plain))).toBeLessThan(1);
    // Plain zones of both pairs count some ground twice.
    expect(sum_m2(plain) - sum_m2(own)).toBeGreaterThan(100_000);
    // A neighbour's side is that of its own border, as in the plain zone.
    const theirs = split.filter((zone) => zone.side.code === '20');
    expect(Math.abs(sum_m2(theirs) - sum_m2(pair(south, { widths_m, side: 'second' })))).toBeLessThan(1);
  });

  it('splits where both borders are equally near', () => {
    const [own] = must(unitZones(kernel, subject, [south, north], { widths_m: [2_000] }));
    const places = own?.geometry.coordinates.flat(2) ?? [];
    const farthest = Math.max(...places.map(([, lat = 0]) => lat));
    expect(farthest).toBeLessThan(at(0, 6_500)[1] ?? 0);
    expect(farthest).toBeGreaterThan(middle[1] ?? 0);
  });

  it('gives one side when one is asked for', () => {
    const both = pair(south, { widths_m: [1_000] });
    expect(pair(south, { widths_m: [1_000], side: 'first' })).toEqual(both.slice(0, 1));
    expect(pair(south, { widths_m: [1_000], side: 'second' })).toEqual(both.slice(1));
  });

  it('takes in the ground of others when not clipped, by the side of the line', () => {
    const clipped = pair(south, { widths_m: [1_000] });
    const free = pair(south, { widths_m: [1_000], clip: 'free' });
    free.forEach((zone, index) => {
      const own = clipped[index];
      if (own === undefined) throw new Error('a side is missing');
      const beyond = kernel.difference(own.geometry, zone.geometry);
      expect(
        beyond.ok &&
          (beyond.value.type === 'GeometryCollection' || geodesicArea_m2(beyond.value as never) < 1),
      ).toBe(true);
      expect(zone.area_m2).toBeGreaterThan(own.area_m2);
    });
    // Five kilometres of line, two half discs: all that lies within 1 km.
    expect(Math.abs(sum_m2(free) / union_m2(free) - 1)).toBeLessThan(1e-9);
    expect(sum_m2(free)).toBeGreaterThan(1_000 * (2 * 5_000 + Math.PI * 1_000) * 0.97);
  });

  it('cuts flat ends straight across', () => {
    const straight = side('01', [at(-9_000, 0), at(0, 0), at(0, 2_500), at(0, 5_000), at(-9_000, 5_000)]);
    const other = side('02', [at(0, 0), at(9_000, 0), at(9_000, 5_000), at(0, 5_000), at(0, 2_500)]);
    const zone = (ends: 'flat' | 'round'): BorderZone[] =>
      must(borderZones(kernel, straight, other, { widths_m: [400, 1_000], ends, clip: 'free' }));
    expect(sum_m2(zone('flat')) / (2_000 * 5_000)).toBeCloseTo(1, 4);
    expect(sum_m2(zone('round')) / (1_000 * (2 * 5_000 + Math.PI * 1_000))).toBeCloseTo(1, 3);
  });
});
