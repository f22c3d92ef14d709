import { type Issue, issue } from '../issue.js';
import type { AdminLevel, AdminUnit, VintageId } from './unit.js';

/** The official lists, looked up by (code, vintage, level): a code alone never names a unit. */
export class UnitRecords {
  readonly #byKey: ReadonlyMap<string, AdminUnit>;

  constructor(records: readonly AdminUnit[]) {
    this.#byKey = new Map(records.map((unit) => [key(unit.level, unit.code, unit.vintage), unit]));
  }

  get(level: AdminLevel, code: string, vintage: VintageId): AdminUnit | undefined {
    return this.#byKey.get(key(level, code, vintage));
  }
}

function key(level: AdminLevel, code: string, vintage: VintageId): string {
  return `${level}:${vintage}:${code}`;
}

export function unknownUnit(level: AdminLevel, code: string, vintage: VintageId, source: string): Issue {
  return issue(
    'admin-unit-unknown',
    [source, code],
    `Danh sách đơn vị hành chính mốc ${vintage} không có mã ${code} (${LEVEL_VI[level]}).`,
    `The unit list of ${vintage} has no ${level} with code ${code}.`,
    {
      vi: 'Mã được dùng lại qua các lần sắp xếp: xem dữ liệu có đúng mốc không.',
      en: 'Codes were reused by the reforms: check that the data is of this vintage.',
    },
  );
}

export const LEVEL_VI: Readonly<Record<AdminLevel, string>> = {
  province: 'cấp tỉnh',
  district: 'cấp huyện',
  commune: 'cấp xã',
};
