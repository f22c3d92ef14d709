import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { withTemporaryFolders } from '../temporary-folder.js';

const BENCH = fileURLToPath(new URL('../../scripts/bench.mjs', import.meta.url));
const folders = withTemporaryFolders();

/** Made-up results of one work: our time over PostGIS's. */
async function checked(ratio: number) {
  const row = { work: 'locate, commune', median_ms: 1, rounds: 1 };
  const rows = [
    { ...row, subject: 'giapranh', ratio: 1 },
    { ...row, subject: 'PostGIS subdivided, GiST', ratio },
  ];
  const path = join(await folders.create(), 'results.json');
  await writeFile(path, JSON.stringify({ benches: { geometry: { rows } } }));
  return spawnSync(process.execPath, [BENCH, '--check', path], { encoding: 'utf8' });
}

describe('ceilings of the bench', () => {
  it('end with 1 and the name of the work when one is broken', async () => {
    const { status, stdout } = await checked(0.5);
    expect(status).toBe(1);
    expect(stdout).toMatch(/locate, commune .*PostGIS subdivided, GiST .*0\.5 /);
  });

  it('end with 0 and without a word when all hold', async () => {
    const { status, stdout } = await checked(0.01);
    expect([status, stdout]).toEqual([0, '']);
  });
});
