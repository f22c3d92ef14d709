import { expect, test } from 'vitest';
import { geodesicArea_m2 } from '../geodesy/area.js';
import { loadGeometryKernel } from '../geometry/kernel.js';
import type { WatchList } from '../profile.js';
import { box, smallContext } from './small-world.fixture.js';
import { watchAreas } from './watch-area.js';

const kernel = await loadGeometryKernel();

function areas(mixed: WatchList['mixed'], vintage = '2025-07-01') {
  const ground = smallContext(kernel, mixed).ground(vintage);
  if (!ground.ok) throw new Error(ground.issues[0].message.en);
  return ground;
}
const told = (mixed: WatchList['mixed'], vintage?: string) =>
  areas(mixed, vintage).value.watch.map(({ unit, inheritance, share }) => [unit.code, inheritance, share?.toFixed(2)].join(' ')); // biome-ignore format: a list

test('in its own vintage a list is what the document names', () => {
  expect(told('all', '2023')).toEqual(['064 named 1.00']);
});

test('successors made of watched ground only are whole, others follow the policy', () => {
  expect(told('all')).toEqual(['02014 mixed 0.25', '02020 whole 1.00']);
  expect(told('by-area')).toEqual(['02020 whole 1.00']);
  expect(areas('by-area').notes.map((note) => note.code)).toContain('watch-unit-left-out');
  expect(told('old-part-only')).toEqual(['02014 mixed 0.25', '02020 whole 1.00']);
});

test('the old part alone adds up to the ground that was named', () => {
  const total_m2 = areas('old-part-only').value.watch.reduce((sum, area) => sum + area.area_m2, 0);
  const named_m2 = areas('all', '2023').value.watch[0]?.area_m2 ?? 0;
  expect(Math.abs(total_m2 - named_m2)).toBeLessThan(1);
  const whole_m2 = areas('all').value.watch.reduce((sum, area) => sum + area.area_m2, 0);
  expect(whole_m2).toBeCloseTo(geodesicArea_m2(box(0, 0, 7, 10)), -5);
});

test('a unit the lists do not know, or that is not drawn, is named', () => {
  const context = smallContext(kernel);
  const [list] = context.profile.watchLists;
  if (list === undefined) throw new Error('no list');
  const strange = { ...list, units: [...list.units, { code: '999', name: 'Huyện Lạ' }] };
  const found = watchAreas(kernel, context.registry, strange, {
    vintage: '2023',
    drawing: 'communes-2025',
    units: [],
  });
  expect(found).toMatchObject({ ok: true, value: [] });
  expect(found.ok ? found.notes.map((note) => note.code) : []).toEqual([
    'watch-unit-unknown',
    'watch-unit-not-drawn',
  ]);
});
