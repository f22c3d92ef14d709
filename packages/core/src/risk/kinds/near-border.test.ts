import { expect, test } from 'vitest';
import { geodesicDirect } from '../../geodesy/geodesic.js';
import { loadGeometryKernel } from '../../geometry/kernel.js';
import type { Flag } from '../flag.js';
import { flagSites } from '../flag-sites.js';
import type { Site } from '../site.js';
import { at, day, point, siteAt, siteIn, smallContext } from '../small-world.fixture.js';

const context = smallContext(await loadGeometryKernel());

function rings(site: Site): readonly Flag[] {
  const flagged = flagSites([site], context, { asOf: day('2023-05-23') });
  if (!flagged.ok) throw new Error(flagged.issues[0].message.en);
  return flagged.value[0]?.flags.filter((flag) => flag.rule.startsWith('ring')) ?? [];
}
/** So many metres west of the border, halfway up. */
function west(id: string, distance_m: number, error_m = 5): Site {
  const { position } = geodesicDirect(at(10, 5), 270, distance_m);
  return siteAt(id, { type: 'Point', coordinates: position }, error_m);
}
const told = (site: Site) =>
  rings(site).map(({ rule, certainty, level }) => [rule, certainty, level].join(' '));

test('the ring a distance lies in, outside the error bar of 35 m', () => {
  expect(told(west('a', 100))).toEqual(['ring-500 certain high']);
  expect(told(west('b', 464))).toEqual(['ring-500 certain high']);
  expect(told(west('c', 536))).toEqual(['ring-1000 certain medium']);
  expect(told(west('d', 964))).toEqual(['ring-1000 certain medium']);
  expect(told(west('e', 1036))).toEqual([]);
});

test('a limit inside the error bar is undetermined, and the innermost ring speaks for all', () => {
  expect(told(west('f', 490))).toEqual(['ring-500 undetermined medium']);
  expect(told(west('g', 510))).toEqual(['ring-500 undetermined medium']);
  expect(told(west('h', 1020))).toEqual(['ring-1000 undetermined low']);
  expect(told(west('i', 700, 2000))).toEqual(['ring-500 undetermined medium']);
});

test('the other side of the border counts too; the ground beyond its ends does not', () => {
  expect(told(siteAt('j', point(10.2, 5)))).toEqual(['ring-500 certain high']);
  expect(told(siteAt('k', point(10, 10.3)))).toEqual([]);
});

test('a site known by its commune is possibly in a ring, with the distances of its ground', () => {
  const [flag, ...more] = rings(siteIn('l', ['44444', '2023']));
  expect(more).toEqual([]);
  expect(flag).toMatchObject({ rule: 'ring-500', certainty: 'possible', level: 'medium' });
  const fact = (name: string) => flag?.facts.find((entry) => entry.name === name);
  expect(fact('distance_min_m')?.value).toBe(0);
  // Three units of 0.01° of longitude at 22.1° N.
  expect(fact('distance_max_m')?.value).toBeCloseTo(3095, -1);
  expect(flag?.reason.vi).toBe(
    'l chỉ biết theo xã; vùng đất chứa các xã đó cách đường giáp ranh Bắc – Đông từ 0 m đến 3,10 km, nên khu vực có thể ở trong dải không quá 500 m.',
  );
  expect(rings(siteIn('m', ['11111', '2023']))).toEqual([]);
});

test('figures carry unit, method and error bar', () => {
  const [flag] = rings(west('n', 100));
  expect(flag?.facts[0]).toEqual({
    name: 'distance_m',
    title: { vi: 'Khoảng cách đến đường giáp ranh', en: 'Distance to the border' },
    value: 100,
    unit: 'm',
    error: 35,
    method: 'shortest distance on the WGS 84 ellipsoid',
  });
});
