import { expect, test } from 'vitest';
import { loadGeometryKernel } from '../../geometry/kernel.js';
import { oneRule, told } from '../one-rule.fixture.js';
import { point, siteAt, siteIn } from '../small-world.fixture.js';

const kernel = await loadGeometryKernel();
const RULE = { kind: 'border-commune-unchecked', layer: 'inspections', day_property: 'day', commune_property: 'commune', after_days: 60 }; // biome-ignore format: one rule
const check = (properties: object, x = 9) => ({
  layer: 'inspections',
  id: `i${JSON.stringify(properties)}`,
  geometry: point(x, 5),
  properties: { ...properties },
});
const ask = (...layers: ReturnType<typeof check>[]) =>
  oneRule(kernel, RULE, { layers, given: ['inspections'] });
const onBorder = siteAt('s', point(9, 5));
const LATER = '2026-01-01';

test('days since the last check of the commune: by its place, or by its code in the vintage of the day', () => {
  expect(told(ask(check({ day: '2025-12-01' }))(onBorder, LATER))).toBe('not-met');
  expect(told(ask(check({ day: '2025-10-01' }))(onBorder, LATER))).toBe('certain high');
  expect(told(ask(check({ day: '2025-12-01', commune: '01981' }, 1))(onBorder, LATER))).toBe('not-met');
  expect(told(ask(check({ day: '2025-12-01', commune: '02020' }))(onBorder, LATER))).toBe('certain high');
  expect(told(ask(check({ day: '11/2025' }))(onBorder, LATER))).toBe('undetermined low');
  const old = ask(check({ day: '2024-10-01', commune: '44444' }))(onBorder, LATER);
  expect(old.flags[0]?.reason.vi).toContain('lần kiểm tra cuối ngày 2024-10-01, cách ngày hỏi 457 ngày');
  expect(old.flags[0]?.contact?.name.vi).toBe('UBND xã Bình');
});

test('never checked, no layer, not on a border, and a district where communes are not drawn', () => {
  expect(ask()(onBorder, LATER).flags[0]?.reason.en).toContain('no check in the data at hand');
  expect(told(oneRule(kernel, RULE)(onBorder, LATER))).toBe('no-data');
  expect(told(ask()(siteAt('s', point(2, 5)), LATER))).toBe('not-met');
  expect(told(ask()(onBorder, '2023-05-23'))).toBe('possible medium');
  expect(told(ask()(siteIn('c', ['44444', '2023']), '2023-05-23'))).toBe('possible medium');
  expect(told(ask()(siteIn('c', ['11111', '2023']), '2023-05-23'))).toBe('not-met');
  expect(told(ask()(siteAt('far', point(50, 50)), LATER))).toBe('no-data');
});
