import type { FlagLevel, PatrolFactor, PatrolPriorities, PatrolPriority } from '@giapranh/core';
import { bareName, type Viewer } from '../app/viewer.js';
import { day } from '../format/date.js';
import { fixed, number } from '../format/number.js';
import { readLevel } from '../panel/level-badge.js';
import type { Item } from '../server/features.js';
import { figure, text } from '../server/properties.js';
import type { TableKind } from '../state/view-state.js';
import { SITE_LEVELS } from '../symbols/symbols.js';

/** What stands in a cell: text, or a figure with the decimals it is shown with. */
export interface Cell {
  readonly value: string | number | null;
  readonly shown: string;
  /** Beside the figure, in small: what it counts for. */
  readonly more?: string;
  readonly level?: ReturnType<typeof readLevel>;
}

export interface Column {
  readonly id: string;
  readonly title: string;
  readonly number: boolean;
}

export interface Row {
  readonly id: string;
  readonly cells: readonly Cell[];
  readonly open: { readonly kind: 'site'; readonly item: Item } | { readonly kind: 'priority'; readonly priority: PatrolPriority }; // biome-ignore format: one choice
}

export interface TableData {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

const SQUARE_METRES_a_hectare = 10_000;

export function tableData(
  kind: TableKind,
  viewer: Viewer,
  passing: readonly Item[],
  priorities: PatrolPriorities | undefined,
  filtered: boolean,
): TableData {
  if (kind === 'sites') return siteTable(viewer, passing);
  const ids = new Set(passing.map(({ properties }) => text(properties, 'site_id') ?? ''));
  const all = (kind === 'units' ? priorities?.units : priorities?.segments) ?? [];
  // A filter asks about sites: units and stretches stay that hold one of them.
  const kept = filtered ? all.filter(({ sites }) => sites.some((id) => ids.has(id))) : all;
  return priorityTable(kind, viewer, kept);
}

function siteTable(viewer: Viewer, passing: readonly Item[]): TableData {
  const lang = viewer.lang();
  const words = viewer.messages().numbers;
  const plain = (value: string | undefined): Cell => ({ value: value ?? null, shown: value ?? '' });
  const whole = (value: number | undefined): Cell => ({ value: value ?? null, shown: value === undefined ? '' : number(value, lang, 1) }); // biome-ignore format: one cell
  const columns: readonly Column[] = [
    { id: 'name', title: words.name, number: false },
    { id: 'level', title: words.level, number: false },
    { id: 'score', title: words.score, number: true },
    { id: 'flags', title: words.flags, number: true },
    { id: 'mineral', title: words.mineral, number: false },
    { id: 'place', title: words.place, number: false },
    { id: 'area', title: words.area, number: true },
    { id: 'decision', title: words.decision, number: false },
    { id: 'decided', title: words.decided, number: false },
  ];
  const rows = passing.map((item): Row => {
    const { properties } = item;
    const area_m2 = figure(properties, 'area_declared_m2');
    const area_ha = area_m2 === undefined ? undefined : area_m2 / SQUARE_METRES_a_hectare;
    const decided = text(properties, 'decision_date');
    return {
      id: String(item.id),
      open: { kind: 'site', item },
      cells: [
        plain(text(properties, 'name')),
        levelCell(readLevel(properties['level']), viewer),
        whole(figure(properties, 'score')),
        whole(figure(properties, 'flag_count')),
        plain(text(properties, lang === 'vi' ? 'mineral_vi' : 'mineral_en')),
        plain(text(properties, 'place')),
        { value: area_ha ?? null, shown: area_ha === undefined ? '' : fixed(area_ha, lang, 2) },
        plain(text(properties, 'decision')),
        { value: decided ?? null, shown: decided === undefined ? '' : day(decided) },
      ],
    };
  });
  return { columns, rows };
}

function levelCell(level: ReturnType<typeof readLevel>, viewer: Viewer): Cell {
  return { value: SITE_LEVELS.indexOf(level), shown: viewer.messages().level[level], level };
}

/** A factor as it was counted, with the points it adds. */
function factorCell({ value, unit, known, points, weight }: PatrolFactor, viewer: Viewer): Cell {
  const lang = viewer.lang();
  const words = viewer.messages().numbers;
  if (!known) return { value: null, shown: words.noData };
  const more = words.points(number(points, lang, 2), number(weight, lang, 2));
  if (value === null) return { value: null, shown: words.never, more };
  const shown = unit === 'm' ? `${fixed(value / 1000, lang, 2)} km` : number(value, lang, 1);
  return { value, shown: unit === 'd' ? `${shown} ${words.days}` : shown, more };
}

function priorityTable(
  kind: 'units' | 'borders',
  viewer: Viewer,
  kept: readonly PatrolPriority[],
): TableData {
  const lang = viewer.lang();
  const words = viewer.messages().numbers;
  const factors = kept[0]?.factors ?? [];
  const columns: readonly Column[] = [
    { id: 'rank', title: words.rank, number: true },
    { id: 'name', title: words.kinds[kind], number: false },
    { id: 'priority', title: words.priority, number: true },
    { id: 'level', title: words.level, number: false },
    { id: 'flags', title: words.flags, number: true },
    { id: 'sites', title: words.sites, number: true },
    ...factors.map(({ name, title }) => ({ id: name, title: title[lang], number: true })),
    ...(kind === 'borders' ? [{ id: 'length', title: words.length, number: true }] : []),
    { id: 'facing', title: words.facing, number: false },
  ];
  const whole = (value: number): Cell => ({ value, shown: number(value, lang) });
  const rows = kept.map((priority): Row => {
    const { id, rank, name, score, level, flag_count, sites, other, length_m } = priority;
    const known: FlagLevel | 'none' = level ?? 'none';
    return {
      id,
      open: { kind: 'priority', priority },
      cells: [
        whole(rank),
        { value: name, shown: name },
        { value: score, shown: fixed(score, lang, 1) },
        levelCell(known, viewer),
        whole(flag_count),
        whole(sites.length),
        ...priority.factors.map((factor) => factorCell(factor, viewer)),
        ...(kind === 'borders'
          ? [{ value: (length_m ?? 0) / 1000, shown: fixed((length_m ?? 0) / 1000, lang, 2) }]
          : []),
        { value: other?.name ?? null, shown: other === null ? '' : bareName(other.name) },
      ],
    };
  });
  return { columns, rows };
}

/** Rows by a column, empty cells last either way; equal ones keep their order. */
export function sorted(rows: readonly Row[], column: number, descending: boolean): readonly Row[] {
  const sign = descending ? -1 : 1;
  return rows.toSorted((a, b) => {
    const [one, other] = [a.cells[column]?.value ?? null, b.cells[column]?.value ?? null];
    if (one === null || other === null) return one === other ? 0 : one === null ? 1 : -1;
    if (typeof one === 'number' && typeof other === 'number') return sign * (one - other);
    return sign * String(one).localeCompare(String(other), 'vi');
  });
}
