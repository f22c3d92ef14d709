import type { MultiPolygon, Position } from 'geojson';
import { beforeAll, describe, expect, it } from 'vitest';
import type { BorderSide } from '../border/border-side.js';
import { at, side } from '../border/two-sides.fixture.js';
import { geodesicArea_m2 } from '../geodesy/area.js';
import { distanceToLine_m } from '../geodesy/nearest.js';
import { type GeometryKernel, loadGeometryKernel } from '../geometry/kernel.js';
import { isClockwise } from '../geometry/winding.js';
import type { BorderZone } from './border-zone.js';
import { borderZone, borderZones } from './border-zones.js';
import type { BorderZoneOptions } from './zone-options.js';

const straight = Array.from({ length: 101 }, (_, i) => at(0, i * 100));
const bent = Array.from({ length: 101 }, (_, i) =>
  at(600 * Math.sin(i / 3) + 40 * Math.sin(i * 1.7), i * 100),
);
const sidesOf = (line: readonly Position[]): [BorderSide, BorderSide] => [
  side('04', [at(-9_000, 0), ...line, at(-9_000, 10_000)]),
  side('19', [at(9_000, 10_000), ...line.toReversed(), at(9_000, 0)]),
];

describe('borderZones', () => {
  let kernel: GeometryKernel;
  beforeAll(async () => {
    kernel = await loadGeometryKernel();
  });
  const zones = (line: readonly Position[], options: BorderZoneOptions): BorderZone[] => {
    const found = borderZones(kernel, ...sidesOf(line), options);
    if (!found.ok) throw new Error(found.issues[0].message.en);
    return found.value;
  };
  const areaOf = (geometry: MultiPolygon): number => geodesicArea_m2(geometry);

  it('gives each side its rings, from the border outwards', () => {
    const found = zones(straight, { widths_m: [1_000, 500] });
    expect(
      found.map(({ pair, side, other, inner_m, outer_m }) => [pair, side.code, other.code, inner_m, outer_m]),
    ).toEqual([
      ['04-19', '04', '19', 0, 500],
      ['04-19', '04', '19', 500, 1_000],
      ['04-19', '19', '04', 0, 500],
      ['04-19', '19', '04', 500, 1_000],
    ]);
    // Ten kilometres of straight border, cut off square by the sides' own outlines.
    for (const zone of found) expect(zone.area_m2 / (500 * 10_000)).toBeCloseTo(1, 3);
    expect(found[0]?.border_length_m).toBeCloseTo(10_000, 0);
  });

  it('reaches exactly as far as its width, by geodesics', () => {
    const border = { type: 'LineString' as const, coordinates: bent };
    for (const zone of zones(bent, { widths_m: [50, 800, 3_000] })) {
      const { outer_m, accuracy } = zone;
      let farthest_m = 0;
      for (const ring of zone.geometry.coordinates.flat()) {
        for (const [i, [x = 0, y = 0]] of ring.slice(0, -1).entries()) {
          const [nextX = 0, nextY = 0] = ring[i + 1] ?? [];
          farthest_m = Math.max(farthest_m, distanceToLine_m([(x + nextX) / 2, (y + nextY) / 2], border));
        }
      }
      expect(Math.abs(farthest_m - outer_m)).toBeLessThan(accuracy.outer_edge_m);
    }
  });

  it('partitions: rings, sides and communes add up', () => {
    const [a, b] = sidesOf(bent);
    const halves = [a, b].flatMap((side) => {
      const box = (south: number, north: number): Position[][] => [
        [at(-20_000, south), at(20_000, south), at(20_000, north), at(-20_000, north), at(-20_000, south)],
      ];
      return [box(-5_000, 4_321), box(4_321, 20_000)].map((coordinates, index) => {
        const part = kernel.intersection(side.geometry, { type: 'Polygon', coordinates });
        if (!part.ok || part.value.type !== 'Polygon') throw new Error('fixture');
        const geometry: MultiPolygon = { type: 'MultiPolygon', coordinates: [part.value.coordinates] };
        return { code: `${side.code}${index}`, vintage: side.vintage, name: `Xã ${index}`, geometry };
      });
    });
    const rings = zones(bent, { widths_m: [700, 2_000], communes: halves });
    for (const zone of rings) {
      expect(zone.communes.map((commune) => commune.code)).toEqual([
        `${zone.side.code}0`,
        `${zone.side.code}1`,
      ]);
      const sum = zone.communes.reduce((total, commune) => total + commune.area_m2, 0);
      expect(Math.abs(sum - zone.area_m2)).toBeLessThan(1);
      expect(kernel.invalidReason(zone.geometry)).toMatchObject({ value: null });
      for (const [shell, ...holes] of zone.geometry.coordinates) {
        expect(isClockwise(shell ?? [])).toBe(false);
        expect(holes.every(isClockwise)).toBe(true);
      }
    }
    const whole = kernel.union(rings.map((zone) => zone.geometry));
    if (!whole.ok || whole.value.type !== 'Polygon') throw new Error('the zones of a pair are one piece');
    const total = rings.reduce((sum, zone) => sum + zone.area_m2, 0);
    expect(geodesicArea_m2(whole.value)).toBeCloseTo(total, 0);
  });

  it('shares the border line exactly between the sides', () => {
    const found = borderZone(kernel, ...sidesOf(bent), 400);
    if (!found.ok) throw new Error('refused');
    const [one, other] = found.value.map((zone) => new Set(zone.geometry.coordinates.flat(2).map(String)));
    for (const place of bent) {
      expect(one?.has(String(place))).toBe(true);
      expect(other?.has(String(place))).toBe(true);
    }
  });

  it('fills a pocket that the border encloses deeper than the width leaves open', () => {
    // A bay 900 m wide: at 450 m the zones of its two shores just close it.
    const bay = [at(0, 0), at(0, 4_000), at(-3_000, 4_000), at(-3_000, 4_900), at(0, 4_900), at(0, 10_000)];
    const open = zones(bay, { widths_m: [440] });
    const closed = zones(bay, { widths_m: [460] });
    const gapsOf = (found: readonly BorderZone[]): number => {
      const east = found.find((zone) => zone.side.code === '19');
      const tongue = kernel.intersection(east?.geometry ?? { type: 'MultiPolygon', coordinates: [] }, {
        type: 'Polygon',
        coordinates: [
          [at(-2_000, 4_100), at(-1_000, 4_100), at(-1_000, 4_800), at(-2_000, 4_800), at(-2_000, 4_100)],
        ],
      });
      if (!tongue.ok) throw new Error('intersection');
      const ground = tongue.value;
      const area = ground.type === 'Polygon' || ground.type === 'MultiPolygon' ? geodesicArea_m2(ground) : 0;
      return 700 * 1_000 - area;
    };
    expect(gapsOf(open)).toBeCloseTo(20 * 1_000, -4);
    expect(Math.abs(gapsOf(closed))).toBeLessThan(200);
  });

  it('is the same ground whichever unit is named first', () => {
    const [a, b] = sidesOf(bent);
    const [one, other] = [borderZone(kernel, a, b, 1_000), borderZone(kernel, b, a, 1_000)];
    if (!one.ok || !other.ok) throw new Error('refused');
    expect(other.value[1]?.geometry).toEqual(one.value[0]?.geometry);
    expect(other.value[0]?.pair).toBe('19-04');
    expect(areaOf(other.value[0]?.geometry ?? { type: 'MultiPolygon', coordinates: [] })).toBe(
      one.value[1]?.area_m2,
    );
  });

  it.each([[[]], [[0]], [[-5]], [[Number.NaN]], [[60_000]]])('refuses the widths %j', (widths_m) => {
    expect(borderZones(kernel, ...sidesOf(straight), { widths_m }).ok).toBe(false);
  });

  it('refuses units that do not meet', () => {
    const [a] = sidesOf(straight);
    const far = side('99', [at(50_000, 0), at(51_000, 0), at(51_000, 1_000)]);
    expect(borderZones(kernel, a, far, { widths_m: [500] })).toMatchObject({
      issues: [{ code: 'border-none' }],
    });
  });
});
