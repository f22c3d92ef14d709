import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { CONFORMANCE_CLASSES } from '../../server/src/routes/conformance.js';
import { DATA } from '../real-profile.js';

const ROOT = join(DATA, '..');
const rows = (await readFile(join(ROOT, 'docs/conformance.md'), 'utf8'))
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| ---') && !line.startsWith('| requirement'))
  .map((line) => line.split('|').map((cell) => cell.trim()));

it('declares exactly the classes that the page of conformance says are built', () => {
  const built = rows.flatMap(([, , address = '']) => /`(.+)`/.exec(address)?.[1] ?? []);
  expect([...built].sort()).toEqual([...CONFORMANCE_CLASSES].sort());
});

it('names for each of them tests that are there', () => {
  for (const [, title, address = '', shown = ''] of rows) {
    const files = shown.match(/[\w/-]+\.test\.ts/g) ?? [];
    if (address.includes('http')) expect(files.length, title).toBeGreaterThan(0);
    for (const file of files) {
      const places = [`test/e2e/${file}`, `test/${file}`, `packages/${file}`];
      expect(
        places.some((place) => existsSync(join(ROOT, place))),
        `${title}: ${file}`,
      ).toBe(true);
    }
  }
});
