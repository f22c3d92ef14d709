import { expect, test } from 'vitest';
import { loadGeometryKernel } from '../../geometry/kernel.js';
import { oneRule, told } from '../one-rule.fixture.js';
import { box, day, point, siteAt, siteIn } from '../small-world.fixture.js';

const kernel = await loadGeometryKernel();
const BASE = { kind: 'overlaps-layer', layer: 'prohibited-areas', layer_error_m: 10 };
const forest = { layer: 'prohibited-areas', id: 'F1', geometry: box(1, 1, 3, 3), properties: { name: 'Rừng', ground: 'forest' } }; // biome-ignore format: one feature
const past = {
  ...forest,
  id: 'F0',
  geometry: box(6, 6, 7, 7),
  validity: { from: null, to: day('2020-01-01') },
};
const world = { layers: [forest, past, { ...forest, id: 'R', layer: 'roads' }] };
const ask = (extra: object = {}) => oneRule(kernel, { ...BASE, ...extra }, world);

test('any ground that is surely shared, with its area, share and error bar', () => {
  const half = ask()(siteAt('half', box(2, 1, 4, 2)));
  expect(told(half)).toBe('certain high');
  const fact = (name: string) => half.flags[0]?.facts.find((entry) => entry.name === name);
  expect(fact('share')?.value).toBeCloseTo(0.5, 3);
  // The common ground is 1 by 1 unit: about 4.3 km of outline, off by 15 m at the most.
  expect(fact('area_m2')?.error).toBeCloseTo(15 * 4278, -3);
  expect(half.flags[0]?.reason.vi).toMatch(/^[\d.,]+ ha \(50,0 %\) của half nằm trong Rừng\.$/);
});

test('a threshold inside the error bar is undetermined; below it the rule does not fire', () => {
  const site = siteAt('half', box(2, 1, 4, 2));
  expect(told(ask({ share_at_least: 0.4 })(site))).toBe('certain high');
  expect(told(ask({ share_at_least: 0.5 })(site))).toBe('undetermined low');
  expect(told(ask({ share_at_least: 0.6 })(site))).toBe('not-met');
  expect(told(ask({ area_at_least_m2: 1_000_000 })(site))).toBe('certain high');
  expect(told(ask({ area_at_least_m2: 1_140_000 })(site))).toBe('undetermined low');
  expect(told(ask({ area_at_least_m2: 2_000_000 })(site))).toBe('not-met');
});

test('points have no area to hold against hectares; the edge is undetermined', () => {
  expect(told(ask()(siteAt('p', point(2, 2))))).toBe('certain high');
  expect(told(ask()(siteAt('p', point(3.01, 2))))).toBe('undetermined low');
  expect(told(ask({ area_at_least_m2: 100 })(siteAt('p', point(2, 2))))).toBe('undetermined low');
});

test('communes make it possible; features chosen by property, day and layer', () => {
  expect(told(ask()(siteIn('c', ['11111', '2023'])))).toBe('possible medium');
  expect(told(ask()(siteAt('past', box(6, 6, 7, 7))))).toBe('not-met');
  const none = ask({ where: { property: 'ground', one_of: ['relic'] } })(siteAt('p', point(2, 2)));
  expect(told(none)).toBe('no-data');
  expect(none.why_not?.[0]?.reason.vi).toContain('prohibited-areas');
});
