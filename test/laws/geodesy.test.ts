import {
  CRS_DEFINITIONS,
  geodesicArea_m2,
  geodesicDirect,
  geodesicDistance_m,
  geodesicInverse,
  geodesicLength_m,
  transformer,
} from '@giapranh/core';
import fc from 'fast-check';
import type { Polygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { must } from '../must.js';
import { seeded } from '../seeded.js';
import { turned } from './turned.js';

const RUNS = { seed: 20_250_701, numRuns: 300 };
/** The contract's millimetre, once each way: a shift of datum in two dimensions drops the height both times. */
const THERE_AND_BACK_m = 0.002;
const METRES_PER_DEGREE = 111_000;
/** The contract for lengths and areas. */
const RELATIVE = 1e-9;

const places = fc.tuple(
  fc.double({ min: 102.2, max: 109.4, noNaN: true }),
  fc.double({ min: 8.5, max: 23.3, noNaN: true }),
);
/** Corners all around a centre, less than half a turn apart: no triangle with it is thin or turned over. */
const stars = fc
  .record({
    centre: places,
    radii_deg: fc.array(fc.double({ min: 0.001, max: 0.2, noNaN: true }), { minLength: 3, maxLength: 30 }),
  })
  .map(({ centre, radii_deg }) => {
    const [lon, lat] = centre;
    const ring = radii_deg.map((radius, i): Position => {
      const turn = (2 * Math.PI * i) / radii_deg.length;
      return [lon + radius * Math.cos(turn), lat + radius * Math.sin(turn)];
    });
    const star: Polygon = { type: 'Polygon', coordinates: [[...ring, ...ring.slice(0, 1)]] };
    return { centre, ring, star };
  });

describe('laws of transforms and measures', () => {
  it.each(CRS_DEFINITIONS)('a place goes to $id and comes back', ({ id, range, unit }) => {
    const [there, back] = [must(transformer('OGC:CRS84', id)), must(transformer(id, 'OGC:CRS84'))];
    // On the very rim of a system's range rounding decides which side a place is on.
    const rim = unit === 'm' ? 1 : 1 / METRES_PER_DEGREE;
    fc.assert(
      fc.property(places, (place) => {
        const found = there.tryPoint(place);
        const [x, y] = found ?? [Number.NaN, Number.NaN];
        fc.pre(x > range[0] + rim && y > range[1] + rim && x < range[2] - rim && y < range[3] - rim);
        const [lon, lat] = must(back.point([x, y]));
        expect(Math.abs(lon - place[0]) * METRES_PER_DEGREE).toBeLessThan(THERE_AND_BACK_m);
        expect(Math.abs(lat - place[1]) * METRES_PER_DEGREE).toBeLessThan(THERE_AND_BACK_m);
      }),
      RUNS,
    );
  });

  it('a distance is the same both ways, and no detour is shorter', () => {
    fc.assert(
      fc.property(places, places, places, (a, b, c) => {
        const direct_m = geodesicDistance_m(a, b);
        expect(geodesicDistance_m(b, a)).toBeCloseTo(direct_m, 6);
        expect(geodesicDistance_m(a, c) + geodesicDistance_m(c, b)).toBeGreaterThanOrEqual(direct_m - 1e-6);
      }),
      RUNS,
    );
  });

  it('going as far as measured, the way measured, arrives', () => {
    fc.assert(
      fc.property(places, places, (a, b) => {
        const { distance_m, azimuth_deg } = geodesicInverse(a, b);
        expect(geodesicDistance_m(geodesicDirect(a, azimuth_deg, distance_m).position, b)).toBeLessThan(1e-6);
      }),
      RUNS,
    );
  });

  it('an area does not care where its ring begins or which way it runs; nor does its length', () => {
    fc.assert(
      fc.property(stars, fc.nat(), ({ star }, seed) => {
        const other = turned(star, seeded(seed));
        const backwards = { ...star, coordinates: star.coordinates.map((ring) => ring.toReversed()) };
        const area_m2 = geodesicArea_m2(star);
        for (const same of [other, backwards]) {
          expect(Math.abs(geodesicArea_m2(same) / area_m2 - 1)).toBeLessThan(RELATIVE);
          const length = (polygon: Polygon): number =>
            geodesicLength_m({ type: 'MultiLineString', coordinates: polygon.coordinates });
          expect(Math.abs(length(same) / length(star) - 1)).toBeLessThan(RELATIVE);
        }
      }),
      RUNS,
    );
  });

  it('a polygon is the sum of the triangles from its centre to its edges', () => {
    fc.assert(
      fc.property(stars, ({ centre, ring, star }) => {
        const sum_m2 = ring.reduce((sum, corner, at) => {
          const triangle = [centre, corner, ring[(at + 1) % ring.length] ?? corner, centre];
          return sum + geodesicArea_m2({ type: 'Polygon', coordinates: [triangle] });
        }, 0);
        expect(Math.abs(sum_m2 / geodesicArea_m2(star) - 1)).toBeLessThan(RELATIVE);
      }),
      RUNS,
    );
  });
});
