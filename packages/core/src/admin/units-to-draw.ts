import { type Issue, issue } from '../issue.js';
import { type Ok, ok } from '../result.js';
import type { DrawnCommune } from './clean-communes.js';
import type { GroundCell } from './ground-cell.js';
import type { AdminSources } from './sources.js';
import type { AdminLevel, AdminUnit, UnitOrigin } from './unit.js';

export interface PlannedUnit {
  readonly record: AdminUnit;
  /** Indices of the cells it is the sum of. */
  readonly cells: readonly number[];
  readonly origin: UnitOrigin;
}

/** Units of one level and vintage: they do not overlap. */
export interface PlannedLevel {
  readonly level: AdminLevel;
  readonly units: readonly PlannedUnit[];
}

/**
 * Which units the drawn communes make whole. A unit some of whose ground is not drawn is left out and noted
 * (`admin-unit-incomplete`).
 */
export function unitsToDraw(
  sources: AdminSources,
  communes: readonly DrawnCommune[],
  cells: readonly GroundCell[],
): Ok<PlannedLevel[]> {
  const { current, former, records } = sources;
  const drawn = new Set(communes.map(({ record }) => record.code));
  const provinceOf = new Map(communes.map(({ record }) => [record.code, record.provinceCode]));
  const sourceOf = new Map(communes.map(({ record, source }) => [record.code, source]));
  const notes: Issue[] = [];

  const plan = (
    level: AdminLevel,
    vintage: string,
    codeOf: (cell: GroundCell) => string | null,
    missing: (code: string) => number,
  ): PlannedLevel => {
    const byCode = new Map<string, number[]>();
    for (const [index, cell] of cells.entries()) {
      const code = codeOf(cell);
      if (code !== null) byCode.set(code, [...(byCode.get(code) ?? []), index]);
    }
    const wanted = records.filter((unit) => unit.level === level && unit.vintage === vintage);
    const units = wanted
      .toSorted((a, b) => (a.code < b.code ? -1 : 1))
      .flatMap((record): PlannedUnit[] => {
        const own = byCode.get(record.code) ?? [];
        if (own.length === 0) return [];
        const absent = missing(record.code);
        if (absent > 0) notes.push(incomplete(record, absent));
        return absent > 0 ? [] : [{ record, cells: own, origin: originOf(own, cells, sourceOf, current.id) }];
      });
    return { level, units };
  };

  const communesOf = new Map<string, string[]>();
  for (const unit of records) {
    if (unit.level !== 'commune' || unit.vintage !== current.id) continue;
    communesOf.set(unit.provinceCode, [...(communesOf.get(unit.provinceCode) ?? []), unit.code]);
  }
  const formerGround = { province: new Map<string, Set<string>>(), district: new Map<string, Set<string>>() };
  const add = (map: Map<string, Set<string>>, key: string, value: string) =>
    map.set(key, (map.get(key) ?? new Set()).add(value));
  for (const { fromProvince, fromDistrict, to } of sources.lineage) {
    add(formerGround.province, fromProvince.code, to.code);
    if (fromDistrict !== null) add(formerGround.district, fromDistrict.code, to.code);
  }
  const undrawn = (codes: Iterable<string>) => [...codes].filter((code) => !drawn.has(code)).length;

  // Where one commune could not be divided, the districts of its province would not add up to it.
  const undivided = new Set(
    cells.filter((cell) => cell.formerDistrict === null).map((cell) => cell.formerProvince),
  );
  return ok(
    [
      plan(
        'commune',
        current.id,
        (cell) => cell.commune,
        () => 0,
      ),
      plan(
        'province',
        current.id,
        (cell) => provinceOf.get(cell.commune) ?? null,
        (code) => undrawn(communesOf.get(code) ?? []),
      ),
      plan(
        'province',
        former.id,
        (cell) => cell.formerProvince,
        (code) => undrawn(formerGround.province.get(code) ?? []),
      ),
      plan(
        'district',
        former.id,
        (cell) => (undivided.has(cell.formerProvince) ? null : cell.formerDistrict),
        (code) => undrawn(formerGround.district.get(code) ?? []),
      ),
    ],
    notes,
  );
}

function originOf(
  own: readonly number[],
  cells: readonly GroundCell[],
  sourceOf: ReadonlyMap<string, string>,
  vintage: string,
): UnitOrigin {
  const whole = new Map<string, boolean>();
  const parts = new Map<string, number>();
  for (const index of own) {
    const cell = cells[index];
    if (cell !== undefined) parts.set(cell.commune, (parts.get(cell.commune) ?? 0) + 1);
  }
  for (const [code, count] of parts) {
    whole.set(code, cells.filter((cell) => cell.commune === code).length === count);
  }
  return {
    sources: [...new Set([...whole.keys()].map((code) => sourceOf.get(code) ?? ''))],
    communes: [...whole].map(([code, isWhole]) => ({ code, vintage, whole: isWhole })),
  };
}

function incomplete(record: AdminUnit, absent: number): Issue {
  return issue(
    'admin-unit-incomplete',
    [record.level, record.vintage, record.code],
    `${record.name} (mốc ${record.vintage}) không được dựng: thiếu hình ${absent} xã hợp thành.`,
    `${record.name} (${record.vintage}) is not drawn: ${absent} of the communes that make it have no geometry.`,
  );
}
