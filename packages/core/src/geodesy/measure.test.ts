import { expect, it } from 'vitest';
import { transformer, transformPoints } from '../crs/transformer.js';
import { geodesicDirect } from './geodesic.js';
import { measureArea, measureAzimuth, measureDistance, measureGridArea, measureLength } from './measure.js';

/** A square of 1 km on the grid of EPSG:9213, `east` of its false origin. */
function gridSquare(east: number) {
  const through = transformer('EPSG:9213', 'OGC:CRS84');
  const corners: [number, number][] = [
    [east, 2_450_000],
    [east + 1000, 2_450_000],
    [east + 1000, 2_451_000],
    [east, 2_451_000],
    [east, 2_450_000],
  ];
  const ring = through.ok ? transformPoints(through.value, corners) : through;
  if (!ring.ok) throw new Error(JSON.stringify(ring.issues));
  return { type: 'Polygon' as const, coordinates: [ring.value] };
}

it('tells the grid from the ground', () => {
  const square = gridSquare(499_500);
  const grid = measureGridArea(square, 'EPSG:9213');
  expect(grid.ok && [grid.value.value, grid.value.method, grid.value.crs]).toEqual([
    expect.closeTo(1_000_000, 1),
    'grid-area',
    'EPSG:9213',
  ]);
  // k0² = 0.9998 on the central meridian: the ground is 0.02 % larger. VN-2000's ellipsoid lies some 26 m off
  // WGS 84's here, which is another 8e-6 of the area.
  expect((measureArea(square).value * 0.9999 ** 2) / 1_000_000).toBeCloseTo(1, 4);
});

it('refuses the grid of a zone the polygon is not in', () => {
  const far = measureGridArea(gridSquare(499_500), 'EPSG:5896');
  expect(far.ok ? [] : far.issues.map((fault) => fault.code)).toContain('coordinate-out-of-range');
});

it('carries an error bar only when the inputs state a precision', () => {
  const square = gridSquare(430_000);
  expect(measureArea(square).error).toBeNull();
  // Each of 4 corners moves the area by half its neighbours' distance √2 km: 2·1 m·√(4·(0.707 km)²) = 2828 m².
  expect(measureArea(square, { vertex_m: 1 }).error).toBeCloseTo(2828.4, -1.5);
  expect(measureArea(square, { rounding_m: 0.0005 }).error).toBeLessThan(1);
  expect(measureArea(square, { datum_m: 1 }).error).toBe(0);
});

it('measures length, distance and azimuth with their bars', () => {
  const start = [105.8, 22.1];
  const end = geodesicDirect(start, 90, 2000).position;
  const line = { type: 'LineString' as const, coordinates: [start, end] };
  const length = measureLength(line, { vertex_m: 10 });
  expect([length.value, length.error]).toEqual([expect.closeTo(2000, 6), expect.closeTo(20 * Math.SQRT2, 1)]);
  const aside = geodesicDirect(geodesicDirect(start, 90, 900).position, 0, 30).position;
  const distance = measureDistance(aside, line, {
    point: { vertex_m: 5, datum_m: 1 },
    line: { vertex_m: 10 },
  });
  expect([distance.value, distance.error]).toEqual([
    expect.closeTo(30, 3),
    expect.closeTo(2 * Math.hypot(5, 1, 10), 6),
  ]);
  const azimuth = measureAzimuth(start, end, { vertex_m: 10 });
  expect([azimuth.value, azimuth.error]).toEqual([expect.closeTo(90, 9), expect.closeTo(0.81, 2)]);
});
