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

const PROFILES = join(import.meta.dirname, '../../../data/profiles');
const written = z.object({ rules: z.array(z.object({ id: z.string() })) });
const patrol = z.object({ patrol: z.object({ factors: z.record(z.string(), z.unknown()) }) });

it.each(['bac-kan', 'can-tho'])(
  'docs/rules.md names every shipped rule of %s and every factor of patrols',
  async (id) => {
    const page = await readFile(PAGE, 'utf8');
    const file = async (name: string): Promise<unknown> =>
      JSON.parse(await readFile(join(PROFILES, id, name), 'utf8'));
    const rules = written
      .parse(await file('rules.json'))
      .rules.filter((rule) => !/^near-border-[12]000$/.test(rule.id));
    for (const rule of rules) expect(page, rule.id).toContain(`\`${rule.id}\``);
    const [vi = '', en = ''] = page.split('## English');
    for (const factor of Object.keys(patrol.parse(await file('profile.json')).patrol.factors)) {
      expect(vi, factor).toContain(`\`${factor}\``);
      expect(en, factor).toContain(`\`${factor}\``);
    }
  },
);
