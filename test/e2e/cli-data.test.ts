import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { CHECKOUT, giapranh, jsonOf } from './cli-process.js';

const folder = mkdtempSync(join(tmpdir(), 'giapranh-data-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('finds the committed data whole, but for the defects on record', async () => {
  const run = await giapranh(['data', 'verify', '--format', 'json']);
  expect(jsonOf(run)).toMatchObject({ faults: 0 });
});

it('ends with 2 when a file is not the one the manifest describes', async () => {
  cpSync(join(CHECKOUT, 'data'), folder, { recursive: true });
  writeFileSync(join(folder, 'reference/admin/official_areas.csv'), 'code,area\n06,1\n');
  const run = await giapranh(['data', 'verify', '--data-root', folder, '--lang', 'en']);
  expect(run.code).toBe(2);
  expect(run.out).toContain('FAULT');
  expect(run.told).toContain('official-areas');
});
