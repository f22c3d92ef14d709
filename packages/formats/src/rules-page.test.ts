import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PROFILE_SCHEMAS } from '@giapranh/core';
import { expect, it } from 'vitest';
import { z } from 'zod';

const PAGE = join(import.meta.dirname, '../../../docs/rules.md');
const example = z.record(z.string(), z.unknown());

async function examples() {
  const page = await readFile(PAGE, 'utf8');
  return [...page.matchAll(/```json\n(.*?)```/gs)].map(([, text = '']) => example.parse(JSON.parse(text)));
}

/** The kinds that the schema of rules knows. */
function kinds(): string[] {
  const text = JSON.stringify(z.toJSONSchema(PROFILE_SCHEMAS['rules.json'], { io: 'input' }));
  return [
    ...new Set(
      [...text.matchAll(/"kind":\{"type":"string","const":"([^"]+)"/g)].map(([, kind = '']) => kind),
    ),
  ];
}

it('every example of docs/rules.md is a rule, and every kind has one', async () => {
  const [whole = {}, ...rest] = await examples();
  const { beyond_m: _beyond, within_m: _within, ...common } = whole;
  for (const rule of [whole, ...rest.map((part) => ({ ...common, ...part }))]) {
    const read = PROFILE_SCHEMAS['rules.json'].safeParse({ version: '1', rules: [rule] });
    expect(read.error?.issues ?? [], JSON.stringify(rule)).toEqual([]);
  }
  expect(kinds().length).toBeGreaterThanOrEqual(12);
  expect([...new Set(rest.map(({ kind }) => kind))].sort()).toEqual(kinds().sort());
});

it('the table of docs/rules.md has a row for every kind', async () => {
  const page = await readFile(PAGE, 'utf8');
  for (const kind of kinds()) expect(page).toMatch(new RegExp(`^\\| \`${kind}\` +\\|`, 'm'));
});
