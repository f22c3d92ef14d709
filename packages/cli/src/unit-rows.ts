import {
  type AdminUnit,
  type LocalText,
  parentsOf,
  type UnitHistory,
  type UnitRelation,
  type UnitWorld,
} from '@giapranh/core';
import { numberText } from './language.js';
import type { Column } from './table.js';

type Relation = 'match' | 'became' | 'was' | 'same_name' | 'same_code';

interface UnitRow {
  readonly relation: Relation;
  readonly unit: Pick<AdminUnit, 'code' | 'name' | 'level' | 'vintage'>;
  readonly parents: string;
  /** What it has to do with the match above it; `null` for the match itself. */
  readonly link: UnitRelation | null;
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

const INHERITS: Readonly<Record<NonNullable<UnitRelation['inherits']>, LocalText>> = {
  whole: { vi: 'trọn', en: 'whole' },
  part: { vi: 'phần đất cũ', en: 'old part' },
  none: { vi: 'không', en: 'no' },
};

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
  {
    name: 'inherits',
    title: { vi: 'Tính', en: 'Counts' },
    value: ({ link }) => link?.inherits ?? null,
    cell: ({ link }, language) => (link?.inherits == null ? '' : INHERITS[link.inherits][language]),
  },
];

/** Each match, followed by what it became and was and what only looks like it. */
export function unitRows(world: UnitWorld, history: Pick<UnitHistory, 'matches' | RelationKind>): UnitRow[] {
  const row = (relation: Relation, unit: UnitRow['unit'], link: UnitRelation | null): UnitRow => {
    const record = world.registry.get(unit.code, unit.vintage);
    const parents = record === undefined ? [] : parentsOf(world, record);
    return { relation, unit, link, parents: parents.map(({ name }) => name).join(', ') };
  };
  return history.matches.flatMap((match) => [
    row('match', match, null),
    ...RELATED.flatMap((kind) =>
      history[kind]
        .filter(({ of }) => of.code === match.code && of.vintage === match.vintage)
        .map((link) => row(kind, link, link)),
    ),
  ]);
}

const RELATED = ['became', 'was', 'same_name', 'same_code'] as const;
type RelationKind = (typeof RELATED)[number];
