import type { Geometry } from 'geojson';
import { expect, test } from 'vitest';
import { loadGeometryKernel } from '../geometry/kernel.js';
import { borderPlace } from './border-place.js';
import { at, box, day, point, smallContext } from './small-world.fixture.js';

const context = smallContext(await loadGeometryKernel());

function placed(place: Geometry, error_m?: number) {
  const found = borderPlace(context, place, day('2026-01-01'), error_m);
  if (!found.ok) throw new Error(found.issues[0].message.en);
  return found.value;
}

test('each bank has its unit, and the bodies of both sides are told', () => {
  const own = placed(point(9.5, 5));
  expect(own).toMatchObject({
    bank: 'own',
    unit: { code: '01981' },
    province: { code: '19' },
    contact: { pair: '19-04', other: { code: '01273' } },
  });
  expect(own.contact?.other_bodies.map(({ name }) => name.vi)).toContain('UBND xã Bình');
  expect(placed(point(10.5, 5))).toMatchObject({
    bank: 'other',
    unit: { code: '01273' },
    province: { code: '04' },
  });
});

test('the bank is open where the line is nearer than the error bars; what crosses is on both', () => {
  // The line is drawn to 30 m; 0.0002° of longitude are 21 m.
  expect(placed(point(9.98, 5)).bank).toBeNull();
  expect(placed(point(9.9, 5)).bank).toBe('own');
  expect(placed(point(9.9, 5), 200).bank).toBeNull();
  expect(placed(box(9, 5, 11, 6)).bank).toBe('both');
  expect(placed({ type: 'LineString', coordinates: [at(8, 5), at(9, 5)] }).bank).toBe('own');
});

test('outside all units nothing is told but the nearest border', () => {
  expect(placed(point(50, 50))).toMatchObject({ bank: null, unit: null, province: null });
});
