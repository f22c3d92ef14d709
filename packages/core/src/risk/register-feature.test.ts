import { expect, test } from 'vitest';
import type { LayerFeature } from '../feature.js';
import { loadGeometryKernel } from '../geometry/kernel.js';
import { asContextFeature, permitSite } from './register-feature.js';
import { point, smallContext } from './small-world.fixture.js';

const { registry } = smallContext(await loadGeometryKernel());

function record(layer: LayerFeature['layer'], properties: LayerFeature['properties']): LayerFeature {
  return { layer, id: 'r', geometry: point(9.9, 5), properties, validity: { from: null, to: null } };
}

test('a record tells its day, its unit and a name in the words that rules ask by', () => {
  const incident = record('incidents', { kind: 'san gạt', happened_on: '2026-01-02', unit_code: '01981' });
  expect(asContextFeature(incident, registry).properties).toMatchObject({
    day: '2026-01-02',
    commune_code: '01981',
    name: 'Vụ việc: San gạt trái phép',
  });
  const seen = record('equipment', { kind: 'máy khoan', seen_on: '2026-01-03' });
  expect(asContextFeature(seen, registry).properties).toMatchObject({
    day: '2026-01-03',
    name: 'Phương tiện, tàu thuyền ghi nhận: máy khoan',
  });
  const area = record('prohibited-areas', { name: 'Rừng đặc dụng' });
  expect(asContextFeature(area, registry).properties).toEqual({ name: 'Rừng đặc dụng' });
});

test('a unit of another vintage than the day of the record is left to the place', () => {
  const of = (unit_code: string, inspected_on: string) =>
    asContextFeature(record('inspections', { unit_code, inspected_on }), registry).properties['commune_code'];
  expect(of('2025-07-01:01981', '2026-01-02')).toBe('01981');
  expect(of('2023:064', '2024-01-02')).toBe('064');
  expect(of('2023:064', '2026-01-02')).toBeUndefined();
});

test('a permit is judged as a levelling site', () => {
  expect(permitSite(record('levelling-permits', { number: '12/GP' }))).toMatchObject({
    id: 'levelling-permits:r',
    name: '12/GP',
    activity: 'levelling',
    precision: { kind: 'position' },
  });
});
