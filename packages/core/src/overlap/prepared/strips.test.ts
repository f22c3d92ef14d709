import { describe, expect, it } from 'vitest';
import { geodesicArea_m2 } from '../../geodesy/area.js';
import { Strips } from './strips.js';

/** A ring of 24 edges of at most 200 m around a place, x, y, x, y; closed, counter-clockwise. */
function ringAround(lon: number, lat: number, radius_deg: number): Float64Array {
  return Float64Array.from({ length: 50 }, (_, at) => {
    const turn = (2 * Math.PI * Math.floor(at / 2)) / 24;
    return at % 2 === 0 ? lon + radius_deg * Math.cos(turn) : lat + radius_deg * Math.sin(turn);
  });
}

const measured = (ring: Float64Array, south_deg: number, north_deg: number): number => {
  const strips = new Strips();
  strips.begin(south_deg, north_deg);
  return strips.measure(ring, Uint32Array.of(0, 25), 1, new Float64Array(25));
};

describe('strips', () => {
  it.each([-79, -45, -0.01, 0, 16, 22.3, 60, 79])('sum to the area of a ring at %d°', (lat) => {
    for (const radius_deg of [1e-5, 1e-3, 6e-3]) {
      const ring = ringAround(105.8, lat, radius_deg);
      const coordinates = Array.from({ length: 25 }, (_, at) => [ring[2 * at] ?? 0, ring[2 * at + 1] ?? 0]);
      const area_m2 = geodesicArea_m2({ type: 'Polygon', coordinates: [coordinates] });
      // What two ways of rounding leave of a few square metres, and the next order of the series for edges of 200 m.
      const allowed_m2 = 1e-6 + 1e-9 * area_m2;
      expect(Math.abs(measured(ring, lat - radius_deg, lat + radius_deg) - area_m2)).toBeLessThan(allowed_m2);
      // Far above its southern edge, and as part of ground too tall for the series.
      expect(Math.abs(measured(ring, lat - 0.09, lat + 0.01) - area_m2)).toBeLessThan(allowed_m2 + 1e-4);
      expect(Math.abs(measured(ring, lat - 0.4, lat + 0.4) - area_m2)).toBeLessThan(allowed_m2 + 1e-2);
    }
  });

  it.each([
    [22.3, 0.1, 65_354_223_376.055_13],
    [22.3, 0.01, 6_537_483_164.346_243],
    [0, 0.1, 70_525_753_139.7426],
    [-79, 0.1, 13_693_395_520.60311],
    [60, 0.05, 17_796_465_162.83071],
  ])('have the height at %d° of %d° as computed with forty digits', (south_deg, up_deg, height_m2) => {
    const strips = new Strips();
    strips.begin(south_deg, south_deg + 0.0999);
    expect(strips.height_m2(south_deg + up_deg) / height_m2).toBeCloseTo(1, 14);
  });

  it.each([0.05, 0.5])('under the end of an edge shrink as it does, in ground %d° tall', (tall_deg) => {
    const strips = new Strips();
    strips.begin(22, 22 + tall_deg);
    const edge = Float64Array.of(105, 22.01, 105.0012, 22.0111);
    const whole_m2 = strips.stripOf(edge, 0);
    expect(strips.stripFrom(edge, 0, 0)).toBeCloseTo(whole_m2, 6);
    expect(strips.stripFrom(edge, 0, 1)).toBeCloseTo(0, 12);
    const rests_m2 = [0.25, 0.5, 0.75].map((from) => strips.stripFrom(edge, 0, from) / whole_m2);
    for (const [at, rest] of rests_m2.entries()) expect(rest).toBeCloseTo(1 - (at + 1) / 4, 1);
  });
});
