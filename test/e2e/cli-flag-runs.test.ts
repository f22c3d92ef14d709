import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BaselineDiff, FlagReport } from '@giapranh/core';
import { beforeAll, expect, it } from 'vitest';
import { withTemporaryFolders } from '../temporary-folder.js';
import { CHECKOUT, giapranh, jsonOf } from './cli-process.js';

const DAY = ['--as-of', '2023-05-23'];
/** One place in watched Chợ Đồn, one in Ba Bể that no list names. */
const PLACES = 'id,name,lon,lat,error_m\nA,Điểm A,105.6,22.15,5\nB,Điểm B,105.72,22.4,5\n';
const MOVED = 'id,name,lon,lat,error_m\nA,Điểm A,105.72,22.4,5\nC,Điểm C,105.6,22.15,5\n';

const folders = withTemporaryFolders();
let folder: string;
beforeAll(async () => {
  folder = await folders.create();
});

it('keeps a run, and tells what is new and gone since', async () => {
  const kept = join(folder, 'baseline.json');
  const first = await giapranh(['flag', '-', ...DAY, '--write-baseline', kept], PLACES);
  expect([first.code, first.told]).toEqual([0, expect.stringContaining('2 khu vực')]);
  const second = await giapranh(['flag', '-', ...DAY, '--baseline', kept, '--format', 'json'], MOVED);
  const { changes } = jsonOf(second) as FlagReport & { changes: BaselineDiff };
  expect(changes.sites.map(({ site_id, change }) => [site_id, change])).toEqual([
    ['C', 'new'],
    ['A', 'gone'],
  ]);
  const unreadable = await giapranh(['flag', '-', ...DAY, '--baseline', 'package.json'], PLACES);
  expect([unreadable.code, unreadable.told]).toEqual([2, expect.stringContaining('baseline-unreadable')]);
});

it('asks rules of one’s own, and says why they did not fire', async () => {
  const own = JSON.parse(await readFile(join(CHECKOUT, 'data/profiles/bac-kan/rules.json'), 'utf8')) as {
    rules: { id: string }[];
  };
  const path = join(folder, 'rules.json');
  const rules = own.rules.filter(({ id }) => id === 'watch-unit-1254');
  await writeFile(path, JSON.stringify({ version: 'mine', rules }));
  const run = await giapranh(['flag', '-', ...DAY, '--rules', path, '--why-not', '--explain', '--format', 'json'], PLACES); // biome-ignore format: a command
  const found = jsonOf(run) as FlagReport;
  expect(found.inputs).toMatchObject({ rule_set: 'mine', rules: ['watch-unit-1254'] });
  const of = (id: string) => found.sites.find(({ site_id }) => site_id === id);
  expect(of('A')?.flags[0]?.applied?.parameters).toEqual({ watch_list: '1254-stnmt-ks' });
  expect(of('B')?.why_not?.[0]).toMatchObject({ rule: 'watch-unit-1254', cause: 'not-met' });
  await writeFile(path, JSON.stringify({ version: 'mine', rules: [{ ...rules[0], weight: -1 }] }));
  const refused = await giapranh(['flag', '-', ...DAY, '--rules', path], PLACES);
  expect([refused.code, refused.told]).toEqual([2, expect.stringContaining('rules/0/weight')]);
});

it('writes SARIF and Markdown', async () => {
  const [sarif, page] = await Promise.all(
    ['sarif', 'md'].map((format) => giapranh(['flag', '-', ...DAY, '--format', format], PLACES)),
  );
  expect(sarif && jsonOf(sarif)).toMatchObject({
    version: '2.1.0',
    runs: [{ results: [{ level: 'warning' }] }],
  });
  expect(page?.out).toContain('## A – Điểm A: trung bình');
});
