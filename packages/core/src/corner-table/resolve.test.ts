import { beforeAll, describe, expect, it } from 'vitest';
import type { DrawnUnit } from '../admin/unit.js';
import { transformer } from '../crs/transformer.js';
import { type GeometryKernel, loadGeometryKernel } from '../geometry/kernel.js';
import { drawnGazetteer } from './gazetteer/drawn-gazetteer.js';
import { resolveCornerTable } from './resolve.js';

/** A square unit of 0.1°, about 10 km. */
function unit(level: DrawnUnit['level'], code: string, name: string, lon: number, lat: number): DrawnUnit {
  const size = level === 'province' ? 0.5 : 0.1;
  return {
    level,
    code,
    name,
    vintage: '2023',
    type: name.split(' ')[0] ?? '',
    shortName: name,
    provinceCode: '06',
    districtCode: null,
    validity: { from: null, to: null },
    areaDeclared_m2: null,
    drawing: 'made-up',
    geometry: {
      type: 'MultiPolygon',
      coordinates: [
        [
          [
            [lon, lat],
            [lon + size, lat],
            [lon + size, lat + size],
            [lon, lat + size],
            [lon, lat],
          ],
        ],
      ],
    },
  };
}

/** Nà Thử holds the ring below under 106°30′; a namesake lies where 106°15′ puts it. */
const RING = [
  '1;2450426,934;430697,901',
  '2;2450626,934;430697,901',
  '3;2450626,934;430897,901',
  '4;2450426,934;430897,901',
];
const HERE = unit('commune', '00001', 'Xã Nà Thử', 105.78, 22.1);
const NAMESAKE = unit('commune', '00002', 'Xã Nà Thử', 105.53, 22.1);
const PROVINCE = unit('province', '06', 'Tỉnh Bắc Kạn', 105.7, 22);
const gazetteer = drawnGazetteer({ units: [HERE, PROVINCE], lineage: [] });

const table = (...lines: readonly string[]) => [...lines, ...RING].join('\n');

describe('what it takes to be certain', () => {
  it('needs the place and the words, or two levels of place', () => {
    const verdict = (...lines: readonly string[]) =>
      resolveCornerTable(table(...lines), { gazetteer }).verdict;
    expect(verdict('VN-2000, KTT 106°30′, múi 3°', 'xã Nà Thử')).toBe('certain');
    expect(verdict('xã Nà Thử, tỉnh Bắc Kạn')).toBe('certain');
    expect(verdict('xã Nà Thử')).toBe('likely');
    expect(verdict('VN-2000, KTT 106°30′, múi 3°')).toBe('likely');
    expect(verdict('VN-2000, KTT 106°30′, múi 3°', 'tỉnh Bắc Kạn')).toBe('likely');
    expect(resolveCornerTable(table('VN-2000, KTT 106°30′, múi 3°', 'xã Nà Thử')).verdict).toBe('likely');
  });

  it('is not to be had from a name that two places bear', () => {
    const both = drawnGazetteer({ units: [HERE, NAMESAKE], lineage: [] });
    const result = resolveCornerTable(table('VN-2000, KTT 106°30′, múi 3°', 'xã Nà Thử'), {
      gazetteer: both,
    });
    expect(result.verdict).toBe('likely');
    expect(result.sites[0]?.geometry).toBeNull();
  });
});

describe('evidence', () => {
  it('counts known neighbours for and against', () => {
    const near = resolveCornerTable(table('VN-2000'), { neighbours: [[105.84, 22.16]] });
    expect(near.readings[0]?.crs).toBe('EPSG:9213');
    expect(near.readings[0]?.evidence.map(({ kind, side }) => `${side} ${kind}`)).toContain('for neighbours');
    const far = near.readings.find((reading) => reading.crs === 'EPSG:9218');
    expect(far?.evidence.map(({ kind, side }) => `${side} ${kind}`)).toContain('against neighbours');
  });

  it('shares one weight among all readings, best first', () => {
    const { readings } = resolveCornerTable(table('VN-2000, KTT 106°30′, múi 3°', 'xã Nà Thử'), {
      gazetteer,
    });
    expect(readings.reduce((sum, reading) => sum + reading.score, 0)).toBeCloseTo(1, 4);
    expect(readings[0]?.score).toBeGreaterThan(0.9);
    expect(readings.at(-1)).toMatchObject({ axis: 'east-north', score: 0, position: null });
  });
});

describe('a system named by the user', () => {
  it('makes geometry and is held to account for it', () => {
    const wrong = resolveCornerTable(table('KTT 106°30′, múi 3°', 'xã Nà Thử'), {
      gazetteer,
      crs: 'EPSG:9210',
    });
    expect(wrong.sites[0]?.crs).toBe('EPSG:9210');
    expect(wrong.issues.map((entry) => entry.code)).toEqual(['corner-crs-contradicted']);
    expect(wrong.issues[0]?.message.en).toContain(
      'The document states the central meridian 106°30′, not 105°45′',
    );
  });

  it('may be a wrong recipe, which is undone exactly', () => {
    // 0.9999 / 0.9996 is what the recipe with the scale of a 6° zone leaves out.
    const scale = 0.9996 / 0.9999;
    const [north, east] = [2450426.934 * scale, 500_000 + (430697.901 - 500_000) * scale];
    const made = resolveCornerTable(`${north.toFixed(6)};${east.toFixed(6)}`, { crs: 'EPSG:9213~k0=0.9996' });
    const back = transformer('EPSG:9213', 'OGC:CRS84');
    const truth = back.ok ? back.value.tryPoint([430697.901, 2450426.934]) : undefined;
    const position = made.sites[0]?.geometry?.type === 'Point' ? made.sites[0].geometry.coordinates : [];
    expect(position[0]).toBeCloseTo(truth?.[0] ?? 0, 8);
    expect(position[1]).toBeCloseTo(truth?.[1] ?? 0, 8);
  });

  it('must suit the table and exist', () => {
    const codes = (crs: string) => resolveCornerTable(table(), { crs }).issues.map((entry) => entry.code);
    expect(codes('EPSG:4326')).toEqual(['corner-crs-unit']);
    expect(codes('EPSG:6957')).toEqual(['crs-deprecated']);
    expect(codes('nonsense')).toEqual(['crs-unknown']);
  });
});

describe('sheets and sites', () => {
  let kernel: GeometryKernel;
  beforeAll(async () => {
    kernel = await loadGeometryKernel();
  });

  it('names the sheet where there are several', () => {
    const rows = RING.map((line) => line.split(';'));
    const damaged = rows.map((cells, at) =>
      at === 1 ? [cells[0] ?? '', '24506?6,934', cells[2] ?? ''] : cells,
    );
    const result = resolveCornerTable({
      sheets: [
        { name: 'A', rows },
        { name: 'B', rows: damaged },
      ],
    });
    expect(result.sites.map((site) => [site.id, site.sheet])).toEqual([
      ['1', 'A'],
      ['2', 'B'],
    ]);
    expect(result.issues[0]?.path).toEqual(['sheet', 'B', 'row', 2, 'column', 'northing']);
  });

  it('measures overlaps with the kernel, and finds the same ones without', () => {
    const east = [
      '1;2450426,934;430797,901',
      '2;2450626,934;430797,901',
      '3;2450626,934;430997,901',
      '4;2450426,934;430997,901',
    ];
    const beside = [
      '1;2450426,934;430897,901',
      '2;2450626,934;430897,901',
      '3;2450626,934;431097,901',
      '4;2450426,934;431097,901',
    ];
    const overlaps = (second: readonly string[], withKernel: boolean) =>
      resolveCornerTable(
        ['Khu vực A', ...RING, 'Khu vực B', ...second].join('\n'),
        withKernel ? { kernel } : {},
      )
        .issues.filter((entry) => entry.code === 'corner-sites-overlap')
        .map((entry) => entry.message.en);
    expect(overlaps(east, true)).toEqual([
      'Sites "Khu vực A" (from row 2) and "Khu vực B" (from row 7) overlap by 2.0000 ha',
    ]);
    expect(overlaps(east, false).length).toBe(1);
    expect([overlaps(beside, true), overlaps(beside, false)]).toEqual([[], []]);
  });

  it('reads a sheet longer than a call has arguments', { timeout: 60_000 }, () => {
    const count = 130_000;
    const lines = Array.from({ length: count }, (_, at) => {
      const angle = (-2 * Math.PI * at) / count;
      return `${at + 1};${(2_450_000 + 20_000 * Math.sin(angle)).toFixed(3)};${(430_000 + 20_000 * Math.cos(angle)).toFixed(3)}`;
    });
    const result = resolveCornerTable(lines.join('\n'));
    expect(result.sites.map((site) => site.parts[0]?.points.length)).toEqual([count]);
    expect(result.issues).toEqual([]);
  });
});
