import {
  type DrawnUnit,
  flagSites,
  type GeometryKernel,
  type IsoDate,
  loadGeometryKernel,
  type ProfileSources,
  RiskContext,
  type Site,
  type SiteFlags,
} from '@giapranh/core';
import fc from 'fast-check';
import type { Polygon, Position } from 'geojson';
import { beforeAll, describe, expect, it } from 'vitest';
import { day } from '../day.js';
import { must } from '../must.js';
import { realProfile } from '../real-profile.js';
import { seeded } from '../seeded.js';
import { turned } from './turned.js';

/**
 * Few runs of many sites: each prepares the whole ground anew. A failure is told as it is: shrinking it would take
 * minutes.
 */
const RUNS = { seed: 20_230_523, numRuns: 2, endOnFailure: true };
const DAYS = ['2023-05-23', '2026-01-01'];
/** Facts that differ by rounding of doubles are one fact: a tenth of a millimetre, a square centimetre. */
const DECIMALS = 4;

/** A star around a place of a border, or up to so far from it. */
const shapes = fc.record({
  border: fc.nat(),
  vertex: fc.nat(),
  east_m: fc.integer({ min: -4_000, max: 4_000 }),
  north_m: fc.integer({ min: -4_000, max: 4_000 }),
  radii_m: fc.array(fc.integer({ min: 20, max: 900 }), { minLength: 3, maxLength: 12 }),
  error_m: fc.constantFrom(0, 5, 50),
});

/** Facts without the last digits. */
function comparable(flags: readonly SiteFlags[]): unknown {
  const text = JSON.stringify(flags, (_key, value: unknown) =>
    typeof value === 'number' ? Number(value.toFixed(DECIMALS)) : value,
  );
  return JSON.parse(text);
}

describe('laws of flags, on the real ground of Bắc Kạn', () => {
  let kernel: GeometryKernel;
  let sources: ProfileSources;
  let context: RiskContext;
  let shuffledContext: RiskContext;
  let borderPlaces: readonly Position[][];
  /** Some that are known only by their communes. */
  let known: readonly Site[];

  beforeAll(async () => {
    kernel = await loadGeometryKernel();
    sources = await realProfile(kernel, 'bac-kan');
    context = new RiskContext(kernel, sources);
    known = sources.sites.flatMap(({ sites }) => sites).slice(0, 4);
    const random = seeded(7);
    const units = sources.units
      .map((unit): DrawnUnit => ({ ...unit, geometry: turned(unit.geometry, random) }))
      .toReversed();
    shuffledContext = new RiskContext(kernel, { ...sources, units });
    borderPlaces = must(context.ground('2023')).borders.map(({ border }) =>
      border.geometry.coordinates.flat(),
    );
  });

  const sitesOf = fc.array(shapes, { minLength: 30, maxLength: 40 }).map((drawn) =>
    drawn.map(({ border, vertex, east_m, north_m, radii_m, error_m }, at): Site & { geometry: Polygon } => {
      const places = borderPlaces[border % borderPlaces.length] ?? [];
      const [lon = 0, lat = 0] = places[vertex % places.length] ?? [];
      const ring = radii_m.map((radius_m, i): Position => {
        const turn = (2 * Math.PI * i) / radii_m.length;
        return [
          lon + (east_m + radius_m * Math.cos(turn)) / 103_000,
          lat + (north_m + radius_m * Math.sin(turn)) / 110_700,
        ];
      });
      return {
        id: `s${at}`,
        name: `Điểm ${at}`,
        geometry: { type: 'Polygon', coordinates: [[...ring, ...ring.slice(0, 1)]] },
        precision: { kind: 'position', error_m, method: 'made up' },
        activity: 'mining',
        mineral: null,
        areaDeclared_m2: null,
        decision: null,
        properties: {},
      };
    }),
  );
  const flagsOf = (sites: readonly Site[], within: RiskContext, asOf: IsoDate): SiteFlags[] =>
    must(flagSites(sites, within, { asOf }));

  it.each(DAYS)('as of %s, the order of sites changes nothing but the order of answers', (text) => {
    fc.assert(
      fc.property(sitesOf, (made) => {
        const sites = [...made, ...known];
        const turnedRound = flagsOf(sites.toReversed(), context, day(text));
        expect(turnedRound.toReversed()).toEqual(flagsOf(sites, context, day(text)));
      }),
      RUNS,
    );
  });

  it.each(DAYS)('as of %s, a site is judged by itself', (text) => {
    fc.assert(
      fc.property(sitesOf, (sites) => {
        const alone = sites.slice(0, 3).flatMap((site) => flagsOf([site], context, day(text)));
        expect(alone).toEqual(flagsOf(sites, context, day(text)).slice(0, 3));
      }),
      RUNS,
    );
  });

  it.each(DAYS)('as of %s, rings of sites may begin anywhere', (text) => {
    fc.assert(
      fc.property(sitesOf, fc.nat(), (sites, seed) => {
        const random = seeded(seed);
        const others = sites.map((site) => ({ ...site, geometry: turned(site.geometry, random) }));
        expect(comparable(flagsOf(others, context, day(text)))).toEqual(
          comparable(flagsOf(sites, context, day(text))),
        );
      }),
      RUNS,
    );
  });

  it.each(DAYS)('as of %s, units may come in any order, their rings begin anywhere', (text) => {
    fc.assert(
      fc.property(sitesOf, (made) => {
        const sites = [...made, ...known];
        expect(comparable(flagsOf(sites, shuffledContext, day(text)))).toEqual(
          comparable(flagsOf(sites, context, day(text))),
        );
      }),
      RUNS,
    );
  });

  it('a rule of a wider ring never says less: who is within 500 m is within every wider ring', () => {
    fc.assert(
      fc.property(sitesOf, (sites) => {
        const nearest = (rule: string, within_m: number): Map<string, number> => {
          const rules = sources.profile.rules
            .filter((entry) => entry.id === rule)
            .map((entry) => (entry.kind === 'near-border' ? { ...entry, beyond_m: 0, within_m } : entry));
          const only = new RiskContext(kernel, { ...sources, profile: { ...sources.profile, rules } });
          return new Map(
            flagsOf(sites, only, day('2023-05-23')).map(({ site_id, flags }) => [site_id, flags.length]),
          );
        };
        const [narrow, wide] = [nearest('near-border-500', 500), nearest('near-border-500', 2_000)];
        for (const [site, count] of narrow) expect(wide.get(site), site).toBeGreaterThanOrEqual(count);
      }),
      { ...RUNS, numRuns: 1 },
    );
  });
});
