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
const FEWER_RUNS = { ...RUNS, numRuns: 20 };
/** The contract: parts of a partition sum to the whole within this. */
const PARTITION_m2 = 1;
/** Turned about the axis, longitudes round anew, by 3e-14° or 3 nm: over a kilometre of edge far under this. */
const MOVED_m2 = 0.01;
const MOVED_m = 1e-4;
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

function movedBy(polygon: Polygon, move: (place: Position) => Position): Polygon {
  return { ...polygon, coordinates: polygon.coordinates.map((ring) => ring.map(move)) };
}

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

  it('turned about the earth’s axis, or mirrored at the equator, all measures stay', () => {
    fc.assert(
      fc.property(sites, fc.double({ min: -60, max: 60, noNaN: true }), (polygon, east_deg) => {
        const moves: readonly ((place: Position) => Position)[] = [
          ([lon = 0, lat = 0]) => [lon + east_deg, lat],
          ([lon = 0, lat = 0]) => [lon, -lat],
        ];
        const features = partition(11);
        const expected = overlaps(site(polygon), features, 500);
        for (const move of moves) {
          const moved = overlaps(
            site(movedBy(polygon, move)),
            features.map((feature) => ({ ...feature, geometry: movedBy(feature.geometry, move) })),
            500,
          );
          expect(moved.map(({ feature_id }) => feature_id)).toEqual(
            expected.map(({ feature_id }) => feature_id),
          );
          moved.forEach(({ area_m2, distance_m, share }, at) => {
            expect(Math.abs(area_m2 - (expected[at]?.area_m2 ?? Number.NaN))).toBeLessThan(MOVED_m2);
            expect(Math.abs(distance_m - (expected[at]?.distance_m ?? Number.NaN))).toBeLessThan(MOVED_m);
            expect(share).toBeCloseTo(expected[at]?.share ?? Number.NaN, 6);
          });
        }
      }),
      FEWER_RUNS,
    );
  });

  it('moved along a meridian, areas change as the ellipsoid’s do and still sum to the site', () => {
    fc.assert(
      fc.property(sites, fc.double({ min: -80, max: 55, noNaN: true }), (polygon, north_deg) => {
        const move = ([lon = 0, lat = 0]: Position): Position => [lon, lat + north_deg];
        const features = partition(13).map((feature) => ({
          ...feature,
          geometry: movedBy(feature.geometry, move),
        }));
        const moved = movedBy(polygon, move);
        const found = overlaps(site(moved), features);
        const sum_m2 = found.reduce((sum, pair) => sum + pair.area_m2, 0);
        expect(Math.abs(sum_m2 - geodesicArea_m2(moved))).toBeLessThan(PARTITION_m2);
        // A cell that lies wholly in the site has its own area, wherever on the earth.
        for (const { feature_id, area_m2 } of found) {
          const cell = features.find(({ id }) => id === feature_id);
          if (cell !== undefined) expect(area_m2).toBeLessThan(geodesicArea_m2(cell.geometry) + MOVED_m2);
        }
        // Cells are met as they were: the same vertices lie in the same cells in degrees.
        const before = overlaps(site(polygon), partition(13));
        const real = (pairs: readonly SiteOverlap[]): string[] =>
          pairs.filter(({ area_m2 }) => area_m2 > PARTITION_m2).map(({ feature_id }) => feature_id);
        const common = new Set(real(before));
        expect(
          real(found).every((id) => common.has(id) || before.some(({ feature_id }) => feature_id === id)),
        ).toBe(true);
      }),
      FEWER_RUNS,
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
