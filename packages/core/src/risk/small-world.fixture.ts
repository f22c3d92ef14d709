import type { Geometry, Polygon, Position } from 'geojson';
import { drawUnits } from '../admin/draw.js';
import type { LineageLink } from '../admin/lineage.js';
import { CURRENT, day, FORMER, link, unit } from '../admin/reform.fixture.js';
import type { AdminUnit, DrawnUnit } from '../admin/unit.js';
import type { GeometryKernel } from '../geometry/kernel.js';
import { type Profile, parseProfile, type WatchList } from '../profile.js';
import { RiskContext } from './risk-context.js';
import type { Site } from './site.js';

export { day };

/** West to east in units of 0.01°: old district 064 | 063 of province 06, then 040 of province 04 beyond x = 10. */
export const at = (x: number, y: number): Position => [105.8 + x / 100, 22.1 + y / 100];
export const box = (w: number, s: number, e: number, n: number): Polygon => ({
  type: 'Polygon',
  coordinates: [[at(w, s), at(e, s), at(e, n), at(w, n), at(w, s)]],
});

export const RECORDS: readonly AdminUnit[] = [
  unit(FORMER, 'province', '06', 'Tỉnh Bắc', '06'),
  unit(FORMER, 'province', '04', 'Tỉnh Đông', '04'),
  unit(FORMER, 'district', '064', 'Huyện Đồn', '06'),
  unit(FORMER, 'district', '063', 'Huyện Thông', '06'),
  unit(FORMER, 'district', '040', 'Huyện Bình', '04'),
  unit(FORMER, 'commune', '11111', 'Xã Cũ Một', '06', '064'),
  unit(FORMER, 'commune', '22222', 'Xã Cũ Hai', '06', '064'),
  unit(FORMER, 'commune', '33333', 'Xã Cũ Ba', '06', '063'),
  unit(FORMER, 'commune', '44444', 'Xã Cũ Bốn', '06', '063'),
  unit(FORMER, 'commune', '55555', 'Xã Cũ Năm', '04', '040'),
  unit(CURRENT, 'province', '19', 'Tỉnh Mới', '19'),
  unit(CURRENT, 'province', '04', 'Tỉnh Đông', '04'),
  unit(CURRENT, 'commune', '02020', 'Xã Đồn', '19'),
  unit(CURRENT, 'commune', '02014', 'Xã Pha', '19'),
  unit(CURRENT, 'commune', '01981', 'Xã Thông', '19'),
  unit(CURRENT, 'commune', '01273', 'Xã Bình', '04'),
];

export const LINEAGE: readonly LineageLink[] = [
  link('11111', '064', '06', '02020'),
  link('22222', '064', '06', '02014'),
  link('33333', '063', '06', '02014'),
  link('44444', '063', '06', '01981'),
  link('55555', '040', '04', '01273'),
];

/** The mixed commune 02014 lies from x = 3 to 7; the line between the old districts runs at x = 4. */
export function drawnWorld(kernel: GeometryKernel): DrawnUnit[] {
  const district = (code: string, geometry: Polygon) =>
    ({ drawing: 'gov', vintage: FORMER.id, level: 'district', code, geometry, source: 'd' }) as const;
  const drawn = drawUnits(kernel, {
    former: FORMER,
    current: CURRENT,
    records: RECORDS,
    lineage: LINEAGE,
    communes: [
      { code: '02020', geometry: box(0, 0, 3, 10), source: 'c' },
      { code: '02014', geometry: box(3, 0, 7, 10), source: 'c' },
      { code: '01981', geometry: box(7, 0, 10, 10), source: 'c' },
      { code: '01273', geometry: box(10, 0, 20, 10), source: 'c' },
    ],
    published: [district('064', box(0, 0, 4, 10)), district('063', box(4, 0, 10, 10))],
  });
  if (!drawn.ok) throw new Error(drawn.issues[0].message.en);
  return drawn.value;
}

const text = (words: string) => ({ vi: words, en: words });
const UNLIMITED = { valid_from: null, valid_to: null };

export function smallProfile(mixed: WatchList['mixed'] = 'all'): Profile {
  const document = (id: string, number: string, from: string | null = null, to: string | null = null) => ({
    id,
    number,
    kind: 'Công văn',
    issuer: 'Sở',
    date: null,
    title: text(number),
    subjects: ['mining'],
    valid_from: from,
    valid_to: to,
    summary: text('summary'),
    seen: 'test',
    confidence: 'stated',
  });
  const rule = (id: string, kind: string, levels: [string, string, string], extra: object) => ({
    id,
    kind,
    title: text(id),
    subject: 'mining',
    level: levels[0],
    level_if_possible: levels[1],
    level_if_undetermined: levels[2],
    weight: 1,
    why: text('why'),
    documents: [
      { id: 'letter' },
      { id: 'old-law' },
      { id: 'new-law', article: 'Điều 1' },
      { id: 'pact', neighbour: '04' },
      { id: 'other-pact', neighbour: '20' },
    ],
    ...UNLIMITED,
    ...extra,
  });
  const vintage = (id: string, subject: string, from: string, to: string | null) => ({
    id,
    title: text(id),
    valid_from: from,
    valid_to: to,
    basis: text('basis'),
    subject,
    neighbours: [
      { code: '04', name: 'Tỉnh Đông', geometry: 'present' },
      { code: '20', name: 'Tỉnh Thiếu', geometry: 'missing' },
    ],
    drawing: 'communes-2025',
    accuracy_m: 30,
    accuracy_source: text('source'),
  });
  const body = (province: string, inVintage: string, level: string, name: string) => ({
    province,
    vintage: inVintage,
    level,
    name: text(name),
  });
  const parsed = parseProfile({
    'profile.json': {
      id: 'small',
      title: text('small'),
      view: [105.8, 22.1, 106, 22.2],
      vintages: [
        vintage('2023', '06', '2020-03-01', '2025-07-01'),
        vintage('2025-07-01', '19', '2025-07-01', null),
      ],
      ring_widths_m: [500, 1000],
      ring_status: 'analysis',
      ring_basis: text('basis'),
      layers: [{ id: 'borders', visible: true }],
      datasets: {
        communes: {},
        districts: {},
        provinces: {},
        lineage: [],
        units: [],
        sites: [],
        places: [],
        roads: [],
        rivers: [],
      },
      patrol: {
        why: text('why'),
        level_points: { high: 8, medium: 3, low: 1, info: 0 },
        window_days: 365,
        segment_length_m: 3000,
        segment_reach_m: 5000,
        layers: {
          inspections: 'inspections',
          incidents: 'incidents',
          equipment: 'equipment',
          roads: 'roads',
          day_property: 'day',
          commune_property: 'commune_code',
        },
        factors: {
          risk: { weight: 4, full_at: 50 },
          days_since_check: { weight: 2, full_at: 100 },
          incidents: { weight: 2, full_at: 2 },
          equipment: { weight: 1, full_at: 2 },
          road_distance_m: { weight: 1, full_at: 5000 },
        },
      },
      crs: ['EPSG:9213'],
    },
    'documents.json': {
      documents: [
        document('letter', '1254/STNMT-KS'),
        document('old-law', '60/2010', '2011-07-01', '2025-07-01'),
        document('new-law', '54/2024', '2025-07-01'),
        document('pact', 'pact with 04', '2020-01-01'),
        document('other-pact', 'pact with 20'),
      ],
    },
    'watch-lists.json': {
      watch_lists: [
        {
          id: 'letter-list',
          title: text('list'),
          vintage: '2023',
          units: [{ code: '064', name: 'Huyện Đồn' }],
          reason: { vi: 'San ủi', en: 'Levelling' },
          document: 'letter',
          mixed,
          mixed_why: text('why'),
        },
      ],
    },
    'rules.json': {
      version: '1',
      rules: [
        rule('watch', 'in-watch-unit', ['medium', 'low', 'low'], { watch_list: 'letter-list' }),
        rule('ring-500', 'near-border', ['high', 'medium', 'medium'], { beyond_m: 0, within_m: 500 }),
        rule('ring-1000', 'near-border', ['medium', 'low', 'low'], { beyond_m: 500, within_m: 1000 }),
        rule('crosses', 'crosses-border', ['high', 'medium', 'medium'], {}),
      ],
    },
    'bodies.json': {
      bodies: [
        body('06', '2023', 'province', 'Sở Bắc'),
        body('06', '2023', 'district', 'UBND {unit}'),
        body('04', '2023', 'province', 'Sở Đông'),
        body('04', '2023', 'district', 'UBND {unit}'),
        body('19', '2025-07-01', 'commune', 'UBND {unit}'),
        body('04', '2025-07-01', 'commune', 'UBND {unit}'),
      ],
    },
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return parsed.value;
}

export function smallContext(kernel: GeometryKernel, mixed?: WatchList['mixed']): RiskContext {
  return new RiskContext(kernel, {
    profile: smallProfile(mixed),
    records: RECORDS,
    lineage: LINEAGE,
    units: drawnWorld(kernel),
  });
}

const BARE = { name: '', activity: 'mining', mineral: null, areaDeclared_m2: null, decision: null } as const;

export function siteAt(id: string, geometry: Geometry, error_m = 5): Site {
  const precision = { kind: 'position', error_m, method: 'test' } as const;
  return { ...BARE, id, geometry, precision, properties: {} };
}

export function siteIn(id: string, ...communes: readonly (readonly [code: string, vintage: string])[]): Site {
  const refs = communes.map(([code, vintage]) => ({ code, vintage, name: code }));
  return {
    ...BARE,
    id,
    geometry: { type: 'Point', coordinates: at(0, 0) },
    precision: { kind: 'communes', communes: refs },
    properties: {},
  };
}

export const point = (x: number, y: number): Geometry => ({ type: 'Point', coordinates: at(x, y) });
