import type { PatrolFactor, PatrolPriority } from '@giapranh/core';
import { numberText } from '../language.js';
import type { Column } from '../table.js';
import { levelWord } from './words.js';

function factor({ factors }: PatrolPriority, name: PatrolFactor['name']): PatrolFactor | undefined {
  return factors.find((one) => one.name === name);
}

function factorColumns(
  name: PatrolFactor['name'],
  vi: string,
  en: string,
): readonly Column<PatrolPriority>[] {
  const value = (row: PatrolPriority) => factor(row, name)?.value ?? null;
  const points = (row: PatrolPriority) => factor(row, name)?.points ?? 0;
  return [
    {
      name,
      title: { vi, en },
      value,
      cell: (row, language) => {
        const one = factor(row, name);
        if (one?.known !== true) return '–';
        const found = one.value === null ? '?' : numberText(one.value, 0, language);
        return `${found} (${numberText(one.points, 2, language)}/${numberText(one.weight, 1, language)})`;
      },
      align: 'right',
    },
    {
      name: `${name}_points`,
      title: { vi: `${vi}: điểm`, en: `${en}: points` },
      value: points,
      align: 'right',
    },
  ];
}

const HEAD: readonly Column<PatrolPriority>[] = [
  { name: 'rank', title: { vi: 'Thứ tự', en: 'Rank' }, value: ({ rank }) => rank, align: 'right' },
  { name: 'id', title: { vi: 'Mã', en: 'Id' }, value: ({ id }) => id },
  { name: 'name', title: { vi: 'Địa bàn', en: 'Place' }, value: ({ name }) => name },
  {
    name: 'score',
    title: { vi: 'Ưu tiên', en: 'Priority' },
    value: ({ score }) => score,
    cell: ({ score }, language) => numberText(score, 1, language),
    align: 'right',
  },
  {
    name: 'level',
    title: { vi: 'Mức cao nhất', en: 'Highest level' },
    value: ({ level }) => level,
    cell: ({ level }, language) => levelWord(level, language),
  },
];
const FACTORS = [
  factorColumns('risk', 'Rủi ro', 'Risk'),
  factorColumns('days_since_check', 'Ngày chưa kiểm tra', 'Days unchecked'),
  factorColumns('incidents', 'Vụ việc', 'Incidents'),
  factorColumns('equipment', 'Máy móc', 'Machines'),
  factorColumns('road_distance_m', 'Cách đường (m)', 'To a road (m)'),
];
const TAIL: readonly Column<PatrolPriority>[] = [
  { name: 'sites', title: { vi: 'Các khu vực', en: 'Sites' }, value: ({ sites }) => sites.join(', ') },
  {
    name: 'responsible',
    title: { vi: 'Cơ quan', en: 'Body' },
    value: ({ responsible }) => responsible?.name.vi ?? null,
  },
  {
    name: 'contact',
    title: { vi: 'Bên kia', en: 'Across' },
    value: ({ contact }) => contact?.name.vi ?? null,
  },
];

/** A figure with what it adds, of what it could: `12 (0,60/2,0)`; `–` where its layer was not given. */
export const PRIORITY_COLUMNS: readonly Column<PatrolPriority>[] = [
  ...HEAD,
  ...FACTORS.flatMap(([figure]) => (figure === undefined ? [] : [figure])),
];

export const PRIORITY_CSV_COLUMNS: readonly Column<PatrolPriority>[] = [...HEAD, ...FACTORS.flat(), ...TAIL];
