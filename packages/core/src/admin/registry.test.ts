import { expect, test } from 'vitest';
import { CURRENT, day, FORMER, link, unit } from './reform.fixture.js';
import { UnitRegistry } from './registry.js';
import { predecessors, sameCode, sameName, successors } from './succession.js';
import type { AdminUnit } from './unit.js';

const IN_2023 = day('2023-05-23');
const IN_2026 = day('2026-01-01');

const registry = new UnitRegistry({
  vintages: [FORMER, CURRENT],
  records: [
    unit(FORMER, 'province', '06', 'Tỉnh Bắc Kạn'),
    unit(FORMER, 'province', '19', 'Tỉnh Thái Nguyên', '19'),
    unit(FORMER, 'district', '058', 'Thành phố Bắc Kạn'),
    unit(FORMER, 'district', '063', 'Huyện Bạch Thông'),
    unit(FORMER, 'district', '064', 'Huyện Chợ Đồn'),
    unit(FORMER, 'commune', '02020', 'Thị trấn Bằng Lũng', '06', '064'),
    unit(FORMER, 'commune', '02059', 'Xã Đồng Thắng', '06', '064'),
    unit(FORMER, 'commune', '02014', 'Xã Dương Phong', '06', '063'),
    unit(FORMER, 'commune', '01981', 'Xã Sỹ Bình', '06', '063'),
    unit(FORMER, 'commune', '02101', 'Xã Hoà Mục', '06', '065'),
    unit(FORMER, 'commune', '02143', 'Xã Lương Thượng', '06', '066'),
    unit(FORMER, 'commune', '05665', 'Xã Văn Lăng', '19', '169'),
    unit(CURRENT, 'province', '19', 'Tỉnh Thái Nguyên', '19'),
    unit(CURRENT, 'commune', '02020', 'Xã Chợ Đồn', '19'),
    unit(CURRENT, 'commune', '02014', 'Xã Bạch Thông', '19'),
    unit(CURRENT, 'commune', '01843', 'Phường Bắc Kạn', '19'),
    unit(CURRENT, 'commune', '02143', 'Xã Văn Lang', '19'),
    unit(CURRENT, 'commune', '05665', 'Xã Văn Lăng', '19'),
    unit(CURRENT, 'commune', '30340', 'Xã Chợ Mới', '91'),
  ],
  lineage: [
    link('02020', '064', '06', '02020'),
    link('02059', '064', '06', '02014'),
    link('02014', '063', '06', '02014'),
    link('02143', '066', '06', '02143'),
    link('05665', '169', '19', '05665', 'partial'),
  ],
});

function code(name: string, options: Parameters<UnitRegistry['find']>[1]): string {
  const found = registry.find(name, options);
  return found.ok ? found.value.code : found.issues[0].code;
}

test('the day decides what a name means', () => {
  expect(code('Chợ Đồn', { asOf: IN_2023 })).toBe('064');
  expect(code('Chợ Đồn', { asOf: IN_2026 })).toBe('02020');
  expect(code('Chợ Đồn', {})).toBe('admin-unit-ambiguous');
  expect(code('Chợ Đồn', { asOf: day('2011-01-01') })).toBe('admin-vintage-unknown');
});

test('a level or a type in front decides between province, city and ward', () => {
  expect(code('Bắc Kạn', { asOf: IN_2023 })).toBe('admin-unit-ambiguous');
  expect(code('Bắc Kạn', { asOf: IN_2023, level: 'province' })).toBe('06');
  expect(code('TP. Bắc Kạn', { asOf: IN_2023 })).toBe('058');
  expect(code('tỉnh Bắc Kạn', { asOf: IN_2023 })).toBe('06');
  expect(code('Bắc Kạn', { asOf: IN_2026 })).toBe('01843');
  const both = registry.find('Bắc Kạn', { asOf: IN_2023 });
  expect(both.ok ? '' : both.issues[0].message.en).toBe(
    '"Bắc Kạn" may mean 2 units: Tỉnh Bắc Kạn (06, 2023); Thành phố Bắc Kạn (058, 2023).',
  );
});

test('spelling variants are one name: Unicode form, tone placement, i and y, case', () => {
  for (const text of ['Hòa Mục', 'Hoà Mục'.normalize('NFD'), 'HOÀ MỤC', 'xã hòa  mục'])
    expect(code(text, { asOf: IN_2023 })).toBe('02101');
  expect(code('Sĩ Bình', { asOf: IN_2023 })).toBe('01981');
});

test('ă is never a, but a name typed without marks is accepted when one unit has it', () => {
  expect(code('Văn Lang', { asOf: IN_2026 })).toBe('02143');
  expect(code('Văn Lăng', { asOf: IN_2026 })).toBe('05665');
  expect(code('Văn Lang', { asOf: IN_2023 })).toBe('admin-unit-name-unknown');
  expect(code('van lang', { asOf: IN_2026 })).toBe('admin-unit-ambiguous');
  expect(code('van lang', { asOf: IN_2023 })).toBe('05665');
  expect(code('huyen cho don', { asOf: IN_2023 })).toBe('064');
  const near = registry.find('Văn Lang', { asOf: IN_2023 });
  expect(near.ok ? '' : near.issues[0].hint?.vi).toContain('Xã Văn Lăng (05665, 2023)');
});

test('a parent or preferred provinces settle what occurs all over the country', () => {
  expect(code('Chợ Mới', { asOf: IN_2026, within: { code: '19', vintage: '2025-07-01' } })).toBe(
    'admin-unit-name-unknown',
  );
  expect(code('Chợ Mới', { asOf: IN_2026, preferProvinces: ['19'] })).toBe('30340');
  expect(code('van lang', { asOf: IN_2026, preferProvinces: ['06'] })).toBe('admin-unit-ambiguous');
});

test('what a unit became, what it was, what shares its name and its code', () => {
  const get = (unitCode: string, vintage: string): AdminUnit => {
    const found = registry.get(unitCode, vintage);
    if (found === undefined) throw new Error(unitCode);
    return found;
  };
  const choDon = get('064', '2023');
  expect(successors(registry, choDon).map(({ unit: to, kind }) => [to.code, kind])).toEqual([
    ['02014', 'mixed'],
    ['02020', 'whole'],
  ]);
  expect(successors(registry, get('06', '2023')).map(({ unit: to, kind }) => [to.name, kind])).toEqual([
    ['Tỉnh Thái Nguyên', 'mixed'],
  ]);
  expect(predecessors(registry, get('02014', CURRENT.id)).map(({ unit: from }) => from.name)).toEqual([
    'Xã Dương Phong',
    'Xã Đồng Thắng',
  ]);
  expect(predecessors(registry, get('05665', CURRENT.id))).toMatchObject([{ parts: 'partial' }]);
  expect(sameName(registry, choDon, CURRENT.id).map((other) => other.name)).toEqual(['Xã Chợ Đồn']);
  expect(sameCode(registry, get('02143', CURRENT.id), FORMER.id)?.name).toBe('Xã Lương Thượng');
});
