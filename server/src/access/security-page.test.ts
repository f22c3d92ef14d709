import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const PAGE = join(import.meta.dirname, '../../../docs/security.md');

/** Of each section of OWASP ASVS 4.0.3 the last number, and what of it was deleted or is of level 3 alone. */
const SECTIONS: readonly (readonly [section: string, last: number, without?: readonly number[]])[] = [
  ...([
    ['1.1', 7],
    ['1.2', 4],
    ['1.4', 5, [2, 3]],
    ['1.5', 4],
    ['1.6', 4],
    ['1.7', 2],
    ['1.8', 2],
  ] as const),
  ...([
    ['1.9', 2],
    ['1.10', 1],
    ['1.11', 2],
    ['1.12', 2, [1]],
    ['1.14', 6],
    ['2.1', 12],
    ['2.2', 3],
  ] as const),
  ...([
    ['2.3', 3],
    ['2.4', 6],
    ['2.5', 7],
    ['2.6', 3],
    ['2.7', 6],
    ['2.8', 7],
    ['2.9', 3],
    ['2.10', 4],
  ] as const),
  ...([
    ['3.1', 1],
    ['3.2', 4],
    ['3.3', 4],
    ['3.4', 5],
    ['3.5', 3],
    ['3.7', 1],
    ['4.1', 5, [4]],
  ] as const),
  ...([
    ['4.2', 2],
    ['4.3', 3],
    ['5.1', 5],
    ['5.2', 8],
    ['5.3', 10],
    ['5.4', 3],
    ['5.5', 4],
    ['6.1', 3],
  ] as const),
  ...([
    ['6.2', 6],
    ['6.3', 2],
    ['6.4', 2],
    ['7.1', 4],
    ['7.2', 2],
    ['7.3', 4, [2]],
    ['7.4', 3],
  ] as const),
  ...([
    ['8.1', 4],
    ['8.2', 3],
    ['8.3', 8],
    ['9.1', 3],
    ['9.2', 4],
    ['10.2', 2],
    ['10.3', 3],
    ['11.1', 8],
  ] as const),
  ...([
    ['12.1', 3],
    ['12.2', 1],
    ['12.3', 6],
    ['12.4', 2],
    ['12.5', 2],
    ['12.6', 1],
  ] as const),
  ...([
    ['13.1', 5, [2]],
    ['13.2', 6, [4]],
    ['13.3', 2],
    ['13.4', 2],
    ['14.1', 4],
    ['14.2', 6],
  ] as const),
  ...([
    ['14.3', 3, [1]],
    ['14.4', 7],
    ['14.5', 4],
  ] as const),
];

it('judges each requirement of levels 1 and 2 once, and counts them right', async () => {
  const page = await readFile(PAGE, 'utf8');
  const rows = [...page.matchAll(/^\| ([\d., ]+?) *\| ([✓◐✗–]) +\| (.+?) *\|$/gmu)];
  const judged = rows.flatMap(([, numbers = '', mark = '']) =>
    numbers.split(',').map((number) => [number.trim(), mark] as const),
  );
  const wanted = SECTIONS.flatMap(([section, last, without = []]) =>
    Array.from({ length: last }, (_, at) => at + 1)
      .filter((number) => !without.includes(number))
      .map((number) => `${section}.${number}`),
  );
  expect(judged.map(([number]) => number).sort()).toEqual([...wanted].sort());
  for (const mark of ['✓', '◐', '✗', '–']) {
    const count = judged.filter(([, given]) => given === mark).length;
    expect(page).toContain(`${mark} ${count} `);
  }
  expect(page).toContain(`All ${wanted.length} requirements`);
});
