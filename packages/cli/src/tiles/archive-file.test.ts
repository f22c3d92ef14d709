import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { err, issue, ok } from '@giapranh/core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { archiveFile, replaceFile, writeParts } from './archive-file.js';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'giapranh-archive-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function faultOf(name: string): Promise<string> {
  const file = await archiveFile(join(folder, name));
  return file.ok ? 'none' : file.issues.map(({ code, message }) => `${code}: ${message.en}`).join();
}

describe('the place of an archive', () => {
  it('is taken when it is free, empty, or holds an archive of the kind', async () => {
    await writeFile(join(folder, 'empty.pmtiles'), '');
    await writeFile(join(folder, 'older.pmtiles'), 'PMTiles\u0003 cut short');
    await writeFile(join(folder, 'older.mbtiles'), 'SQLite format 3\0 cut short');
    for (const name of ['new.pmtiles', 'NEW.MBTILES', 'empty.pmtiles', 'older.pmtiles', 'older.mbtiles']) {
      expect([name, await faultOf(name)]).toEqual([name, 'none']);
    }
    expect((await readdir(folder)).length).toBe(3);
  });

  it('is refused with its cause', async () => {
    await writeFile(join(folder, 'mine.pmtiles'), 'xin chào các bạn');
    await writeFile(join(folder, 'file'), '');
    await mkdir(join(folder, 'folder.mbtiles'));
    expect(await faultOf('map.zip')).toMatch(/^tiles-kind-unknown/);
    expect(await faultOf('mine.pmtiles')).toMatch(/^file-foreign/);
    expect(await faultOf('no/such.pmtiles')).toBe(
      'file-unwritable: The file cannot be written: there is no such folder.',
    );
    expect(await faultOf('file/x.pmtiles')).toMatch(/a part of the path is not a folder/);
    expect(await faultOf('folder.mbtiles')).toMatch(/it is a folder/);
  });
});

describe('a file that is replaced', () => {
  it('is the whole new one', async () => {
    const path = join(folder, 'a.pmtiles');
    await writeFile(path, 'old');
    const written = await replaceFile(path, async (partial) => {
      await writeParts(partial, [Uint8Array.of(110, 101), Uint8Array.of(119)]);
      return ok(undefined);
    });
    expect(written).toMatchObject({ ok: true, value: 3 });
    expect(await readFile(path, 'utf8')).toBe('new');
    expect(await readdir(folder)).toEqual(['a.pmtiles']);
  });

  it('stays as it was when the new one fails', async () => {
    const path = join(folder, 'a.pmtiles');
    await writeFile(path, 'old');
    const refused = await replaceFile(path, async (partial) => {
      await writeParts(partial, [Uint8Array.of(110)]);
      return err(issue('store-disk-full', [], 'Hết chỗ.', 'Full.'));
    });
    expect(refused).toMatchObject({ ok: false, issues: [{ code: 'store-disk-full' }] });
    await expect(
      replaceFile(path, async (partial) => {
        await writeParts(partial, [Uint8Array.of(110)]);
        throw new Error('a bug');
      }),
    ).rejects.toThrow('a bug');
    expect(await readFile(path, 'utf8')).toBe('old');
    expect(await readdir(folder)).toEqual(['a.pmtiles']);
  });
});
