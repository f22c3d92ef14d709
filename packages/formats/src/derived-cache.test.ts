import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { DerivedCache } from './derived-cache.js';

const isText = (value: unknown): value is string => typeof value === 'string';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'giapranh-derived-'));
});
afterEach(() => rm(folder, { recursive: true }));

const path = (): string => join(folder, 'area', 'texts.ndjson.gz');
const cache = (key: string): DerivedCache<string> => new DerivedCache(path(), key, isText);

it('gives back what was written under the same key, and nothing under another', async () => {
  expect(await cache('one').read()).toBeUndefined();
  expect(await cache('one').write(['Chợ Đồn', 'Na Rì'])).toEqual([]);
  expect(await cache('one').read()).toEqual(['Chợ Đồn', 'Na Rì']);
  expect(await cache('two').read()).toBeUndefined();
  expect(await readdir(join(folder, 'area'))).toEqual(['texts.ndjson.gz']);
});

it('takes a file that is cut or spoilt for absent', async () => {
  await cache('one').write(['a', 'b', 'c']);
  const whole = await readFile(path());
  const text = gunzipSync(whole).toString();
  for (const spoilt of [
    whole.subarray(0, whole.length / 2),
    gzipSync(text.split('\n').slice(0, -1).join('\n')),
    gzipSync(text.replace('"b"', '42')),
    gzipSync(text.slice(0, -1)),
    Buffer.alloc(0),
  ]) {
    await writeFile(path(), spoilt);
    expect(await cache('one').read()).toBeUndefined();
  }
});

it('goes on with a note where it cannot write', async () => {
  // A file where the folder should be: no right of any user helps.
  await writeFile(join(folder, 'area'), '');
  const notes = await cache('one').write(['a']);
  expect(notes.map(({ code }) => code)).toEqual(['derived-not-written']);
});

it('leaves either the old or the new when two write at once', async () => {
  await mkdir(join(folder, 'area'));
  await Promise.all(['a', 'b', 'c', 'd'].map((text) => cache('one').write([text, text])));
  const [first, second] = (await cache('one').read()) ?? [];
  expect(first).toBe(second);
  expect(await readdir(join(folder, 'area'))).toHaveLength(1);
});
