import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, expect, it } from 'vitest';
import { openGeoPackage } from './open-geopackage.js';

const folders: string[] = [];

afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
});

async function opened(folder: string) {
  const store = await openGeoPackage(folder, 'bac-kan');
  if (!store.ok) throw new Error(store.issues[0].message.en);
  return store.value;
}

/** What a program of another vendor does: reads, and as the last one to leave would clear the log away. */
function visitFromOutside(path: string): void {
  const engine = pathToFileURL(createRequire(import.meta.url).resolve('libsql')).href;
  const script = `
    const { default: Database } = await import(${JSON.stringify(engine)});
    const database = new Database(${JSON.stringify(path)});
    database.prepare('SELECT count(*) FROM gpkg_contents').get();
    database.close();`;
  const visit = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  expect(visit.stderr).toBe('');
}

it('keeps its locks when the same process opens the file once more', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'giapranh-twice-'));
  folders.push(folder);
  const first = await opened(folder);
  await first.records.put('job', 'one', { here: true });
  const path = join(folder, 'bac-kan.gpkg');
  const log = await stat(`${path}-wal`);
  const second = await opened(folder);
  visitFromOutside(path);
  // Without its locks the first would not be seen, and its log be taken away from under it.
  expect((await stat(`${path}-wal`)).ino).toBe(log.ino);
  await first.records.put('job', 'two', { here: true });
  expect((await second.records.get('job', 'two'))?.body).toEqual({ here: true });
  await second.close();
  await first.close();
});
