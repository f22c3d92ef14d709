import { expect, it } from 'vitest';
import { geodesicArea_m2 } from './area.js';
import { geodesicDirect, geodesicInverse } from './geodesic.js';
import { geodesicLength_m } from './length.js';
import { metricFrame } from './metric-frame.js';
import { distanceToLine_m, nearestOnLine } from './nearest.js';

const CHO_DON = [105.6, 22.16];
const frame = metricFrame([105, 21.5, 107.5, 23.2]);

it('sends a frame point there and back within a nanometre', () => {
  const [lon, lat] = frame.toLonLat(frame.toMetric(CHO_DON));
  expect(Math.abs(lon - 105.6)).toBeLessThan(1e-14);
  expect(Math.abs(lat - 22.16)).toBeLessThan(1e-14);
});

it('is true to scale on the central meridian and grows with the square of the distance from it', () => {
  expect(frame.lon0_deg).toBe(106.25);
  expect(frame.scaleAt([0, 50_000])).toBeCloseTo(1, 12);
  expect(frame.scaleAt([100_000, 0]) - 1).toBeCloseTo(1.2e-4, 5);
});

it('goes along an azimuth and finds it again', () => {
  const { position } = geodesicDirect(CHO_DON, 37, 5_000);
  const back = geodesicInverse(CHO_DON, position);
  expect(back.distance_m).toBeCloseTo(5_000, 7);
  expect(back.azimuth_deg).toBeCloseTo(37, 9);
  expect(geodesicLength_m([CHO_DON, position])).toBeCloseTo(5_000, 6);
});

it('subtracts holes whatever their winding', () => {
  const outer = [
    [105, 22],
    [105.1, 22],
    [105.1, 22.1],
    [105, 22.1],
    [105, 22],
  ];
  const hole = [
    [105.02, 22.02],
    [105.03, 22.02],
    [105.03, 22.03],
    [105.02, 22.02],
  ];
  const whole = geodesicArea_m2({ type: 'Polygon', coordinates: [outer] });
  const gone = geodesicArea_m2({ type: 'Polygon', coordinates: [hole] });
  expect(geodesicArea_m2({ type: 'Polygon', coordinates: [outer, hole] })).toBeCloseTo(whole - gone, 3);
  expect(geodesicArea_m2({ type: 'Polygon', coordinates: [outer, [...hole].reverse()] })).toBeCloseTo(
    whole - gone,
    3,
  );
});

it('measures to the edge, not to its vertices', () => {
  const line = {
    type: 'LineString' as const,
    coordinates: [
      geodesicDirect(CHO_DON, 10, 40_000).position,
      geodesicDirect(CHO_DON, 190, 60_000).position,
    ],
  };
  const aside = geodesicDirect(CHO_DON, 100, 750).position;
  expect(distanceToLine_m(aside, line)).toBeCloseTo(750, 3);
  expect(nearestOnLine(aside, line)?.edge).toBe(0);
});

it('throws on a position that is no place', () => {
  expect(() => geodesicLength_m([[Number.NaN, 22], CHO_DON])).toThrow(RangeError);
});
