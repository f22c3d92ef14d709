import { describe, expect, it } from 'vitest';
import { parseLineage } from './lineage-table.js';
import { parseOfficialAreas, parseUnitList, withOfficialAreas } from './unit-lists.js';
import { splitUnitName } from './unit-name.js';

const FORMER = { id: '2023', validity: { from: null, to: null } };
const CURRENT = { id: '2025-07-01', validity: { from: null, to: null } };

const former = `province_code,province,district_code,district,commune_code,commune
06,Tỉnh Bắc Kạn,064,Huyện Chợ Đồn,02020,Thị trấn Bằng Lũng
06,Tỉnh Bắc Kạn,064,Huyện Chợ Đồn,02026,Xã Nam Cường
48,Thành phố Đà Nẵng,498,Huyện Hoàng Sa,,
`;

it('takes a name apart by its type, however its letters are cased', () => {
  expect(splitUnitName('Thành Phố Bắc Kạn')).toEqual({
    name: 'Thành phố Bắc Kạn',
    type: 'Thành phố',
    shortName: 'Bắc Kạn',
  });
  expect(splitUnitName('xã Thị Trấn Cũ'.normalize('NFD'))?.shortName).toBe('Thị Trấn Cũ');
  expect(splitUnitName('Chợ Đồn')).toBeUndefined();
});

describe('the official lists', () => {
  it('give each unit once, an island district without communes too', () => {
    const units = parseUnitList(former, FORMER, 'former');
    expect(
      units.ok && units.value.map(({ level, code, districtCode }) => [level, code, districtCode]),
    ).toEqual([
      ['province', '06', null],
      ['district', '064', null],
      ['commune', '02020', '064'],
      ['commune', '02026', '064'],
      ['province', '48', null],
      ['district', '498', null],
    ]);
  });

  it('leave out declared areas that are known to be wrong, and blanks', () => {
    const text = `province_code,province,commune_code,commune,area_km2_declared
96,Tỉnh Cà Mau,32000,Xã A,99999
19,Tỉnh Thái Nguyên,02020,Xã Chợ Đồn,142.1
19,Tỉnh Thái Nguyên,02026,Xã Nam Cường,
`;
    const units = parseUnitList(text, CURRENT, 'current', new Set(['96']));
    const areas = units.ok ? units.value.filter(({ level }) => level === 'commune') : [];
    expect(areas.map((unit) => unit.areaDeclared_m2)).toEqual([null, 142_100_000, null]);
  });

  it('name the row of a unit that lacks its type, and the columns that are missing', () => {
    const untyped = parseUnitList(former.replace('Xã Nam', 'Nam'), FORMER, 'former');
    expect(untyped.ok ? [] : untyped.issues.map(({ code, path }) => [code, ...path])).toEqual([
      ['unit-name-type', 'row', 3],
    ]);
    const short = parseUnitList('province_code,province\n06,Tỉnh Bắc Kạn\n', FORMER, 'former');
    expect(short.ok ? [] : short.issues.map(({ path }) => path.at(-1))).toEqual([
      'commune_code',
      'commune',
      'area_km2_declared',
    ]);
  });

  it('take the official area of the same code, level and vintage', () => {
    const units = parseUnitList(former, FORMER, 'former');
    const areas = parseOfficialAreas(
      'vintage,level,code,name,area_km2,source\n2023,district,064,Huyện Chợ Đồn,911.2,x\n2025-07-01,province,06,Khác,1,x\n',
      'areas',
    );
    if (!units.ok || !areas.ok) throw new Error('the samples are sound');
    const known = withOfficialAreas(units.value, areas.value).filter((unit) => unit.areaDeclared_m2 !== null);
    expect(known.map(({ code, areaDeclared_m2 }) => [code, areaDeclared_m2])).toEqual([['064', 911_200_000]]);
    const wrong = parseOfficialAreas(
      'vintage,level,code,name,area_km2,source\n2023,district,064,A,x,y\n',
      'areas',
    );
    expect(wrong.ok ? [] : wrong.issues.map(({ path }) => path)).toEqual([['row', 2, 'column', 'area_km2']]);
  });
});

describe('the lineage', () => {
  const header =
    'old_commune_code,old_commune,old_district_code,old_district,old_province_code,old_province,new_commune_code,new_commune,new_province_code,kind,new_code_in_geometry_if_different';
  const read = (...rows: string[]) =>
    parseLineage([header, ...rows].join('\n'), { from: '2023', to: '2025-07-01' }, 'lineage', [
      { number: '1683/NQ-UBTVQH15', subjects: ['22'] },
      { number: '1654–1687/NQ-UBTVQH15' },
    ]);

  it('takes the code of the list where the resolution has another, and an island district for itself', () => {
    const links = read(
      '06886,Xã Hải Lạng,199,Huyện Tiên Yên,22,Tỉnh Quảng Ninh,06970,Xã Ba Chẽ,22,partial,06978',
      ',Huyện Hoàng Sa,498,Huyện Hoàng Sa,48,Thành phố Đà Nẵng,20333,Đặc khu Hoàng Sa,48,full,',
    );
    expect(links.ok && links.value.map(({ from, to, kind }) => [from.code, to.code, kind])).toEqual([
      ['06886', '06978', 'partial'],
      ['498', '20333', 'full'],
    ]);
    expect(links.ok && links.value.map(({ madeBy }) => madeBy)).toEqual([
      { number: '1683/NQ-UBTVQH15', sure: true },
      { number: '1654–1687/NQ-UBTVQH15', sure: false },
    ]);
  });

  it('refuses a kind it does not know', () => {
    const links = read('06886,Xã A,199,Huyện B,22,Tỉnh C,06970,Xã D,22,some,');
    expect(links.ok ? [] : links.issues.map(({ code, path }) => [code, ...path])).toEqual([
      ['lineage-kind', 'row', 2, 'column', 'kind'],
    ]);
  });
});
