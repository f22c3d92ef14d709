import { expect, it } from 'vitest';
import { crsDefinition, crsOfMeridian } from './lookup.js';
import { transformer, transformPoints } from './transformer.js';

function move(from: string, to: string, point: [number, number]): [number, number] {
  const through = transformer(from, to);
  if (!through.ok) throw new Error(JSON.stringify(through.issues));
  const moved = through.value.point(point);
  if (!moved.ok) throw new Error(JSON.stringify(moved.issues));
  return moved.value;
}

it('gives the golden control points to the millimetre', () => {
  const [e1, n1] = move('OGC:CRS84', 'EPSG:9213', [105.83, 22.15]);
  expect([e1, n1]).toEqual([expect.closeTo(430697.901, 3), expect.closeTo(2450426.934, 3)]);
  const [e2, n2] = move('EPSG:4326', '9213', [105.6, 22.16]);
  expect([e2, n2]).toEqual([expect.closeTo(406980.0795, 3), expect.closeTo(2451656.8044, 3)]);
});

it('names the replacement of a deprecated copy', () => {
  for (const [old, now] of [
    ['6956', '5896'],
    ['6957', '5897'],
    ['6958', '5898'],
    ['6959', '5899'],
  ]) {
    const found = crsDefinition(`EPSG:${old}`);
    expect(
      found.ok ? [] : found.issues.map((fault) => [fault.code, fault.message.en.includes(`EPSG:${now}`)]),
    ).toEqual([['crs-deprecated', true]]);
  }
});

it('finds a zone by its meridian and names the nearest where there is none', () => {
  const zone = crsOfMeridian('VN-2000', 106.5, 3);
  expect(zone.ok && zone.value.id).toBe('EPSG:9213');
  const none = crsOfMeridian('VN-2000', 106.6, 3);
  expect(none.ok ? '' : none.issues[0].hint?.en).toContain('106°30′ (EPSG:9213)');
});

it('gives an issue, not a number, out of the zone and for swapped axes', () => {
  const through = transformer('EPSG:9213', 'OGC:CRS84');
  if (!through.ok) throw new Error('no transformer');
  const swapped = transformPoints(through.value, [
    [430697.901, 2450426.934],
    [2450426.934, 430697.901],
    [Number.NaN, 1],
  ]);
  expect(swapped.ok ? [] : swapped.issues.map((fault) => [fault.code, ...fault.path])).toEqual([
    ['coordinate-out-of-range', 1],
    ['coordinate-not-finite', 2],
  ]);
  expect(swapped.ok ? '' : swapped.issues[0].hint?.en).toContain('swapped');
  expect(transformPoints(through.value, [[2450426.934, 430697.901]], 'x-north').ok).toBe(true);
  const far = transformer('OGC:CRS84', 'EPSG:9213');
  expect(far.ok && far.value.tryPoint([109.8, 12])).toBeUndefined();
});
