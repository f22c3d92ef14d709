import type { Polygon, Position } from 'geojson';
import { expect, test } from 'vitest';
import { geodesicDirect } from '../../geodesy/geodesic.js';
import { loadGeometryKernel } from '../../geometry/kernel.js';
import { oneRule, told } from '../one-rule.fixture.js';
import { at, siteAt } from '../small-world.fixture.js';

const kernel = await loadGeometryKernel();
const metres = (east: number, northward: number): Position =>
  geodesicDirect(geodesicDirect(at(5, 5), 90, east).position, 0, northward).position;
const field = (w: number, s: number, e: number, n: number): Polygon => ({
  type: 'Polygon',
  coordinates: [[metres(w, s), metres(e, s), metres(e, n), metres(w, n), metres(w, s)]],
});
const licence = { layer: 'licences', id: 'GP-1', geometry: field(0, 0, 200, 200), properties: { name: '1/GP' }, error_m: 0 }; // biome-ignore format: one feature
const tier = (from_m2: number, below_m2: number | null, fine: object | null) => ({ from_m2, below_m2, fine });
const excess = oneRule(
  kernel,
  {
    kind: 'outside-licence',
    layer: 'licences',
    layer_error_m: 5,
    licence_property: 'licence',
    advice: {
      document: 'old-law',
      article: 'Điều 37',
      schedules: [
        {
          title: { vi: 'Khoáng sản tỉnh cấp phép', en: 'Minerals licensed by the province' },
          tiers: [
            tier(0, 1000, { from_vnd: 5_000_000, to_vnd: 10_000_000 }),
            tier(1000, 5000, { from_vnd: 50_000_000, to_vnd: 70_000_000 }),
            tier(5000, null, null),
          ],
        },
      ],
    },
  },
  { layers: [licence] },
);
/** Worked up to so many metres east of the licence, over 100 m: each metre is 100 m². */
const worked = (beyond_m: number, error_m: number) => {
  const site = siteAt('s', field(100, 50, 200 + beyond_m, 150), error_m);
  return excess({ ...site, properties: { licence: 'GP-1' } });
};
const advice = (found: ReturnType<typeof worked>) => found.flags[0]?.facts.find(({ name }) => name === 'advice_1')?.value; // biome-ignore format: one line

test('the excess and its tier, as advice', () => {
  const found = worked(20, 0.1);
  expect(told(found)).toBe('certain high');
  expect(found.flags[0]?.facts.find(({ name }) => name === 'excess_m2')?.value).toBeCloseTo(2000, -1);
  expect(advice(found)).toBe('Khoáng sản tỉnh cấp phép: từ 0,10 ha đến dưới 0,50 ha: 50–70 triệu đồng');
  expect(found.flags[0]?.reason.vi).toContain('Tham khảo, không phải kết luận (60/2010, Điều 37)');
});

test('a tier edge inside the error bar is said to be undetermined', () => {
  expect(advice(worked(10, 0.1))).toContain(
    'chưa xác định được, từ 0,0 m² đến dưới 0,10 ha: 5–10 triệu đồng hoặc',
  );
});

test('a tier nobody read says so', () => {
  expect(advice(worked(100, 0.1))).toBe('Khoáng sản tỉnh cấp phép: từ 0,50 ha: mức phạt chưa đọc được');
});

test('an excess inside its error bar is undetermined; none is none; without a licence nothing is said', () => {
  expect(told(worked(2, 5))).toBe('undetermined low');
  expect(told(worked(-10, 5))).toBe('not-met');
  expect(told(excess(siteAt('s', field(0, 0, 1, 1))))).toBe('no-data');
  expect(told(excess({ ...siteAt('s', field(0, 0, 1, 1)), properties: { licence: 'GP-2' } }))).toBe(
    'no-data',
  );
});
