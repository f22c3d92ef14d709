import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type AdminUnit,
  type Issue,
  type LineageLink,
  loadGeometryKernel,
  type Result,
  type Site,
  UnitRegistry,
} from '@giapranh/core';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseLineage } from '../admin/lineage-table.js';
import { parseUnitList } from '../admin/unit-lists.js';
import { readSites, readSitesFile, siteFormatOf } from './read-sites.js';
import type { SiteContext } from './site-context.js';

const FIXTURES = join(import.meta.dirname, '../../../../test/fixtures/sites');
const FORMER = { id: '2023', validity: { from: null, to: null } };
const CURRENT = { id: '2025-07-01', validity: { from: null, to: null } };

const FORMER_LIST = `province_code,province,district_code,district,commune_code,commune
06,Tỉnh Bắc Kạn,062,Huyện Ngân Sơn,01957,Xã Thượng Quan
06,Tỉnh Bắc Kạn,064,Huyện Chợ Đồn,02071,Xã Nghĩa Tá
06,Tỉnh Bắc Kạn,064,Huyện Chợ Đồn,02062,Xã Lương Bằng
06,Tỉnh Bắc Kạn,064,Huyện Chợ Đồn,02065,Xã Bằng Lãng
06,Tỉnh Bắc Kạn,064,Huyện Chợ Đồn,02032,Xã Tân Lập
06,Tỉnh Bắc Kạn,060,Huyện Pác Nặm,01864,Xã Bộc Bố
19,Tỉnh Thái Nguyên,164,Thành phố Thái Nguyên,05482,Phường Tân Lập
`;
const CURRENT_LIST = `province_code,province,commune_code,commune,area_km2_declared
19,Tỉnh Thái Nguyên,01864,Xã Bằng Thành,100
19,Tỉnh Thái Nguyên,01957,Xã Thượng Quan,100
`;
const LINEAGE = `old_commune_code,old_commune,old_district_code,old_district,old_province_code,old_province,new_commune_code,new_commune,new_province_code,kind,new_code_in_geometry_if_different
01957,Xã Thượng Quan,062,Huyện Ngân Sơn,06,Tỉnh Bắc Kạn,01957,Xã Thượng Quan,19,full,
02113,Xã Thanh Thịnh,065,Huyện Chợ Mới,06,Tỉnh Bắc Kạn,02107,Xã Thanh Thịnh,19,full,
`;

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value;
}

let context: SiteContext;

beforeAll(async () => {
  const records: AdminUnit[] = [
    ...must(parseUnitList(FORMER_LIST, FORMER, 'former')),
    ...must(parseUnitList(CURRENT_LIST, CURRENT, 'current')),
  ];
  const lineage: readonly LineageLink[] = must(
    parseLineage(LINEAGE, { from: '2023', to: '2025-07-01' }, 'lineage'),
  );
  context = {
    source: 'sites',
    kernel: await loadGeometryKernel(),
    registry: new UnitRegistry({ vintages: [FORMER, CURRENT], records, lineage }),
    pointIn: () => [105.9, 22.3],
  };
});

const read = (name: string): Promise<Result<readonly Site[]>> => readSitesFile(join(FIXTURES, name), context);

const brief = (issues: readonly Issue[]): string[] =>
  issues.map(({ code, path }) => `${code} ${path.join('/')}`);

async function outcome(name: string): Promise<{ sites: string[]; issues: string[]; ok: boolean }> {
  const result = await read(name);
  return {
    ok: result.ok,
    sites: result.ok ? result.value.map((site) => site.id) : [],
    issues: brief(result.ok ? result.notes : result.issues),
  };
}

describe('a file of sites that is right', () => {
  it('reads GeoJSON with Vietnamese properties, written over many lines', async () => {
    const [area, road] = must(await read('good.geojson'));
    expect(area).toMatchObject({
      id: 'A-1',
      name: 'Pác Nghiên',
      mineral: { vi: 'cát, sỏi' },
      areaDeclared_m2: 97_000,
      activity: 'mining',
      decision: { number: '1516/QĐ-UBND', date: '2019-08-29' },
      // Two decimals of a degree: half the diagonal of a cell of 1.1 km.
      precision: { kind: 'position' },
    });
    expect(area?.precision.kind === 'position' && area.precision.error_m).toBeCloseTo(787.2, 1);
    expect(road).toMatchObject({
      id: 'A-2',
      activity: 'levelling',
      precision: { kind: 'position', error_m: 12 },
    });
  });

  it('reads a table with decimal commas, semicolons, a byte order mark and Windows line ends', async () => {
    const result = await read('decimal-comma-bom.csv');
    const [first, second] = must(result);
    expect(result.ok && result.notes).toEqual([]);
    expect(first).toMatchObject({
      id: 'S1',
      name: 'Pác Lạng',
      geometry: { type: 'Point', coordinates: [106.05983, 22.37423] },
      precision: { kind: 'position', error_m: 30 },
      areaDeclared_m2: 12_505_000,
      mineral: { vi: 'vàng gốc' },
    });
    expect(second?.areaDeclared_m2).toBeNull();
  });

  it('takes the decimal mark from the degrees, and asks where there are none', () => {
    const area_m2 = (text: string): unknown => {
      const result = readSites(text, 'csv', context);
      const [site] = must(result);
      expect(result.ok && brief(result.notes)).toEqual(
        site?.areaDeclared_m2 === null ? ['number-ambiguous row/2/column/Diện tích (ha)'] : [],
      );
      return site?.areaDeclared_m2;
    };
    const [site] = must(readSites('id;lon;lat\nA;105,844;22,123\n', 'csv', context));
    expect(site?.geometry).toEqual({ type: 'Point', coordinates: [105.844, 22.123] });
    expect(area_m2('id;lon;lat;Diện tích (ha)\nA;105,844;22,123;1.250\n')).toBe(12_500_000);
    expect(area_m2('id;lon;lat;Diện tích (ha)\nA;105.844;22.123;1.250\n')).toBe(12_500);
    expect(area_m2('id;ma_xa;Diện tích (ha)\nA;02071;1.250\n')).toBeNull();
  });

  it('gives sites named by their communes the precision of communes, and keeps the rows beside bad ones', async () => {
    const result = await read('commune-names.csv');
    const [one, several] = must(result);
    expect(one?.precision).toEqual({
      kind: 'communes',
      communes: [{ code: '01957', vintage: '2023', name: 'Xã Thượng Quan' }],
    });
    expect(
      several?.precision.kind === 'communes' && several.precision.communes.map(({ code }) => code),
    ).toEqual(['02071', '02062', '02065']);
    expect(result.ok && brief(result.notes)).toEqual([
      'admin-unit-name-unknown row/4/column/xa',
      'admin-unit-ambiguous row/5/column/xa',
    ]);
  });

  it('says when a bare code means two communes', async () => {
    expect(await outcome('reused-code.csv')).toEqual({
      ok: false,
      sites: [],
      issues: ['site-commune-ambiguous row/2/column/ma xa', 'site-commune-ambiguous row/3/column/ma xa'],
    });
  });
});

describe('a file of sites that is wrong says so, row and column, and keeps what is good', () => {
  const cases: readonly (readonly [file: string, sites: readonly string[], issues: readonly string[]])[] = [
    ['unclosed-ring.geojson', ['good'], ['geometry-ring-unclosed features/0/geometry/coordinates/0/3']],
    ['swapped-axes.geojson', [], ['geometry-position-out-of-range features/0/geometry/coordinates']],
    ['plane-coordinates.geojson', [], ['geometry-position-out-of-range features/0/geometry/coordinates']],
    ['no-geometry.geojson', ['somewhere'], ['geometry-not-geojson features/0/geometry']],
    ['swapped-xy.csv', ['S2'], ['site-axes-swapped row/2/column/lat']],
    [
      'bad-rows.tsv',
      ['S1'],
      ['csv-row-length row/5', 'site-no-position row/3/column/lon', 'number-unreadable row/4/column/lon'],
    ],
    ['plane-columns.csv', [], ['site-crs-missing sites']],
    ['no-position-columns.csv', [], ['site-columns sites']],
    ['column-twice.csv', [], ['csv-column-twice row/1/column/lon']],
    ['open-quote.csv', [], ['csv-syntax sites']],
    ['empty.csv', [], ['csv-empty sites']],
  ];
  for (const [file, sites, issues] of cases) {
    it(file, async () => {
      expect(await outcome(file)).toEqual({ ok: sites.length > 0, sites, issues });
    });
  }

  it('repairs a polygon that crosses itself and says where', async () => {
    const result = await read('self-crossing.geojson');
    const [site] = must(result);
    expect(site?.geometry.type).toBe('MultiPolygon');
    expect(result.ok && result.notes.map(({ path }) => path.slice(0, 3))).toEqual([
      ['features', 0, 'geometry'],
    ]);
  });

  it('keeps the whole features of a file that was cut off', async () => {
    const { sites, issues } = await outcome('truncated.geojson');
    expect(sites).toEqual(['whole']);
    expect(issues.map((text) => text.split(' ')[0])).toEqual(['json-syntax', 'geojson-truncated']);
  });

  it('refuses a file in another system, and one that is not there', async () => {
    expect((await outcome('foreign-crs.geojson')).issues[0]).toMatch(/^geojson-crs /);
    expect((await outcome('not-json.geojson')).issues[0]).toMatch(/^json-syntax /);
    expect((await outcome('absent.geojson')).issues[0]).toMatch(/^file-missing /);
  });

  it('stops at the limits', async () => {
    const path = join(FIXTURES, 'no-geometry.geojson');
    const limits = { file_bytes: 1e6, text_bytes: 1e6, records: 1 };
    const many = await readSitesFile(path, context, limits);
    expect(many.ok ? [] : brief(many.issues)).toContain('file-too-many-records features/1');
    const large = await readSitesFile(path, context, { ...limits, file_bytes: 10 });
    expect(large.ok ? [] : brief(large.issues)).toEqual([`file-too-large ${path}`]);
  });
});

describe('standard input', () => {
  it('tells GeoJSON from a table by its first character', () => {
    expect(siteFormatOf('\uFEFF \n{"type":')).toBe('geojson');
    expect(siteFormatOf('id;lon;lat')).toBe('csv');
    const text = readFileSync(join(FIXTURES, 'good.geojson'), 'utf8');
    expect(must(readSites(text, siteFormatOf(text), context))).toHaveLength(2);
  });
});

it('a table and the GeoJSON made from it are the same sites', async () => {
  const fromTable = must(await read('decimal-comma-bom.csv'));
  const features = fromTable.map(({ id, properties, geometry }) => ({
    type: 'Feature',
    id,
    properties,
    geometry,
  }));
  const text = JSON.stringify({ type: 'FeatureCollection', features });
  expect(must(readSites(text, 'geojson', context))).toEqual(fromTable);
});

describe('official areas', () => {
  const official = (over: Record<string, unknown>): string =>
    JSON.stringify({
      type: 'FeatureCollection',
      features: [
        {
          type: 'Feature',
          properties: {
            id: 'BK-1',
            name: 'Na Mo - Tong Co (source without diacritics)',
            location_precision: 'commune level',
            communes: ['Thượng Quan'],
            commune_codes: ['01957'],
            province_code: '06',
            decision: 'NQ 03/NQ-HDND',
            decision_date: '2020',
            publisher: "Bac Kan People's Council",
            ...over,
          },
          geometry: { type: 'Point', coordinates: [106, 22.4] },
        },
      ],
    });

  it('knows its communes by code and name of the old list', () => {
    const [site] = must(readSites(official({}), 'geojson', context));
    expect(site).toMatchObject({
      name: 'Na Mo - Tong Co',
      decision: { number: '03/NQ-HĐND', date: null, issuer: 'HĐND tỉnh Bắc Kạn' },
      precision: { kind: 'communes', communes: [{ code: '01957', vintage: '2023' }] },
    });
  });

  it('takes the successor where the commune was merged before the list, with a note', () => {
    const text = official({
      communes: ['Thanh Bình'],
      commune_codes: [''],
      new_communes_2025: ['Xã Thanh Thịnh'],
    });
    const result = readSites(text, 'geojson', context);
    expect(must(result)[0]?.precision).toMatchObject({
      communes: [{ code: '02107', vintage: '2025-07-01' }],
    });
    expect(result.ok && brief(result.notes)).toEqual(['site-commune-replaced features/0/communes/0']);
  });

  it('does not take a code whose name is another: codes were reused', () => {
    const result = readSites(
      official({ communes: ['Bằng Thành'], commune_codes: ['01864'] }),
      'geojson',
      context,
    );
    expect(result.ok ? [] : brief(result.issues)).toEqual(['site-commune-unknown features/0/communes']);
  });

  it('draws VN-2000 corners, X north first, as PROJ does', () => {
    const table = [
      [2499067.549, 417804.32],
      [2500441.971, 418979.182],
    ];
    const [site] = must(readSites(official({ vn2000_cm10630_xy: table }), 'geojson', context));
    expect(site?.precision).toMatchObject({ kind: 'position', error_m: 1 });
    // The second point by PROJ 9.1.1, EPSG:9213 to EPSG:4326; 1e-8° is a millimetre.
    const [, second] = site?.geometry.type === 'LineString' ? site.geometry.coordinates : [];
    expect(second?.[0]).toBeCloseTo(105.713859868, 8);
    expect(second?.[1]).toBeCloseTo(22.601160972, 8);
  });
});
