import type { MultiPolygon } from 'geojson';
import { expect, test } from 'vitest';
import { loadGeometryKernel } from '../geometry/kernel.js';
import { groundShare } from './ground-share.js';
import { CURRENT, FORMER, link, unit } from './reform.fixture.js';
import { UnitRegistry } from './registry.js';
import { traceUnit } from './trace.js';

test('what became of a district is not what bears its name or a code of its', () => {
  const district = unit(FORMER, 'district', '064', 'Huyện Chợ Đồn');
  const oldTown = unit(FORMER, 'commune', '02020', 'Xã Bằng Lũng');
  const newCommune = unit(CURRENT, 'commune', '02020', 'Xã Chợ Đồn');
  const registry = new UnitRegistry({
    vintages: [FORMER, CURRENT],
    records: [district, oldTown, newCommune],
    lineage: [link('02020', '064', '06', '02020')],
  });
  const trace = traceUnit(registry, district, { share: () => 0.17 });
  expect(trace.became.map(({ unit: to, kind, share }) => [to.name, kind, share])).toEqual([
    ['Xã Chợ Đồn', 'whole', 0.17],
  ]);
  expect(trace.same_name.map(({ unit: to, kind }) => [to.name, kind])).toEqual([['Xã Chợ Đồn', null]]);
  expect(trace.same_code).toEqual([]);
  const back = traceUnit(registry, newCommune);
  expect(back.was.map(({ unit: from }) => from.name)).toEqual(['Xã Bằng Lũng']);
  expect(back.same_code.map(({ unit: other }) => other.name)).toEqual(['Xã Bằng Lũng']);
  expect(back.same_name.map(({ unit: other }) => other.name)).toEqual(['Huyện Chợ Đồn']);
  expect(traceUnit(registry, newCommune, { to: '2025-07-01' }).was).toEqual([]);
});

test('a share is of the first ground', async () => {
  const kernel = await loadGeometryKernel();
  const box = (west: number, east: number): MultiPolygon => ({
    type: 'MultiPolygon',
    coordinates: [
      [
        [
          [west, 22],
          [east, 22],
          [east, 22.001],
          [west, 22.001],
          [west, 22],
        ],
      ],
    ],
  });
  const share = (a: MultiPolygon, b: MultiPolygon): number => {
    const found = groundShare(kernel, a, b);
    return found.ok ? found.value : Number.NaN;
  };
  // The plane's straight edges against geodesics: 2e-6 at edges of 400 m.
  expect(share(box(105, 105.004), box(105.003, 105.01))).toBeCloseTo(0.25, 5);
  expect(share(box(105.003, 105.01), box(105, 105.004))).toBeCloseTo(1 / 7, 5);
  expect(share(box(105, 105.001), box(106, 106.001))).toBe(0);
});
