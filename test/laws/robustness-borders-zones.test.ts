import {
  type BorderSide,
  type BorderZone,
  borderLocator,
  borderTopology,
  borderZones,
  type GeometryKernel,
  loadGeometryKernel,
  type Result,
  type SharedBorder,
  sharedBorder,
  unitGroup,
  unitZones,
} from '@giapranh/core';
import type { Geometry, Position } from 'geojson';
import { beforeAll, describe, expect, it } from 'vitest';
import { DEGENERATE_KINDS, type DegenerateKind, damaged, HARMLESS_KINDS } from '../degenerate.js';
import { must } from '../must.js';
import { seeded } from '../seeded.js';

/** Seeded inputs in all; each goes through every operation. */
const CASES = 2_016;
const A_KIND = CASES / DEGENERATE_KINDS.length;
/** No answer may take longer, on the slowest machine: a hang is a failure. */
const PATIENCE_ms = 10_000;
const WIDTH_m = 150;
/**
 * What a harmless fault may change of a border of 2 km and its zones: a touching loop takes some vertices' edges, a
 * spike adds nothing, rounding to six decimals moves a line by 5 cm.
 */
const HARMLESS_SHARE = 0.05;

const at = (east_m: number, north_m: number): Position => [
  105.8 + east_m / 103_100,
  22.1 + north_m / 110_720,
];

/** Two units side by side, and a third to their north: small, so that many cases fit into a minute. */
function three(random: () => number): [BorderSide, BorderSide, BorderSide] {
  const line = Array.from({ length: 21 }, (_, i) => at(120 * (random() - 0.5), i * 100));
  const end = line[20] ?? at(0, 2_000);
  const side = (code: string, ring: Position[]): BorderSide => ({
    code,
    vintage: '2025-07-01',
    name: `Xã ${code}`,
    drawing: 'made-up',
    geometry: { type: 'MultiPolygon', coordinates: [[[...ring, ...ring.slice(0, 1)]]] },
  });
  return [
    side('01', [at(-1_500, 0), ...line.slice(0, 1), ...line.slice(1), at(-1_500, 2_000)]),
    side('02', [at(1_500, 2_000), ...line.toReversed(), at(1_500, 0)]),
    side('03', [at(-1_500, 2_000), end, at(1_500, 2_000), at(0, 3_500)]),
  ];
}

/** Refused inputs say why; what is given back is finite. */
function checked<T>(result: Result<T>, geometriesOf: (value: T) => readonly Geometry[]): T | null {
  if (!result.ok) {
    expect(result.issues.length).toBeGreaterThan(0);
    for (const { code, message } of result.issues) {
      expect(code).toMatch(/^[a-z-]+$/);
      expect(message.vi.length * message.en.length).toBeGreaterThan(0);
    }
    return null;
  }
  for (const geometry of geometriesOf(result.value)) expect(JSON.stringify(geometry)).not.toContain('null');
  return result.value;
}

describe('degenerate inputs', () => {
  let kernel: GeometryKernel;
  beforeAll(async () => {
    kernel = await loadGeometryKernel();
  });
  const borderOf = (a: BorderSide, b: BorderSide): SharedBorder | null =>
    checked(sharedBorder(kernel, a, b), ({ geometry }) => [geometry]);
  const zonesOf = (result: Result<BorderZone[]>): BorderZone[] | null =>
    checked(result, (zones) => zones.map(({ geometry }) => geometry));
  const area_m2 = (zones: readonly BorderZone[]): number =>
    zones.reduce((sum, zone) => sum + zone.area_m2, 0);

  it.each(DEGENERATE_KINDS.map((kind, index) => [kind, index] as const))(
    `${A_KIND} of kind %s: every operation answers or refuses with a reason`,
    (kind: DegenerateKind, index) => {
      const refused = { borders: 0, zones: 0 };
      let slowest_ms = 0;
      for (let seed = 0; seed < A_KIND; seed += 1) {
        const random = seeded(1_000 * index + seed);
        const [a, b, c] = three(random);
        const bad: BorderSide = { ...a, geometry: damaged(kind, a.geometry, random) };
        const started = performance.now();
        const border = borderOf(bad, b);
        const zones = zonesOf(borderZones(kernel, b, bad, { widths_m: [WIDTH_m], communes: [bad, c] }));
        const group = unitGroup(kernel, [bad, c]);
        checked(group, ({ geometry }) => [geometry]);
        if (seed % 8 === 0) {
          zonesOf(borderZones(kernel, bad, b, { widths_m: [WIDTH_m], clip: 'free', ends: 'flat' }));
          zonesOf(unitZones(kernel, b, [bad, c], { widths_m: [WIDTH_m] }));
        }
        if (border === null) refused.borders += 1;
        if (zones === null) refused.zones += 1;
        if (border !== null) {
          const locator = borderLocator([border], [bad, b]);
          expect(Number.isFinite(locator.nearest(at(300, 900))?.distance_m)).toBe(true);
          locator.nearestToSite(bad.geometry.coordinates.length === 0 ? c.geometry : b.geometry);
        }
        expect(must(borderTopology([bad, b, c])).report().units).toBe(3);
        slowest_ms = Math.max(slowest_ms, performance.now() - started);
        if (HARMLESS_KINDS.has(kind)) {
          // No silent loss: what the fault does not touch is all there.
          const whole = must(sharedBorder(kernel, a, b));
          expect(Math.abs((border?.length_m ?? 0) / whole.length_m - 1), `seed ${seed}`).toBeLessThan(
            HARMLESS_SHARE,
          );
          const expected = must(borderZones(kernel, b, a, { widths_m: [WIDTH_m] }));
          expect(Math.abs(area_m2(zones ?? []) / area_m2(expected) - 1), `seed ${seed}`).toBeLessThan(
            HARMLESS_SHARE,
          );
        }
      }
      expect(slowest_ms).toBeLessThan(PATIENCE_ms);
      // What is no geometry at all is refused every time, never worked with.
      if (['empty', 'not-a-number', 'unclosed', 'too-few-points', 'pole', 'antimeridian'].includes(kind)) {
        expect(refused).toEqual({ borders: A_KIND, zones: A_KIND });
      }
    },
  );
});
