import type { UnitIndexEntry } from '@giapranh/core';
import { describe, expect, it } from 'vitest';
import { find } from './find.js';
import type { Corpus } from './hit.js';

function unit(name: string, vintage: string, level: UnitIndexEntry['level'], code: string): UnitIndexEntry {
  return { name, vintage, level, code, within: [], box: [105, 22, 106, 23], drawn: true, now: [] };
}

const CORPUS: Corpus = {
  units: [
    unit('Xã Chợ Đồn', '2025-07-01', 'commune', '02020'),
    unit('Xã Văn Lang', '2025-07-01', 'commune', '02155'),
    unit('Xã Văn Lăng', '2025-07-01', 'commune', '05638'),
    unit('Huyện Chợ Đồn', '2023', 'district', '064'),
    unit('Xã Hòa Mục', '2023', 'commune', '02113'),
  ],
  sites: [],
  documents: [],
  crs: ['EPSG:9213'],
  view: [105, 21, 107, 23],
};

const names = (asked: string) =>
  find(asked, CORPUS).map((hit) => (hit.kind === 'unit' ? hit.unit.name : hit.kind));

describe('find', () => {
  it.each([
    ['cho don', ['Xã Chợ Đồn', 'Huyện Chợ Đồn']],
    ['Chợ Đồn', ['Xã Chợ Đồn', 'Huyện Chợ Đồn']],
    ['huyen cho don', ['Huyện Chợ Đồn']],
    ['huyện Chợ Đồn', ['Huyện Chợ Đồn']],
    ['van lang', ['Xã Văn Lang', 'Xã Văn Lăng']],
    ['Văn Lang', ['Xã Văn Lang']],
    ['Hoà Mục', ['Xã Hòa Mục']],
    ['don', ['Xã Chợ Đồn', 'Huyện Chợ Đồn']],
    ['', []],
    ['không có', []],
  ])('%s', (asked, expected) => {
    expect(names(asked)).toEqual(expected);
  });

  it('reads coordinates, and says how', () => {
    const [hit, ...others] = find('2499067,549 417804,320 KTT 106°30′', CORPUS);
    expect(others).toEqual([]);
    expect(hit?.kind === 'spot' ? hit.reading.how.vi : '').toContain('KTT 106°30′');
  });
});
