import type { LineString } from 'geojson';
import { expect, test } from 'vitest';
import { geodesicDirect } from '../../geodesy/geodesic.js';
import { loadGeometryKernel } from '../../geometry/kernel.js';
import { oneRule, told } from '../one-rule.fixture.js';
import { at, siteAt, siteIn } from '../small-world.fixture.js';

const kernel = await loadGeometryKernel();
const north = (distance_m: number, error_m = 5) => {
  const { position } = geodesicDirect(at(5, 5), 0, distance_m);
  return siteAt('s', { type: 'Point', coordinates: position }, error_m);
};

test('near a place that the rule names: certain, undetermined or not', () => {
  const [lon = 0, lat = 0] = at(5, 5);
  const places = [
    {
      id: 'b',
      name: { vi: 'Bãi rác', en: 'Landfill' },
      position: { type: 'point', at: [lon, lat], error_m: 20 },
      seen: 'test',
    },
  ];
  const near = oneRule(kernel, { kind: 'near-named-site', within_m: 1000, places });
  expect([900, 1010, 1100].map((distance_m) => told(near(north(distance_m))))).toEqual([
    'certain high',
    'undetermined low',
    'not-met',
  ]);
  expect(near(north(900)).flags[0]?.reason.vi).toBe(
    's cách Bãi rác 900 m (sai số ±25 m), không quá 1,00 km.',
  );
  expect(told(near(siteIn('c', ['33333', '2023'])))).toBe('possible medium');
});

test('in a corridor, measured from the edge of an assumed width that is shown', () => {
  const line: LineString = { type: 'LineString', coordinates: [at(4, 5), at(5, 5), at(6, 5)] };
  const road = {
    layer: 'roads',
    id: 'R',
    geometry: line,
    properties: { name: 'QL3', class: 'II' },
    error_m: 3,
  };
  const rule = {
    kind: 'in-corridor',
    layer: 'roads',
    layer_error_m: 20,
    where: { property: 'class', one_of: ['I', 'II'] },
    distance_m: 17,
    measured_from: { vi: 'mép đất của đường bộ', en: 'edge of road land' },
    assumed_half_width_m: 10,
    half_width_error_m: 2,
  };
  const corridor = oneRule(kernel, rule, { layers: [road] });
  // 17 m from the edge is 27 m from the line; the bars of site, line and width are 1, 3 and 2 m.
  expect([20, 27, 32, 34].map((distance_m) => told(corridor(north(distance_m, 1))))).toEqual([
    'certain high',
    'undetermined low',
    'undetermined low',
    'not-met',
  ]);
  const [flag] = corridor(north(20, 1)).flags;
  expect(flag?.facts.map(({ name, value }) => [name, value])).toEqual([
    ['distance_m', 10],
    ['within_m', 17],
    ['object', 'QL3 (R)'],
    ['line_distance_m', 20],
    ['measured_from', 'mép đất của đường bộ'],
    ['assumed_half_width_m', 10],
  ]);
  expect(told(corridor(siteIn('c', ['33333', '2023'])))).toBe('no-data');
  const other = oneRule(kernel, { ...rule, where: { property: 'class', one_of: ['V'] } }, { layers: [road] });
  expect(told(other(north(20, 1)))).toBe('no-data');
});
