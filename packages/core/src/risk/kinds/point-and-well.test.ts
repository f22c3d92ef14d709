import { expect, test } from 'vitest';
import { loadGeometryKernel } from '../../geometry/kernel.js';
import { oneRule, told } from '../one-rule.fixture.js';
import type { Site } from '../site.js';
import { box, point, siteAt } from '../small-world.fixture.js';

const kernel = await loadGeometryKernel();

test('a mineral point without a licence, in a border commune', () => {
  const rule = oneRule(kernel, {
    kind: 'unlicensed-mineral-point',
    minerals: ['vàng', 'placer'],
    licence_property: 'licence',
  });
  const on = (mineral: string | null, licence: unknown, x = 9): string => {
    const known = mineral === null ? null : { vi: mineral, en: mineral };
    return told(rule({ ...siteAt('s', point(x, 5)), mineral: known, properties: { licence } }, '2026-01-01'));
  };
  expect(on('Vàng gốc', 'không')).toBe('certain high');
  expect(on('Vàng gốc', undefined)).toBe('possible medium');
  expect(on('Vàng gốc', '12/GP-UBND')).toBe('not-met');
  expect(on('placer gold', false)).toBe('certain high');
  expect(on('khoáng vật', undefined)).toBe('not-met');
  expect(on('Vàng gốc', 'không', 2)).toBe('not-met');
  expect(on(null, 'không')).toBe('no-data');
});

test('a new well where piped water exists', () => {
  const piped = { layer: 'piped-water', id: 'P', geometry: box(1, 1, 4, 4), properties: {} };
  const RULE = { kind: 'new-well-where-piped-water', layer: 'piped-water', layer_error_m: 10, day_property: 'made', since: '2021-10-09' }; // biome-ignore format: one rule
  const rule = oneRule(kernel, RULE, { layers: [piped] });
  const well = (made: unknown, x = 2, activity: Site['activity'] = 'groundwater'): Site => ({
    ...siteAt('s', point(x, 2)),
    activity,
    properties: { made },
  });
  expect(told(rule(well('2022-01-01')))).toBe('certain high');
  expect(told(rule(well('2021')))).toBe('possible medium');
  expect(told(rule(well(undefined)))).toBe('possible medium');
  expect(told(rule(well('2020-05-01')))).toBe('not-met');
  expect(told(rule(well('2022-01-01', 6)))).toBe('not-met');
  expect(told(rule(well('2022-01-01', 2, 'mining')))).toBe('not-met');
  expect(told(rule(well('2022-01-01', 2, 'unknown')))).toBe('no-data');
  expect(told(oneRule(kernel, RULE)(well('2022-01-01')))).toBe('no-data');
});
