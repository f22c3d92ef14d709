import { type IsoDate, parseIsoDate } from '../units.js';
import type { LineageLink } from './lineage.js';
import type { AdminLevel, AdminUnit, Vintage } from './unit.js';

export function day(text: string): IsoDate {
  const parsed = parseIsoDate(text);
  if (parsed === undefined) throw new Error(`not a day: ${text}`);
  return parsed;
}

const REFORM = day('2025-07-01');
export const FORMER: Vintage = { id: '2023', validity: { from: day('2020-03-01'), to: REFORM } };
export const CURRENT: Vintage = { id: '2025-07-01', validity: { from: REFORM, to: null } };

/** A unit of the register, in Bắc Kạn (06) unless said otherwise. */
export function unit(
  vintage: Vintage,
  level: AdminLevel,
  code: string,
  name: string,
  provinceCode = '06',
  districtCode: string | null = null,
): AdminUnit {
  const [, type = '', shortName = ''] = /^(Thành phố|Thị trấn|\S+) (.*)$/u.exec(name) ?? [];
  const named = { code, name, type, shortName, provinceCode, districtCode, areaDeclared_m2: null };
  return { ...named, vintage: vintage.id, validity: vintage.validity, level };
}

/** A former commune whose ground went into a current one. */
export function link(
  code: string,
  district: string,
  province: string,
  to: string,
  kind: LineageLink['kind'] = 'full',
): LineageLink {
  return {
    from: { code, name: code, vintage: FORMER.id },
    fromDistrict: { code: district, name: district },
    fromProvince: { code: province, name: province },
    to: { code: to, name: to, vintage: CURRENT.id },
    kind,
  };
}
