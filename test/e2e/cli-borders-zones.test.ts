import { readFileSync } from 'node:fs';
import { geodesicArea_m2, geodesicLength_m } from '@giapranh/core';
import type { FeatureCollection, MultiLineString, MultiPolygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { giapranh, jsonOf } from './cli-process.js';

interface Border {
  readonly a: { code: string; name: string; vintage: string };
  readonly b: { code: string; name: string; vintage: string };
  readonly length_m: number;
  readonly parts: number;
  readonly snap: { tolerance_m: number };
}

interface ZoneProperties {
  readonly pair: string;
  readonly side: string;
  readonly inner_m: number;
  readonly outer_m: number;
  readonly area_m2: number;
  readonly border_length_m: number;
  readonly communes: readonly { code: string; name: string; area_m2: number }[];
}

/** The figures the reference data gives, kilometres, within half a percent. */
const KNOWN_km: readonly (readonly [asOf: string, a: string, b: string, length_km: number])[] = [
  ['2026-01-01', 'Thái Nguyên', 'Cao Bằng', 157.8],
  ['2026-01-01', 'Thái Nguyên', 'Lạng Sơn', 140.0],
  ['2026-01-01', 'Thái Nguyên', 'Tuyên Quang', 188.2],
  ['2023-05-23', 'Bắc Kạn', 'Lạng Sơn', 77.2],
  ['2023-05-23', 'Bắc Kạn', 'Tuyên Quang', 124.8],
  ['2023-05-23', 'Bắc Kạn', 'Thái Nguyên', 115],
];

describe('borders', () => {
  it.each(KNOWN_km)('as of %s, %s – %s is %f km', async (asOf, a, b, length_km) => {
    const run = await giapranh(['borders', '--between', a, b, '--as-of', asOf, '--format', 'json']);
    const [border, ...more] = jsonOf(run) as Border[];
    expect(more).toEqual([]);
    expect(border?.a.name).toBe(`Tỉnh ${a}`);
    expect(border?.b.name).toBe(`Tỉnh ${b}`);
    expect(Math.abs((border?.length_m ?? 0) / 1000 / length_km - 1)).toBeLessThan(0.005);
  });

  it('is the same in every form, and the line is as long as it says', async () => {
    const args = ['borders', '--between', 'Bắc Kạn', 'Cao Bằng', '--as-of', '2023-05-23', '--format'];
    const [json, geojson, csv, table] = await Promise.all(
      ['json', 'geojson', 'csv', 'table'].map((format) => giapranh([...args, format])),
    );
    if (!json || !geojson || !csv || !table) throw new Error('four runs were asked for');
    const [border] = jsonOf(json) as Border[];
    const line = (jsonOf(geojson) as FeatureCollection<MultiLineString>).features[0];
    if (border === undefined || line === undefined) throw new Error('no border');
    expect(geodesicLength_m(line.geometry)).toBeCloseTo(border.length_m, 3);
    expect(csv.out.split('\n')[1]).toContain(`,${border.length_m},`);
    expect(table.out).toContain((border.length_m / 1000).toFixed(2).replace('.', ','));
  });

  it('of the profile without a pair, with the neighbours that have no data named', async () => {
    const run = await giapranh(['borders', '--as-of', '2026-01-01', '--format', 'json']);
    const pairs = (jsonOf(run) as Border[]).map(({ a, b }) => `${a.code}-${b.code}`);
    expect(pairs).toEqual(['19-04', '19-20', '19-08']);
    for (const name of ['Bắc Ninh', 'Phú Thọ', 'Hà Nội']) expect(run.told).toContain(name);
  });
});

describe('zones', () => {
  it('of Bắc Kạn – Cao Bằng as of the day of document 1254', async () => {
    const args = [
      'zones',
      '--between',
      'Bắc Kạn',
      'Cao Bằng',
      '--as-of',
      '2023-05-23',
      '--width',
      '1000,5000',
    ];
    const run = await giapranh([...args, '--format', 'geojson']);
    const { features } = jsonOf(run) as FeatureCollection<MultiPolygon, ZoneProperties>;
    expect(
      features.map(({ properties: { pair, side, inner_m, outer_m } }) => [pair, side, inner_m, outer_m]),
    ).toEqual([
      ['06-04', '06', 0, 1000],
      ['06-04', '06', 1000, 5000],
      ['06-04', '04', 0, 1000],
      ['06-04', '04', 1000, 5000],
    ]);
    for (const { geometry, properties } of features) {
      expect(geodesicArea_m2(geometry)).toBeCloseTo(properties.area_m2, 0);
      expect(Math.abs(properties.border_length_m / 157_810 - 1)).toBeLessThan(0.005);
      const communes = properties.communes.reduce((sum, { area_m2 }) => sum + area_m2, 0);
      expect(Math.abs(communes - properties.area_m2)).toBeLessThan(1);
      expect(properties.communes.every(({ code, name }) => /^\d{5}$/.test(code) && name !== '')).toBe(true);
    }
  });

  it('by default takes the rings of the profile, and says they are analysis', async () => {
    const { ring_widths_m } = JSON.parse(
      readFileSync(new URL('../../data/profiles/can-tho/profile.json', import.meta.url), 'utf8'),
    ) as { ring_widths_m: number[] };
    const run = await giapranh(['zones', '--profile', 'can-tho', '--as-of', '2023-05-23', '--format', 'csv']);
    const [head = '', ...rows] = run.out.trimEnd().split('\n');
    expect(run.code).toBe(0);
    const outer = head.split(',').indexOf('outer_m');
    const widths = new Set(rows.map((row) => Number(row.split(',')[outer])));
    expect([...widths].sort((a, b) => a - b)).toEqual(ring_widths_m);
    const table = await giapranh([
      'zones',
      '--profile',
      'can-tho',
      '--as-of',
      '2023-05-23',
      '--width',
      '500',
    ]);
    expect(table.told).toContain('không phải ranh giới pháp lý');
  });
});
