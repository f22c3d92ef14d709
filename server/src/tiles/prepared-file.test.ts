import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readPrepared, writePrepared } from './prepared-file.js';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'giapranh-prepared-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const packed = {
  head: '{"tên":"Chợ Đồn"}',
  xy: Float64Array.of(0.1, 0.2, 0.3, 0.4),
  errors: Float32Array.of(1, Infinity),
};

it('reads back what it wrote', async () => {
  const path = join(folder, 'tiles', 'bac-kan-00ff.tiles');
  await writePrepared(path, packed);
  expect(await readPrepared(path)).toEqual(packed);
});

it('removes what older content of the same profile left, and nothing of others', async () => {
  for (const name of ['bac-kan-01.tiles', 'bac-kan-02.tiles.x.part', 'can-tho-01.tiles', 'note.txt']) {
    await writeFile(join(folder, name), '');
  }
  await writePrepared(join(folder, 'bac-kan-ff.tiles'), packed);
  expect((await readdir(folder)).sort()).toEqual(['bac-kan-ff.tiles', 'can-tho-01.tiles', 'note.txt']);
});

it('takes a file that is absent, cut short or of another kind for absent', async () => {
  const path = join(folder, 'bac-kan-0.tiles');
  expect(await readPrepared(path)).toBeUndefined();
  await writePrepared(path, packed);
  await truncate(path, (await readFile(path)).byteLength - 1);
  expect(await readPrepared(path)).toBeUndefined();
  await writeFile(path, 'x'.repeat(100));
  expect(await readPrepared(path)).toBeUndefined();
});
