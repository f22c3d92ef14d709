import type { AdminUnit, LocalText, TraceLink, UnitRegistry, UnitTrace } from '@giapranh/core';
import { numberText } from './language.js';
import type { Column } from './table.js';

type Relation = 'match' | 'became' | 'was' | 'same_name' | 'same_code';

interface UnitRow {
  readonly relation: Relation;
  readonly unit: AdminUnit;
  readonly parents: string;
  readonly link: TraceLink | null;
}

const RELATIONS: Readonly<Record<Relation, LocalText>> = {
  match: { vi: 'là', en: 'is' },
  became: { vi: 'thành', en: 'became' },
  was: { vi: 'từ', en: 'was' },
  same_name: { vi: 'trùng tên', en: 'same name' },
  same_code: { vi: 'trùng mã', en: 'same code' },
};
const LEVELS: Readonly<Record<AdminUnit['level'], LocalText>> = {
  province: { vi: 'tỉnh', en: 'province' },
  district: { vi: 'huyện', en: 'district' },
  commune: { vi: 'xã', en: 'commune' },
};
const KINDS = {
  whole: { vi: 'trọn', en: 'whole' },
  mixed: { vi: 'ghép', en: 'mixed' },
} as const satisfies Readonly<Record<'whole' | 'mixed', LocalText>>;

export const UNIT_COLUMNS: readonly Column<UnitRow>[] = [
  {
    name: 'relation',
    title: { vi: 'Quan hệ', en: 'Relation' },
    value: ({ relation }) => relation,
    cell: ({ relation }, language) => RELATIONS[relation][language],
  },
  { name: 'code', title: { vi: 'Mã', en: 'Code' }, value: ({ unit }) => unit.code },
  { name: 'name', title: { vi: 'Tên', en: 'Name' }, value: ({ unit }) => unit.name },
  {
    name: 'level',
    title: { vi: 'Cấp', en: 'Level' },
    value: ({ unit }) => unit.level,
    cell: ({ unit }, language) => LEVELS[unit.level][language],
  },
  { name: 'parents', title: { vi: 'Thuộc', en: 'In' }, value: ({ parents }) => parents },
  { name: 'vintage', title: { vi: 'Mốc', en: 'Vintage' }, value: ({ unit }) => unit.vintage },
  {
    name: 'kind',
    title: { vi: 'Kế tục', en: 'Kind' },
    value: ({ link }) => link?.kind ?? null,
    cell: ({ link }, language) => (link?.kind == null ? '' : KINDS[link.kind][language]),
  },
  {
    name: 'share',
    title: { vi: 'Phần đất', en: 'Share' },
    value: ({ link }) => link?.share ?? null,
    cell: ({ link }, language) =>
      link?.share == null ? '' : `${numberText(100 * link.share, 1, language)} %`,
    align: 'right',
  },
];

function parentsOf(registry: UnitRegistry, unit: AdminUnit): readonly AdminUnit[] {
  const codes = [unit.districtCode, unit.level === 'province' ? null : unit.provinceCode];
  return codes
    .map((code) => (code === null ? undefined : registry.get(code, unit.vintage)))
    .filter((parent) => parent !== undefined);
}

/** A unit as scripts get it. */
export function asMatch(registry: UnitRegistry, unit: AdminUnit) {
  return {
    code: unit.code,
    vintage: unit.vintage,
    name: unit.name,
    level: unit.level,
    parents: parentsOf(registry, unit).map(({ code, name, level }) => ({ code, name, level })),
    valid: unit.validity,
    area_declared_m2: unit.areaDeclared_m2,
  };
}

/** A unit of another vintage as scripts get it; `of` is the match it belongs to. */
export function asRelation(of: AdminUnit, { unit, kind, parts, share }: TraceLink) {
  return {
    code: unit.code,
    name: unit.name,
    vintage: unit.vintage,
    level: unit.level,
    kind,
    parts,
    share,
    of: { code: of.code, vintage: of.vintage },
  };
}

/** Each match, followed by what it became and was and what only looks like it. */
export function unitRows(
  registry: UnitRegistry,
  matches: readonly AdminUnit[],
  traces: readonly UnitTrace[],
): UnitRow[] {
  const row = (relation: Relation, unit: AdminUnit, link: TraceLink | null): UnitRow => ({
    relation,
    unit,
    link,
    parents: parentsOf(registry, unit)
      .map(({ name }) => name)
      .join(', '),
  });
  const related = ['became', 'was', 'same_name', 'same_code'] as const;
  return matches.flatMap((match) => {
    const trace = traces.find(({ unit }) => unit === match);
    return [
      row('match', match, null),
      ...related.flatMap((kind) => (trace?.[kind] ?? []).map((link) => row(kind, link.unit, link))),
    ];
  });
}
