import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { sqliteDriver } from '../embedded/sqlite.js';
import { writeMbtiles } from './write-mbtiles.js';

let folder = '';
let path = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'giapranh-mbtiles-'));
  path = join(folder, 'bac-kan.mbtiles');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const tiles = [
  { z: 0, x: 0, y: 0, data: Uint8Array.of(1, 2, 3) },
  { z: 9, x: 407, y: 223, data: Uint8Array.of(4) },
  { z: 9, x: 407, y: 224, data: Uint8Array.of(4) },
];

async function rows(sql: string) {
  const driver = await sqliteDriver();
  if (!driver.ok) throw new Error('no SQLite');
  const connection = driver.value.open(path, 0);
  const found = connection.rows(sql);
  connection.close();
  return found;
}

it('has every tile, rows counted from the south', async () => {
  expect(await writeMbtiles(path, { name: 'Bắc Kạn', format: 'pbf' }, tiles)).toMatchObject({ value: 3 });
  const found = await rows('SELECT zoom_level, tile_column, tile_row, hex(tile_data) FROM tiles');
  expect(found).toEqual([
    [0, 0, 0, '010203'],
    [9, 407, 288, '04'],
    [9, 407, 287, '04'],
  ]);
  expect(await rows('SELECT * FROM metadata ORDER BY name')).toEqual([
    ['format', 'pbf'],
    ['name', 'Bắc Kạn'],
  ]);
  expect((await readFile(path)).toString('latin1', 68, 72)).toBe('MPBX');
});

it('is the same from the same tiles', async () => {
  await writeMbtiles(path, { name: 'a' }, tiles);
  const first = await readFile(path);
  await rm(path);
  await writeMbtiles(path, { name: 'a' }, tiles);
  expect((await readFile(path)).equals(first)).toBe(true);
});

it('says what is wrong with the place', async () => {
  const absent = await writeMbtiles(join(folder, 'no', 'such.mbtiles'), {}, tiles);
  expect(absent).toMatchObject({ ok: false, issues: [{ code: 'store-permission' }] });
  await writeFile(path, 'xin chào');
  const text = await writeMbtiles(path, {}, tiles);
  expect(text).toMatchObject({ ok: false, issues: [{ code: 'store-not-a-database' }] });
  expect(await readFile(path, 'utf8')).toBe('xin chào');
});
