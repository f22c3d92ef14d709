import { expect, test } from 'vitest';
import { type IsoDate, parseIsoDate } from '../units.js';
import type { LineageLink } from './lineage.js';
import { UnitRegistry } from './registry.js';
import { predecessors, sameCode, sameName, successors } from './succession.js';
import type { AdminLevel, AdminUnit } from './unit.js';

function day(text: string): IsoDate {
  const parsed = parseIsoDate(text);
  if (parsed === undefined) throw new Error(text);
  return parsed;
}

const REFORM = day('2025-07-01');
const OLD = { id: '2023', validity: { from: day('2020-03-01'), to: REFORM } };
const NEW = { id: '2025-07-01', validity: { from: REFORM, to: null } };
const IN_2023 = day('2023-05-23');
const IN_2026 = day('2026-01-01');

function unit(
  vintage: typeof OLD | typeof NEW,
  level: AdminLevel,
  code: string,
  name: string,
  province = '06',
  district: string | null = null,
): AdminUnit {
  const [, type = '', shortName = ''] = /^(Thành phố|Thị trấn|\S+) (.*)$/u.exec(name) ?? [];
  return {
    vintage: vintage.id,
    validity: vintage.validity,
    level,
    code,
    name,
    type,
    shortName,
    provinceCode: province,
    districtCode: district,
    areaDeclared_m2: null,
  };
}

function link(code: string, district: string, to: string, kind: 'full' | 'partial' = 'full'): LineageLink {
  return {
    from: { code, name: code, vintage: '2023' },
    fromDistrict: { code: district, name: district },
    fromProvince: { code: district === '169' ? '19' : '06', name: '' },
    to: { code: to, name: to, vintage: '2025-07-01' },
    kind,
  };
}

const registry = new UnitRegistry({
  vintages: [OLD, NEW],
  records: [
    unit(OLD, 'province', '06', 'Tỉnh Bắc Kạn'),
    unit(OLD, 'province', '19', 'Tỉnh Thái Nguyên', '19'),
    unit(OLD, 'district', '058', 'Thành phố Bắc Kạn'),
    unit(OLD, 'district', '063', 'Huyện Bạch Thông'),
    unit(OLD, 'district', '064', 'Huyện Chợ Đồn'),
    unit(OLD, 'commune', '02020', 'Thị trấn Bằng Lũng', '06', '064'),
    unit(OLD, 'commune', '02059', 'Xã Đồng Thắng', '06', '064'),
    unit(OLD, 'commune', '02014', 'Xã Dương Phong', '06', '063'),
    unit(OLD, 'commune', '01981', 'Xã Sỹ Bình', '06', '063'),
    unit(OLD, 'commune', '02101', 'Xã Hoà Mục', '06', '065'),
    unit(OLD, 'commune', '02143', 'Xã Lương Thượng', '06', '066'),
    unit(OLD, 'commune', '05665', 'Xã Văn Lăng', '19', '169'),
    unit(NEW, 'province', '19', 'Tỉnh Thái Nguyên', '19'),
    unit(NEW, 'commune', '02020', 'Xã Chợ Đồn', '19'),
    unit(NEW, 'commune', '02014', 'Xã Bạch Thông', '19'),
    unit(NEW, 'commune', '01843', 'Phường Bắc Kạn', '19'),
    unit(NEW, 'commune', '02143', 'Xã Văn Lang', '19'),
    unit(NEW, 'commune', '05665', 'Xã Văn Lăng', '19'),
    unit(NEW, 'commune', '30340', 'Xã Chợ Mới', '91'),
  ],
  lineage: [
    link('02020', '064', '02020'),
    link('02059', '064', '02014'),
    link('02014', '063', '02014'),
    link('02143', '066', '02143'),
    link('05665', '169', '05665', 'partial'),
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
  expect(predecessors(registry, get('02014', NEW.id)).map(({ unit: from }) => from.name)).toEqual([
    'Xã Dương Phong',
    'Xã Đồng Thắng',
  ]);
  expect(predecessors(registry, get('05665', NEW.id))).toMatchObject([{ parts: 'partial' }]);
  expect(sameName(registry, choDon, NEW.id).map((other) => other.name)).toEqual(['Xã Chợ Đồn']);
  expect(sameCode(registry, get('02143', NEW.id), OLD.id)?.name).toBe('Xã Lương Thượng');
});
