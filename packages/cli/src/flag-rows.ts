import {
  FLAG_LEVELS,
  type Flag,
  type FlagLevel,
  type Site,
  type SiteFlags,
  type UnitRisk,
  type UnitTotal,
} from '@giapranh/core';
import type { Feature } from 'geojson';
import { CERTAINTY_WORDS, levelWord } from './flag/words.js';
import type { Column } from './table.js';

/** A site with one of its flags, or without any. */
export interface FlagRow {
  readonly site: Site;
  readonly flags: SiteFlags;
  readonly flag: Flag | null;
}

function placeOf({ communes, districts }: SiteFlags): string {
  return [communes, districts]
    .map((units) => units.map(({ name }) => name).join(', '))
    .filter(Boolean)
    .join(' – ');
}

/** Which border a flag is about, where it is about one. */
function borderOf(flag: Flag | null): string | null {
  const fact = flag?.facts.find(({ name }) => name === 'border');
  return fact === undefined ? null : String(fact.value);
}

export const FLAG_COLUMNS: readonly Column<FlagRow>[] = [
  { name: 'site_id', title: { vi: 'Khu vực', en: 'Site' }, value: ({ site }) => site.id },
  { name: 'name', title: { vi: 'Tên', en: 'Name' }, value: ({ site }) => site.name },
  {
    name: 'level',
    title: { vi: 'Mức', en: 'Level' },
    value: ({ flag }) => flag?.level ?? null,
    cell: ({ flag }, language) => levelWord(flag?.level ?? null, language),
  },
  {
    name: 'certainty',
    title: { vi: 'Độ chắc', en: 'Certainty' },
    value: ({ flag }) => flag?.certainty ?? null,
    cell: ({ flag }, language) => (flag === null ? '' : CERTAINTY_WORDS[flag.certainty][language]),
  },
  {
    name: 'rule',
    title: { vi: 'Quy tắc', en: 'Rule' },
    value: ({ flag }) => flag?.rule ?? null,
    cell: ({ flag }, language) => flag?.title[language] ?? '',
  },
  {
    name: 'documents',
    title: { vi: 'Văn bản', en: 'Documents' },
    value: ({ flag }) => flag?.documents.map(({ number }) => number).join('; ') ?? null,
    cell: ({ flag }) => flag?.documents[0]?.number ?? '',
  },
  {
    name: 'border',
    title: { vi: 'Giáp ranh', en: 'Border' },
    value: ({ flag }) => borderOf(flag),
  },
  { name: 'place', title: { vi: 'Địa bàn', en: 'Place' }, value: ({ flags }) => placeOf(flags) },
];

/** What is too long for a table goes into CSV only. */
export const FLAG_CSV_COLUMNS: readonly Column<FlagRow>[] = [
  ...FLAG_COLUMNS,
  {
    name: 'reason_vi',
    title: { vi: 'Lý do', en: 'Reason (vi)' },
    value: ({ flag }) => flag?.reason.vi ?? null,
  },
  {
    name: 'reason_en',
    title: { vi: 'Lý do (tiếng Anh)', en: 'Reason' },
    value: ({ flag }) => flag?.reason.en ?? null,
  },
];

/** In CSV, when asked for: the rules that did not fire. */
export const WHY_NOT_COLUMN: Column<FlagRow> = {
  name: 'why_not',
  title: { vi: 'Vì sao không báo', en: 'Why not' },
  value: ({ flags }) => flags.why_not?.map(({ rule, reason }) => `${rule}: ${reason.vi}`).join(' | ') ?? null,
};

/** Without the ids of the sites. */
export const UNIT_TOTAL_COLUMNS: readonly Column<UnitTotal>[] = [
  { name: 'code', title: { vi: 'Mã', en: 'Code' }, value: ({ unit }) => unit.code },
  { name: 'name', title: { vi: 'Đơn vị', en: 'Unit' }, value: ({ unit }) => unit.name },
  {
    name: 'level',
    title: { vi: 'Mức cao nhất', en: 'Highest level' },
    value: ({ level }) => level,
    cell: ({ level }, language) => levelWord(level, language),
  },
  {
    name: 'site_count',
    title: { vi: 'Khu vực', en: 'Sites' },
    value: ({ site_count }) => site_count,
    align: 'right',
  },
  {
    name: 'flag_count',
    title: { vi: 'Cảnh báo', en: 'Flags' },
    value: ({ flag_count }) => flag_count,
    align: 'right',
  },
];

export const UNIT_RISK_COLUMNS: readonly Column<UnitRisk>[] = [
  ...UNIT_TOTAL_COLUMNS,
  {
    name: 'score',
    title: { vi: 'Điểm rủi ro', en: 'Risk score' },
    value: ({ score }) => score,
    align: 'right',
  },
  { name: 'sites', title: { vi: 'Các khu vực', en: 'Which' }, value: ({ sites }) => sites.join(', ') },
];

/** A row a flag; a site without flags keeps one row. */
export function flagRows(sites: readonly Site[], flagged: readonly SiteFlags[]): FlagRow[] {
  const byId = new Map(sites.map((site) => [site.id, site]));
  return flagged.flatMap((flags): FlagRow[] => {
    const site = byId.get(flags.site_id);
    if (site === undefined) return [];
    return flags.flags.length === 0
      ? [{ site, flags, flag: null }]
      : flags.flags.map((flag) => ({ site, flags, flag }));
  });
}

export function flagFeature(
  site: Site,
  { flags, level, communes, districts, provinces, vintage, why_not }: SiteFlags,
): Feature {
  return {
    type: 'Feature',
    id: site.id,
    geometry: site.geometry,
    properties: {
      site_id: site.id,
      name: site.name,
      precision: site.precision,
      level,
      flag_count: flags.length,
      flags,
      ...(why_not === undefined ? {} : { why_not }),
      vintage,
      provinces,
      districts,
      communes,
    },
  };
}

/** Whether a site stands at a level or above it. */
export function reaches(level: FlagLevel | null, threshold: FlagLevel): boolean {
  return level !== null && FLAG_LEVELS.indexOf(level) <= FLAG_LEVELS.indexOf(threshold);
}
