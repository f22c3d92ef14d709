import { beforeAll, describe, expect, it } from 'vitest';
import { at, side } from '../border/two-sides.fixture.js';
import { geodesicArea_m2 } from '../geodesy/area.js';
import { type GeometryKernel, loadGeometryKernel } from '../geometry/kernel.js';
import { borderZones } from './border-zones.js';
import { communeZone } from './commune-zone.js';

/** Two sides of four square communes each, two deep, two kilometres wide. */
const commune = (code: string, column: number, row: number) => {
  const [west, south] = [column * 2_000, row * 2_000];
  return side(code, [
    at(west, south),
    at(west + 2_000, south),
    at(west + 2_000, south + 2_000),
    at(west, south + 2_000),
  ]);
};
const communes = [-2, -1, 0, 1].flatMap((column) =>
  [0, 1].map((row) => commune(`0${column + 2}${row}`, column, row)),
);
const west = side('04', [
  at(-4_000, 0),
  at(-2_000, 0),
  at(0, 0),
  at(0, 2_000),
  at(0, 4_000),
  at(-2_000, 4_000),
  at(-4_000, 4_000),
  at(-4_000, 2_000),
]);
const east = side('19', [
  at(0, 0),
  at(2_000, 0),
  at(4_000, 0),
  at(4_000, 2_000),
  at(4_000, 4_000),
  at(2_000, 4_000),
  at(0, 4_000),
  at(0, 2_000),
]);

/** Edges of 2 km lie up to 3 cm apart as geodesics and straight in degrees: 40 m² each where one of two has a node. */
const EDGES_m2 = 100;

describe('communeZone', () => {
  let kernel: GeometryKernel;
  beforeAll(async () => {
    kernel = await loadGeometryKernel();
  });
  const listed = communes.filter(({ code }) => ['000', '010'].includes(code));

  it('is the ground of the list', () => {
    const zone = communeZone(kernel, listed);
    if (!zone.ok) throw new Error(zone.issues[0].message.en);
    const sum_m2 = listed.reduce((sum, { geometry }) => sum + geodesicArea_m2(geometry), 0);
    expect(Math.abs(zone.value.area_m2 - sum_m2)).toBeLessThan(1);
    expect(zone.value).toMatchObject({ listed: ['000', '010'], within_m: null });
    expect(communeZone(kernel, [])).toMatchObject({ ok: false, issues: [{ code: 'zone-communes-empty' }] });
  });

  it('joins what lies near the border, counting common ground once', () => {
    const near = borderZones(kernel, west, east, { widths_m: [300, 500], communes });
    if (!near.ok) throw new Error(near.issues[0].message.en);
    const zone = communeZone(kernel, listed, near.value);
    if (!zone.ok) throw new Error(zone.issues[0].message.en);
    const { area_m2, within_m, communes: shares } = zone.value;
    expect(within_m).toBe(500);
    // The list's 8 km², and 500 m on both sides of 4 km without what the list has of it.
    expect(area_m2 / (8e6 + 2 * 500 * 4_000 - 500 * 2_000)).toBeCloseTo(1, 3);
    expect(Math.abs(shares.reduce((sum, share) => sum + share.area_m2, 0) - area_m2)).toBeLessThan(EDGES_m2);
    expect(shares.map(({ code }) => code)).toEqual(['000', '010', '011', '020', '021']);
  });
});
