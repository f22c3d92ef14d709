import { expect, test } from 'vitest';
import { loadGeometryKernel } from '../../geometry/kernel.js';
import { oneRule, told } from '../one-rule.fixture.js';
import { point, siteAt } from '../small-world.fixture.js';

const kernel = await loadGeometryKernel();
const RULE = { kind: 'sighting-near', layers: ['incidents', 'equipment'], layer_error_m: 20, day_property: 'day', within_m: 2000, within_days: 90 }; // biome-ignore format: one rule
const seen = (layer: string, x: number, day: unknown) => ({
  layer,
  id: `${layer}-${x}`,
  geometry: point(x, 5),
  properties: { name: 'Máy xúc', day },
});
const site = siteAt('s', point(9, 5));
const ask = (sighting: object, extra: object = {}) =>
  oneRule(kernel, { ...RULE, ...extra }, { layers: [sighting as ReturnType<typeof seen>] });

test('near and not long ago: certain; the age or the distance may be open, or too much', () => {
  expect(told(ask(seen('equipment', 9.9, '2023-03-01'))(site))).toBe('certain high');
  expect(told(ask(seen('incidents', 9.9, '2022-03-01'))(site))).toBe('not-met');
  expect(told(ask(seen('incidents', 9.9, '2/2023'))(site))).toBe('undetermined low');
  expect(told(ask(seen('incidents', 5, '2023-03-01'))(site))).toBe('not-met');
  expect(told(ask(seen('incidents', 9.9, '2023-06-01'))(site))).toBe('not-met');
  expect(told(ask(seen('incidents', 9.9, 'hôm qua'))(site))).toBe('not-met');
});

test('no layer given is said, and one without features too', () => {
  expect(told(oneRule(kernel, RULE)(site))).toBe('no-data');
  expect(told(oneRule(kernel, RULE, { given: ['incidents'] })(site))).toBe('not-met');
});

test('only what was seen near a border, with the bodies of the other side', () => {
  const [flag] = ask(seen('equipment', 9.9, '2023-03-01'), { border_within_m: 1500 })(site).flags;
  expect(flag?.certainty).toBe('certain');
  expect(flag?.contact?.name.vi).toBe('UBND huyện Bình');
  expect(flag?.reason.vi).toContain('Ghi nhận ngày 2023-03-01, trước ngày hỏi 83 ngày.');
  expect(told(ask(seen('equipment', 8, '2023-03-01'), { border_within_m: 1500 })(site))).toBe('not-met');
  expect(told(ask(seen('equipment', 9.9, '2023-03-01'), { border_within_m: 100 })(site))).toBe(
    'undetermined low',
  );
});
