import {
  type CornerSite,
  type CornerTableResult,
  hectares,
  type LocalText,
  type Reading,
  type Verdict,
} from '@giapranh/core';
import { type Language, numberText } from '../language.js';
import { type Column, tableText } from '../table.js';

const VERDICTS: Readonly<Record<Verdict, LocalText>> = {
  certain: { vi: 'chắc chắn', en: 'certain' },
  likely: { vi: 'có khả năng, cần xác nhận bằng --crs', en: 'likely, confirm with --crs' },
  ambiguous: { vi: 'nhiều cách đọc, cần chỉ định bằng --crs', en: 'ambiguous, name one with --crs' },
  impossible: { vi: 'không cách đọc nào hợp với văn bản', en: 'no reading agrees with the document' },
};

const WORDS = {
  verdict: { vi: 'Kết luận', en: 'Verdict' },
  none: { vi: 'không có khu vực nào', en: 'no site' },
  readings: { vi: 'Các cách đọc', en: 'Readings' },
  sites: { vi: 'Các khu vực', en: 'Sites' },
  confirmed: { vi: '(đã chỉ định)', en: '(named)' },
} as const satisfies Readonly<Record<string, LocalText>>;

/** Readings shown unless all are asked for. */
const SHOWN = 8;

const READING_COLUMNS: readonly Column<Reading>[] = [
  { name: 'crs', title: { vi: 'Hệ', en: 'System' }, value: ({ crs }) => crs },
  { name: 'name', title: { vi: 'Tên hệ', en: 'Name' }, value: ({ name }) => name },
  { name: 'axis', title: { vi: 'Trục', en: 'Axis' }, value: ({ axis }) => axis },
  {
    name: 'score',
    title: { vi: 'Điểm', en: 'Score' },
    value: ({ score }) => score,
    cell: ({ score }, language) => numberText(score, 3, language),
    align: 'right',
  },
  {
    name: 'lands_in',
    title: { vi: 'Rơi vào', en: 'Lands in' },
    value: ({ lands_in }) => lands_in.en,
    cell: ({ lands_in }, language) => lands_in[language],
  },
];

const SHAPES: Readonly<Record<CornerSite['shape'], LocalText>> = {
  ring: { vi: 'vùng', en: 'ring' },
  line: { vi: 'tuyến', en: 'line' },
  point: { vi: 'điểm', en: 'point' },
};

function ha(area_m2: number | null | undefined, language: Language): string {
  return area_m2 === null || area_m2 === undefined ? '' : numberText(hectares(area_m2), 4, language);
}

const SITE_COLUMNS: readonly Column<CornerSite>[] = [
  { name: 'id', title: { vi: 'Số', en: 'No.' }, value: ({ id }) => id, align: 'right' },
  { name: 'name', title: { vi: 'Tên', en: 'Name' }, value: ({ name }) => name },
  {
    name: 'shape',
    title: { vi: 'Dạng', en: 'Shape' },
    value: ({ shape }) => shape,
    cell: ({ shape }, language) => SHAPES[shape][language],
  },
  {
    name: 'rows',
    title: { vi: 'Dòng', en: 'Rows' },
    value: ({ rows }) => rows.join('–'),
  },
  {
    name: 'points',
    title: { vi: 'Điểm', en: 'Points' },
    value: ({ parts }) => parts.reduce((sum, part) => sum + part.points.length, 0),
    align: 'right',
  },
  {
    name: 'area_declared_m2',
    title: { vi: 'Ghi (ha)', en: 'Declared (ha)' },
    value: ({ area }) => area?.declared_m2 ?? null,
    cell: ({ area }, language) => ha(area?.declared_m2, language),
    align: 'right',
  },
  {
    name: 'area_grid_m2',
    title: { vi: 'Tính trên lưới (ha)', en: 'On the grid (ha)' },
    value: ({ area }) => area?.grid_m2 ?? null,
    cell: ({ area }, language) => ha(area?.grid_m2, language),
    align: 'right',
  },
  {
    name: 'geometry',
    title: { vi: 'Hình', en: 'Geometry' },
    value: ({ geometry, crs, withheld }) => (geometry === null ? withheld.join(' ') : crs),
    cell: ({ geometry, crs, withheld }, language) => {
      if (geometry !== null) return crs ?? '';
      const why = withheld.length === 0 ? '' : ` (${withheld.join(', ')})`;
      return language === 'vi' ? `chưa có${why}` : `none yet${why}`;
    },
  },
];

/** The verdict of each system, with the evidence for and against its best reading. */
function verdictText(result: CornerTableResult, language: Language): string {
  if (result.systems.length === 0) {
    return `${WORDS.verdict[language]}: ${VERDICTS[result.verdict][language]} (${WORDS.none[language]})\n`;
  }
  return result.systems
    .map((system, at) => {
      const best = result.readings.find((reading) => reading.system === at);
      const about = system.crs === null ? '' : ` – ${system.crs} (${best?.name ?? ''})`;
      const head = `${WORDS.verdict[language]}: ${VERDICTS[system.verdict][language]}${about}`;
      const evidence = (best?.evidence ?? []).map(
        ({ side, text }) => `  ${side === 'for' ? '+' : '−'} ${text[language]}`,
      );
      return [head, ...evidence].join('\n');
    })
    .join('\n')
    .concat('\n');
}

/** The best reading, then the registered systems that land on the map, then the rest: what a person compares. */
function byUse(readings: readonly Reading[]): readonly Reading[] {
  const [best, ...rest] = readings;
  const rank = ({ crs, units, position }: Reading): number =>
    position === null ? 3 : units.length === 0 ? 2 : crs.includes('~') ? 1 : 0;
  return best === undefined ? [] : [best, ...rest.toSorted((a, b) => rank(a) - rank(b))];
}

function readingRows(result: CornerTableResult, all: boolean): readonly Reading[] {
  return result.systems.flatMap((_, at) => {
    const readings = result.readings.filter((reading) => reading.system === at);
    return all ? readings : byUse(readings).slice(0, SHOWN);
  });
}

/** A corner table's reading for people. */
export function cornerReport(result: CornerTableResult, language: Language, all: boolean): string {
  const sections = [verdictText(result, language)];
  const readings = readingRows(result, all);
  if (readings.length > 0) {
    sections.push(`${WORDS.readings[language]}:\n${tableText(READING_COLUMNS, readings, language)}`);
  }
  if (result.sites.length > 0) {
    sections.push(`${WORDS.sites[language]}:\n${tableText(SITE_COLUMNS, result.sites, language)}`);
  }
  return sections.join('\n');
}
