import {
  type BorderSide,
  type BorderZone,
  borderZone,
  borderZones,
  type GeometryKernel,
  geodesicArea_m2,
  loadGeometryKernel,
  type SharedBorder,
  sharedBorder,
} from '@giapranh/core';
import fc from 'fast-check';
import type { Geometry } from 'geojson';
import { beforeAll, describe, expect, it } from 'vitest';
import { wigglyPair } from '../differential/wiggly-pair.js';
import { must } from '../must.js';
import { seeded } from '../seeded.js';
import { turned } from './turned.js';

const RUNS = { seed: 20_250_701, numRuns: 12 };
/** Zones of one set share every vertex: what the engine leaves over is rounding. */
const ROUNDING_m2 = 0.01;
/**
 * The contract: parts of a partition sum to the whole within this. Also what two separate zones may differ by where
 * they cut the same edge of the frame, 500 m long: its readings as geodesic and as straight differ by 2 mm.
 */
const PARTITION_m2 = 1;

const shapes = fc.integer({ min: 1, max: 10_000 });
const widths = fc.integer({ min: 50, max: 5_000 });

const areaOf = (geometry: Geometry): number =>
  geometry.type === 'Polygon' || geometry.type === 'MultiPolygon' ? geodesicArea_m2(geometry) : 0;

/** The edges of a border, in the direction they run. */
function edgesOf({ geometry }: SharedBorder): string[] {
  return geometry.coordinates.flatMap((part) => part.slice(1).map((end, at) => `${part[at]} ${end}`)).sort();
}

describe('laws of borders and zones', () => {
  let kernel: GeometryKernel;
  beforeAll(async () => {
    kernel = await loadGeometryKernel();
  });
  const zonesOf = ([a, b]: [BorderSide, BorderSide], width_m: number): BorderZone[] =>
    must(borderZone(kernel, a, b, width_m));

  it('border A–B equals border B–A', () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const [a, b] = wigglyPair(kernel, shape);
        const [one, other] = [must(sharedBorder(kernel, a, b)), must(sharedBorder(kernel, b, a))];
        expect({ ...other, a: other.b, b: other.a }).toEqual(one);
      }),
      RUNS,
    );
  });

  it('outlines may begin anywhere: border and zones stay', () => {
    fc.assert(
      fc.property(shapes, widths, (shape, width_m) => {
        const [a, b] = wigglyPair(kernel, shape);
        const random = seeded(shape);
        const [one, other] = [a, b].map((side) => ({ ...side, geometry: turned(side.geometry, random) }));
        if (one === undefined || other === undefined) throw new Error('a side is missing');
        const [turnedBorder, border] = [
          must(sharedBorder(kernel, one, other)),
          must(sharedBorder(kernel, a, b)),
        ];
        // A wholly shared ring, an island, begins where its outline does; all else is the same.
        expect(edgesOf(turnedBorder)).toEqual(edgesOf(border));
        expect(turnedBorder.parts).toBe(border.parts);
        expect(turnedBorder.length_m).toBeCloseTo(border.length_m, 6);
        const zones = zonesOf([a, b], width_m);
        zonesOf([one, other], width_m).forEach((zone, side) => {
          expect(Math.abs(zone.area_m2 - (zones[side]?.area_m2 ?? Number.NaN))).toBeLessThan(ROUNDING_m2);
        });
      }),
      RUNS,
    );
  });

  it('a zone grows with its width', () => {
    fc.assert(
      fc.property(shapes, widths, fc.integer({ min: 5, max: 2_000 }), (shape, width_m, more_m) => {
        const pair = wigglyPair(kernel, shape);
        const [narrow, wide] = [zonesOf(pair, width_m), zonesOf(pair, width_m + more_m)];
        narrow.forEach((zone, side) => {
          const outer = wide[side];
          if (outer === undefined) throw new Error('a side is missing');
          expect(outer.area_m2).toBeGreaterThan(zone.area_m2);
          expect(areaOf(must(kernel.difference(zone.geometry, outer.geometry)))).toBeLessThan(PARTITION_m2);
        });
      }),
      RUNS,
    );
  });

  it('rings nest: together they are the zone of the widest, and none covers another', () => {
    fc.assert(
      fc.property(shapes, fc.uniqueArray(widths, { minLength: 2, maxLength: 4 }), (shape, widths_m) => {
        const [a, b] = wigglyPair(kernel, shape);
        const rings = must(borderZones(kernel, a, b, { widths_m }));
        const whole = zonesOf([a, b], Math.max(...widths_m));
        for (const zone of whole) {
          const own = rings.filter((ring) => ring.side.code === zone.side.code);
          const sum_m2 = own.reduce((sum, ring) => sum + ring.area_m2, 0);
          expect(Math.abs(sum_m2 - zone.area_m2)).toBeLessThan(PARTITION_m2);
          const joined = must(kernel.union(own.map((ring) => ring.geometry)));
          expect(Math.abs(areaOf(joined) - sum_m2)).toBeLessThan(ROUNDING_m2);
        }
      }),
      RUNS,
    );
  });

  it('the sides of a zone lie in their sides and do not overlap', () => {
    fc.assert(
      fc.property(shapes, widths, (shape, width_m) => {
        const [a, b] = wigglyPair(kernel, shape);
        const [west, east] = zonesOf([a, b], width_m);
        if (west === undefined || east === undefined) throw new Error('a side is missing');
        expect(areaOf(must(kernel.intersection(west.geometry, east.geometry)))).toBeLessThan(ROUNDING_m2);
        for (const [zone, side] of [
          [west, a],
          [east, b],
        ] as const) {
          expect(must(kernel.invalidReason(zone.geometry))).toBeNull();
          expect(areaOf(must(kernel.difference(zone.geometry, side.geometry)))).toBeLessThan(PARTITION_m2);
        }
      }),
      RUNS,
    );
  });
});
