import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Position } from 'geojson';
import { beforeAll, expect, test } from 'vitest';
import { seeded } from '../seeded.js';
import { withTemporaryFolders } from '../temporary-folder.js';
import { type CliRun, giapranh } from './cli-process.js';

const SITES = 3200;
const folders = withTemporaryFolders();
let folder: string;
const ASKED = ['--layer', 'communes', '--as-of', '2025-08-01', '--within', '100'];
let table: string;
let sequence: string;

/** Synthetic sites: points, and polygons of every size, in an order of ids that is not theirs. */
beforeAll(async () => {
  folder = await folders.create();
  const random = seeded(77);
  const place = (): Position => [105.5 + 0.7 * random(), 21.5 + 1.1 * random()];
  const rows = Array.from({ length: SITES }, (_, index) => {
    const [lon = 0, lat = 0] = place();
    return `p${(index * 7919) % SITES},"Điểm ""${index}""",${lon.toFixed(6)},${lat.toFixed(6)}`;
  });
  table = join(folder, 'points.csv');
  await writeFile(table, ['id,name,lon,lat', ...rows, ''].join('\n'));
  const features = Array.from({ length: SITES / 2 }, (_, index) => {
    const [lon = 0, lat = 0] = place();
    const size = 0.0005 + 0.02 * random() ** 4;
    const ring = [0, 1, 2, 3, 4].map((at) => {
      const turn = (2 * Math.PI * (at % 5)) / 5;
      return [lon + size * Math.cos(turn), lat + size * Math.sin(turn)];
    });
    const geometry = { type: 'Polygon', coordinates: [[...ring, ...ring.slice(0, 1)]] };
    return JSON.stringify({
      type: 'Feature',
      id: `a${index}`,
      properties: { name: `Khu ${index}` },
      geometry,
    });
  });
  sequence = join(folder, 'areas.geojsonl');
  await writeFile(sequence, `${features.join('\n')}\n`);
});

function well(run: CliRun): string {
  if (run.code !== 0) throw new Error(`exit code ${run.code}: ${run.told}`);
  return run.out;
}

test('a stream of points is the whole file, row for row', async () => {
  const whole = await giapranh(['overlaps', table, ...ASKED, '--format', 'csv']);
  const streamed = await giapranh(['overlaps', table, ...ASKED, '--format', 'csv', '--stream', '--workers', '3']); // biome-ignore format: a command
  expect(well(streamed)).toBe(well(whole));
  expect(whole.out.split('\n').length).toBeGreaterThan(SITES / 2);
}, 300_000);

test('a feature a line is streamed by itself, and is what the collection of them is', async () => {
  const collection = join(folder, 'areas.geojson');
  const lines = (await readFile(sequence, 'utf8')).trim().split('\n');
  await writeFile(collection, `{"type":"FeatureCollection","features":[\n${lines.join(',\n')}\n]}`);
  const whole = await giapranh(['overlaps', collection, ...ASKED, '--format', 'geojson']);
  const streamed = await giapranh(['overlaps', sequence, ...ASKED, '--format', 'geojson']);
  expect(well(streamed)).toBe(well(whole));
  expect(streamed.out.split('\n').length).toBeGreaterThan(SITES / 4);
}, 300_000);

test('what cannot be streamed, or read, is told before anything long begins', async () => {
  const asTable = await giapranh(['overlaps', table, '--layer', 'communes', '--stream']);
  expect([asTable.code, asTable.told]).toEqual([2, expect.stringContaining('stream-format')]);
  const noWorkers = await giapranh(['overlaps', table, '--layer', 'communes', '--stream', '--workers', '0', '--format', 'csv']); // biome-ignore format: a command
  expect([noWorkers.code, noWorkers.told]).toEqual([2, expect.stringContaining('workers-unreadable')]);
});

test('rows that are lost are told by their place, the others are measured', async () => {
  const bad = join(folder, 'bad.csv');
  await writeFile(bad, 'id,name,lon,lat\nA,a,105.8,22.1\nB,b,x,22.1\nA,again,105.8,22.1\nC,c,105.9,22.1\n');
  const run = await giapranh(['overlaps', bad, ...ASKED, '--stream', '--format', 'csv']);
  expect(run.code).toBe(2);
  expect(run.told).toContain('site-id-twice');
  const ids = run.out
    .split('\n')
    .slice(1)
    .map((row) => row.split(',')[0]);
  expect([...new Set(ids)]).toEqual(['A', 'C', '']);
}, 120_000);
