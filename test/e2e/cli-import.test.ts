import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CornerTableResult } from '@giapranh/core';
import type { FeatureCollection } from 'geojson';
import { expect, it } from 'vitest';
import { giapranh, jsonOf } from './cli-process.js';

const FOLDER = 'test/fixtures/corner-tables';
const DECISION = `${FOLDER}/qd-650-2024.txt`;

it('reads the decision of 2024: certain, exit code 0, the same answer in every form', async () => {
  const [json, geojson, table] = await Promise.all(
    ['json', 'geojson', 'table'].map((format) => giapranh(['import', DECISION, '--format', format])),
  );
  if (!json || !geojson || !table) throw new Error('three runs were asked for');
  const result = jsonOf(json) as CornerTableResult;
  expect(result.verdict).toBe('certain');
  expect(result.readings[0]).toMatchObject({ crs: 'EPSG:9213', axis: 'x-north' });
  expect(result.sites[0]?.geometry?.type).toBe('LineString');
  const collection = jsonOf(geojson) as FeatureCollection;
  expect(collection.features.map((feature) => feature.geometry)).toEqual([result.sites[0]?.geometry]);
  expect(collection.features[0]?.properties).toMatchObject({ crs: 'EPSG:9213', verdict: 'certain' });
  expect(table.code).toBe(0);
  expect(table.out).toContain('Kết luận: chắc chắn – EPSG:9213');
  expect(table.out).toContain('Xã Hạnh Phúc, Tỉnh Cao Bằng');
  expect(table.told).toContain('“106030’” được đọc là 106°30′');
});

it('makes no geometry of a table it is not sure of, until its system is named', async () => {
  const file = `${FOLDER}/meridian-of-neighbour.csv`;
  const unsure = await giapranh(['import', file, '--format', 'geojson']);
  expect(unsure.code).toBe(2);
  expect((JSON.parse(unsure.out) as FeatureCollection).features).toEqual([]);
  expect(unsure.told).toContain('corner-system-contradicted');
  const named = await giapranh(['import', file, '--format', 'geojson', '--crs', 'EPSG:9213']);
  expect(named.code).toBe(0);
  expect((JSON.parse(named.out) as FeatureCollection).features[0]?.properties).toMatchObject({
    confirmed: true,
  });
});

it('gives the geometry of a table whose area is another, and does not call it fine', async () => {
  const run = await giapranh(['import', `${FOLDER}/area-other.csv`, '--format', 'geojson', '--lang', 'en']);
  expect(run.code).toBe(2);
  expect((JSON.parse(run.out) as FeatureCollection).features.length).toBe(1);
  expect(run.told).toContain('corner-area-mismatch');
});

it('repairs only when asked, and says each repair', async () => {
  const file = `${FOLDER}/digits-exchanged-far.csv`;
  const left = await giapranh(['import', file, '--format', 'json', '--lang', 'en']);
  expect(left.code).toBe(2);
  const read = JSON.parse(left.out) as CornerTableResult;
  expect(read.issues[0]?.hint?.en).toContain('2494955.218 → 2499455.218');
  const mended = await giapranh(['import', file, '--repair', '--lang', 'en', '--format', 'geojson']);
  expect(mended.code).toBe(0);
  expect(mended.told).toContain('Repaired as asked (corner-outlier): row 11: northing set to 2499455.218');
});

it('tells bad input apart: no file, no coordinates, an unknown system', async () => {
  const [missing, empty, unknown] = await Promise.all([
    giapranh(['import', 'no-such-table.xlsx']),
    giapranh(['import', '-', '--lang', 'en'], 'Không có tọa độ nào ở đây.\n'),
    giapranh(['import', DECISION, '--crs', 'EPSG:6957']),
  ]);
  expect([missing.code, empty.code, unknown.code]).toEqual([2, 2, 2]);
  expect(missing.told).toContain('file-missing');
  expect(empty.told).toContain('No coordinates were found');
  expect(unknown.told).toContain('EPSG:5897');
});

it('writes the official layout in another meridian, and reads it back in the same place', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'giapranh-import-'));
  try {
    const before = jsonOf(
      await giapranh(['import', `${FOLDER}/plain.csv`, '--format', 'json']),
    ) as CornerTableResult;
    for (const name of ['table.csv', 'table.xlsx']) {
      const file = join(folder, name);
      const run = await giapranh([
        'import',
        `${FOLDER}/plain.csv`,
        '--write',
        file,
        '--write-crs',
        'EPSG:9210',
      ]);
      expect(run.code).toBe(0);
      const after = jsonOf(await giapranh(['import', file, '--format', 'json'])) as CornerTableResult;
      expect(after.readings[0]?.crs).toBe('EPSG:9210');
      const corners = (result: CornerTableResult) =>
        result.sites.flatMap((site) =>
          site.geometry?.type === 'Polygon' ? site.geometry.coordinates.flat() : [],
        );
      // A millimetre is 1e-8 degrees.
      corners(after).forEach((corner, at) => {
        corner.forEach((value, axis) => {
          expect(Math.abs(value - (corners(before)[at]?.[axis] ?? 0))).toBeLessThan(1.5e-8);
        });
      });
    }
    expect(readFileSync(join(folder, 'table.csv'), 'utf8')).toContain(
      'kinh tuyến trục 105°45′, múi chiếu 3°',
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});
