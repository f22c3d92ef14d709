import { expect, test } from 'vitest';
import { loadGeometryKernel } from '../../geometry/kernel.js';
import { oneRule, told } from '../one-rule.fixture.js';
import type { Site } from '../site.js';
import { box, point, siteAt } from '../small-world.fixture.js';

const kernel = await loadGeometryKernel();
const BASE = { kind: 'levelling-in', activities: ['levelling'] };
const mine = { layer: 'mineral-areas', id: 'M', geometry: box(1, 1, 3, 3), properties: {} };
const inMine = oneRule(
  kernel,
  { ...BASE, ground: { type: 'layer', layer: 'mineral-areas', layer_error_m: 10 } },
  { layers: [mine] },
);
const inBand = oneRule(kernel, { ...BASE, ground: { type: 'border-band', within_m: 500 } });
const doing = (activity: Site['activity'], site: Site): Site => ({ ...site, activity });

test('only levelling sites are asked about, in a layer', () => {
  const place = siteAt('s', point(2, 2));
  expect(told(inMine(doing('levelling', place)))).toBe('certain high');
  expect(told(inMine(doing('mining', place)))).toBe('not-met');
  expect(told(inMine(doing('unknown', place)))).toBe('no-data');
  expect(told(inMine(doing('levelling', siteAt('s', point(5, 5)))))).toBe('not-met');
});

test('or in a band along a border, with the other side’s bodies', () => {
  const found = inBand(doing('levelling', siteAt('s', point(9.9, 5))));
  expect(told(found)).toBe('certain high');
  expect(found.flags[0]?.reason.vi).toContain('Hoạt động: san ủi mặt bằng.');
  expect(found.flags[0]?.bodies.map(({ side }) => side)).toContain('neighbour');
  expect(told(inBand(doing('levelling', siteAt('s', point(9.5, 5)))))).toBe('undetermined low');
  expect(told(inBand(doing('levelling', siteAt('s', point(9, 5)))))).toBe('not-met');
});
