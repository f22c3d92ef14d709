import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { DerivedCache, type DerivedForm } from './derived-cache.js';

interface Named {
  readonly name: string;
  readonly values: readonly number[];
}

const NAMED: DerivedForm<Named> = {
  split: ({ name, values }) => ({ meta: name, numbers: Float64Array.from(values) }),
  join: ({ meta, numbers }) => (typeof meta === 'string' ? { name: meta, values: [...numbers] } : undefined),
};

const SAMPLE: Named = { name: 'Chợ Đồn', values: [105.1, -0, Number.MIN_VALUE, 22.000000000000004] };

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'giapranh-derived-'));
});
afterEach(() => rm(folder, { recursive: true }));

const path = (): string => join(folder, 'area', 'named.bin');
const cache = (key: string): DerivedCache<Named> => new DerivedCache(path(), key, NAMED);

it('gives back bit for bit what was written under the same key, and nothing under another', async () => {
  expect(await cache('one').read()).toBeUndefined();
  expect(await cache('one').write(SAMPLE)).toEqual([]);
  expect(await cache('one').read()).toEqual(SAMPLE);
  expect(await cache('two').read()).toBeUndefined();
  expect(await readdir(join(folder, 'area'))).toEqual(['named.bin']);
});

it('takes a file that is cut or spoilt anywhere for absent', async () => {
  await cache('one').write(SAMPLE);
  const whole = await readFile(path());
  for (let at = 0; at < whole.length; at += 1) {
    const spoilt = Buffer.from(whole);
    spoilt.writeUInt8((spoilt.readUInt8(at) + 1) % 256, at);
    await writeFile(path(), spoilt);
    expect(await cache('one').read(), `byte ${at}`).toBeUndefined();
    await writeFile(path(), whole.subarray(0, at));
    expect(await cache('one').read(), `cut at ${at}`).toBeUndefined();
  }
});

it('goes on with a note where it cannot write', async () => {
  // A file where the folder should be: no right of any user helps.
  await writeFile(join(folder, 'area'), '');
  const notes = await cache('one').write(SAMPLE);
  expect(notes.map(({ code }) => code)).toEqual(['derived-not-written']);
});

it('leaves one whole file when several write at once', async () => {
  await mkdir(join(folder, 'area'));
  const names = ['a', 'b', 'c', 'd'];
  await Promise.all(names.map((name) => cache('one').write({ ...SAMPLE, name })));
  expect(names).toContain((await cache('one').read())?.name);
  expect(await readdir(join(folder, 'area'))).toHaveLength(1);
});
