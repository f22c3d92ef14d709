import { expect, test } from 'vitest';
import { UnitRegistry } from '../admin/registry.js';
import type { AdminUnit } from '../admin/unit.js';
import { parseIsoDate } from '../units.js';
import type { Site } from './site.js';
import { placeOf } from './site-place.js';

const REFORM = parseIsoDate('2025-07-01') ?? null;
const OLD = { id: '2023', validity: { from: null, to: REFORM } };
const NEW = { id: '2025-07-01', validity: { from: REFORM, to: null } };

function unit(
  vintage: typeof OLD | typeof NEW,
  code: string,
  name: string,
  district: string | null,
): AdminUnit {
  return {
    vintage: vintage.id,
    validity: vintage.validity,
    level: code.length === 2 ? 'province' : code.length === 3 ? 'district' : 'commune',
    code,
    name,
    type: '',
    shortName: name,
    provinceCode: vintage === OLD ? '06' : '19',
    districtCode: district,
    areaDeclared_m2: null,
  };
}

const registry = new UnitRegistry({
  vintages: [OLD, NEW],
  records: [
    unit(OLD, '06', 'Tỉnh Bắc Kạn', null),
    unit(OLD, '065', 'Huyện Chợ Mới', null),
    unit(OLD, '02113', 'Xã Thanh Thịnh', '065'),
    unit(NEW, '19', 'Tỉnh Thái Nguyên', null),
    unit(NEW, '02107', 'Xã Thanh Thịnh', null),
  ],
  lineage: [
    {
      from: { code: '02113', name: 'Xã Thanh Thịnh', vintage: '2023' },
      fromDistrict: { code: '065', name: 'Huyện Chợ Mới' },
      fromProvince: { code: '06', name: 'Tỉnh Bắc Kạn' },
      to: { code: '02107', name: 'Xã Thanh Thịnh', vintage: '2025-07-01' },
      kind: 'full',
    },
  ],
});

function knownBy(code: string, vintage: string): Site {
  return {
    id: 'S',
    name: 'S',
    geometry: { type: 'Point', coordinates: [105.8, 21.9] },
    precision: { kind: 'communes', communes: [{ code, vintage, name: '' }] },
    activity: 'mining',
    mineral: null,
    areaDeclared_m2: null,
    decision: null,
    properties: {},
  };
}

test.each([
  ['an old commune today', '02113', '2023', '2025-07-01', ['02107'], [], ['19']],
  ['a new commune before the reform', '02107', '2025-07-01', '2023', ['02113'], ['065'], ['06']],
  ['a commune of the day itself', '02113', '2023', '2023', ['02113'], ['065'], ['06']],
])('%s', (_what, code, named, asked, communes, districts, provinces) => {
  const place = placeOf(registry, knownBy(code, named), asked, []);
  const codes = (units: readonly AdminUnit[]) => units.map((one) => one.code);
  expect([codes(place.communes), codes(place.districts), codes(place.provinces)]).toEqual([
    communes,
    districts,
    provinces,
  ]);
});
