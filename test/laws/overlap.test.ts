import {
  type GeometryKernel,
  geodesicArea_m2,
  loadGeometryKernel,
  type OverlapFeature,
  type OverlapSite,
  overlapSites,
  type SiteOverlap,
} from '@giapranh/core';
import fc from 'fast-check';
import type { Polygon, Position } from 'geojson';
import { beforeAll, describe, expect, it } from 'vitest';
import { seeded } from '../seeded.js';
import { turned } from './turned.js';

const RUNS = { seed: 20_230_523, numRuns: 60 };
/** The contract: parts of a partition sum to the whole within this. */
const PARTITION_m2 = 1;
const CELLS = 8;

const at = (east_m: number, north_m: number): Position => [105.6 + east_m / 103_000, 22 + north_m / 110_700];

/** Ten by ten kilometres in shaken cells that share their corners. */
function partition(seed: number): (OverlapFeature & { readonly geometry: Polygon })[] {
  const random = seeded(seed);
  const step = 10_000 / CELLS;
  const corners = Array.from({ length: CELLS + 1 }, (_, row) =>
    Array.from({ length: CELLS + 1 }, (_unused, column) => {
      const inner = (index: number): number =>
        index > 0 && index < CELLS ? step * 0.6 * (random() - 0.5) : 0;
      return at(column * step + inner(column), row * step + inner(row));
    }),
  );
  const corner = (row: number, column: number): Position => corners[row]?.[column] ?? at(0, 0);
  return Array.from({ length: CELLS * CELLS }, (_, cell) => {
    const [row, column] = [Math.floor(cell / CELLS), cell % CELLS];
    const ring = [
      corner(row, column),
      corner(row, column + 1),
      corner(row + 1, column + 1),
      corner(row + 1, column),
      corner(row, column),
    ];
    return { id: `c${cell}`, layer: 'communes', geometry: { type: 'Polygon', coordinates: [ring] } };
  });
}

/** A star of so many rays around a place inside the partition. */
const sites = fc
  .record({
    east_m: fc.integer({ min: 2_000, max: 8_000 }),
    north_m: fc.integer({ min: 2_000, max: 8_000 }),
    radii_m: fc.array(fc.integer({ min: 5, max: 1_900 }), { minLength: 3, maxLength: 40 }),
  })
  .map(({ east_m, north_m, radii_m }): Polygon => {
    const ring = radii_m.map((radius_m, i) => {
      const turn = (2 * Math.PI * i) / radii_m.length;
      return at(east_m + radius_m * Math.cos(turn), north_m + radius_m * Math.sin(turn));
    });
    return { type: 'Polygon', coordinates: [[...ring, ...ring.slice(0, 1)]] };
  });

describe('laws of overlaps', () => {
  let kernel: GeometryKernel;
  beforeAll(async () => {
    kernel = await loadGeometryKernel();
  });
  const site = (geometry: Polygon, error_m = 0): OverlapSite => ({
    id: 's',
    geometry,
    precision: { kind: 'position', error_m },
  });
  const overlaps = (one: OverlapSite, features: readonly OverlapFeature[], within_m = 0): SiteOverlap[] => {
    const found = overlapSites(kernel, [one], features, { within_m });
    if (!found.ok) throw new Error(found.issues[0].message.en);
    return found.value;
  };

  it('overlaps of a partition sum to the site', () => {
    fc.assert(
      fc.property(sites, fc.integer({ min: 1, max: 1_000 }), (polygon, seed) => {
        const found = overlaps(site(polygon), partition(seed));
        const sum_m2 = found.reduce((sum, pair) => sum + pair.area_m2, 0);
        expect(Math.abs(sum_m2 - geodesicArea_m2(polygon))).toBeLessThan(PARTITION_m2);
        expect(found.reduce((sum, pair) => sum + pair.share, 0)).toBeCloseTo(1, 6);
      }),
      RUNS,
    );
  });

  it('the order of features changes nothing but the order of answers', () => {
    fc.assert(
      fc.property(sites, (polygon) => {
        const features = partition(7);
        const byId = (pairs: readonly SiteOverlap[]): SiteOverlap[] =>
          pairs.toSorted((a, b) => (a.feature_id < b.feature_id ? -1 : 1));
        expect(byId(overlaps(site(polygon), features.toReversed()))).toEqual(
          byId(overlaps(site(polygon), features)),
        );
      }),
      RUNS,
    );
  });

  it('rings may begin anywhere', () => {
    fc.assert(
      fc.property(sites, fc.integer({ min: 1, max: 1_000 }), (polygon, seed) => {
        const random = seeded(seed);
        const features = partition(seed);
        const others = features.map((feature) => ({
          ...feature,
          geometry: turned(feature.geometry, random),
        }));
        const found = overlaps(site(turned(polygon, random)), others, 500);
        const expected = overlaps(site(polygon), features, 500);
        expect(found.map(({ feature_id, verdict }) => [feature_id, verdict])).toEqual(
          expected.map(({ feature_id, verdict }) => [feature_id, verdict]),
        );
        found.forEach(({ area_m2, distance_m }, at) => {
          expect(Math.abs(area_m2 - (expected[at]?.area_m2 ?? Number.NaN))).toBeLessThan(PARTITION_m2);
          expect(distance_m).toBeCloseTo(expected[at]?.distance_m ?? Number.NaN, 3);
        });
      }),
      RUNS,
    );
  });

  it('a verdict that is sure stays so when the error shrinks', () => {
    fc.assert(
      fc.property(sites, fc.integer({ min: 1, max: 400 }), (polygon, error_m) => {
        const features = partition(3);
        const verdicts = (error: number): Map<string, string> =>
          new Map(
            overlaps(site(polygon, error), features, 1_000).map((pair) => [pair.feature_id, pair.verdict]),
          );
        const [rough, fine] = [verdicts(error_m), verdicts(error_m / 2)];
        for (const [feature, verdict] of rough) {
          if (verdict !== 'undetermined') expect(fine.get(feature)).toBe(verdict);
        }
      }),
      RUNS,
    );
  });
});
