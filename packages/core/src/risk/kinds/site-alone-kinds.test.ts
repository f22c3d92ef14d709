import { expect, test } from 'vitest';
import { geodesicArea_m2 } from '../../geodesy/area.js';
import { loadGeometryKernel } from '../../geometry/kernel.js';
import { oneRule, told } from '../one-rule.fixture.js';
import { box, point, siteAt, siteIn } from '../small-world.fixture.js';
import { writtenDay } from './written-day.js';

const kernel = await loadGeometryKernel();

test('dates as people write them', () => {
  expect(writtenDay('23/5/2023')).toEqual({ first: '2023-05-23', last: '2023-05-23' });
  expect(writtenDay('2024-02')).toEqual({ first: '2024-02-01', last: '2024-02-29' });
  expect(writtenDay('12/2023')).toEqual({ first: '2023-12-01', last: '2023-12-31' });
  expect(writtenDay('2023')).toEqual({ first: '2023-01-01', last: '2023-12-31' });
  for (const text of ['30/2/2023', 'năm 2023', '2023-13', '']) expect(writtenDay(text)).toBeUndefined();
});

test('not valid at the date: over, not begun, open, valid, not stated', () => {
  const valid = oneRule(kernel, {
    kind: 'not-valid-at-date',
    first_day_property: 'from',
    last_day_property: 'to',
  });
  const on = (asOf: string, properties: object) => told(valid({ ...siteAt('s', point(2, 2)), properties: { ...properties } }, asOf)); // biome-ignore format: one line
  expect(on('2023-05-24', { to: '23/5/2023' })).toBe('certain high');
  expect(on('2023-05-23', { to: '23/5/2023' })).toBe('not-met');
  expect(on('2023-05-23', { from: '2023-06-01', to: '2030' })).toBe('certain high');
  expect(on('2023-05-23', { to: 2023 })).toBe('undetermined low');
  expect(on('2023-05-23', { from: '2020', to: '2024' })).toBe('not-met');
  expect(on('2023-05-23', {})).toBe('no-data');
  expect(on('2023-05-23', { to: 'vô thời hạn' })).toBe('no-data');
});

test('declared and computed area differ, outside or inside the error bar', () => {
  const differ = oneRule(kernel, { kind: 'areas-differ', by_share: 0.1 });
  const shape = box(2, 2, 3, 3);
  const declared = (part: number, error_m: number) => told(differ({ ...siteAt('s', shape, error_m), areaDeclared_m2: part * geodesicArea_m2(shape) })); // biome-ignore format: one line
  expect(declared(1 / 1.2, 1)).toBe('certain high');
  expect(declared(1 / 1.102, 1)).toBe('undetermined low');
  expect(declared(1 / 1.05, 1)).toBe('not-met');
  expect(declared(1 / 1.05, 30)).toBe('undetermined low');
  expect(told(differ(siteAt('s', shape)))).toBe('no-data');
  expect(told(differ({ ...siteAt('s', point(2, 2)), areaDeclared_m2: 10 }))).toBe('no-data');
});

test('position undetermined: by communes, by its error, by the side of the border', () => {
  const unsure = oneRule(kernel, { kind: 'position-undetermined', error_at_least_m: 100 });
  expect(told(unsure(siteIn('c', ['11111', '2023'])))).toBe('certain high');
  expect(told(unsure(siteAt('s', point(2, 2), 100)))).toBe('certain high');
  expect(unsure(siteAt('s', point(9.99, 5))).flags[0]?.reason.vi).toBe(
    's nằm sát ranh giới trong phạm vi sai số: chưa xác định được thuộc Tỉnh Đông, Tỉnh Bắc.',
  );
  expect(told(unsure(siteAt('s', point(2, 2))))).toBe('not-met');
});
