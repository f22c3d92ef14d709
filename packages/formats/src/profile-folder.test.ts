import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { listProfiles, readProfile } from './profile-folder.js';

const DATA = join(import.meta.dirname, '../../../data');

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'giapranh-profiles-'));
  await cp(join(DATA, 'profiles'), join(root, 'profiles'), { recursive: true });
});
afterEach(() => rm(root, { recursive: true }));

async function edit(file: string, from: string, to: string): Promise<void> {
  const path = join(root, 'profiles/bac-kan', file);
  const text = await readFile(path, 'utf8');
  expect(text).toContain(from);
  await writeFile(path, text.replace(from, to));
}

async function issues(id = 'bac-kan'): Promise<string[]> {
  const profile = await readProfile(root, id);
  return profile.ok ? [] : profile.issues.map(({ code, path }) => `${code} ${path.join('/')}`);
}

it('reads every profile of the data folder', async () => {
  const ids = await listProfiles(root);
  expect(ids.ok && ids.value).toEqual(['bac-kan', 'can-tho', 'cao-bang']);
  for (const id of ids.ok ? ids.value : []) expect([id, await issues(id)]).toEqual([id, []]);
});

it('keeps the five watch units of 1254/STNMT-KS, by code and name of vintage 2023', async () => {
  const profile = await readProfile(root, 'bac-kan');
  const [list] = profile.ok ? profile.value.watchLists : [];
  expect(list?.units.map(({ code, name }) => `${code} ${name}`).sort()).toEqual([
    '058 Thành phố Bắc Kạn',
    '062 Huyện Ngân Sơn',
    '064 Huyện Chợ Đồn',
    '065 Huyện Chợ Mới',
    '066 Huyện Na Rì',
  ]);
});

it('names what there is when asked for what there is not', async () => {
  const profile = await readProfile(root, '../bac-kan');
  expect(profile.ok).toBe(false);
  expect(!profile.ok && profile.issues[0].hint?.en).toBe('Profiles: bac-kan, can-tho, cao-bang.');
});

it('tells the faults of all files at once, each with file and place', async () => {
  await edit('profile.json', '"analysis"', '"legal"');
  await edit('rules.json', '"high"', '"highest"');
  await edit('documents.json', '"2021-08-24"', '"2021-02-30"');
  const found = await issues();
  expect(found).toHaveLength(3);
  expect(found).toContain('profile-schema profile.json/ring_status');
  expect(found.filter((text) => /^profile-schema rules\.json\/rules\/\d+\/level$/.test(text))).toHaveLength(
    1,
  );
  expect(
    found.filter((text) => /^profile-schema documents\.json\/documents\/\d+\/date$/.test(text)),
  ).toHaveLength(1);
});

it('refuses references to nothing, rings that do not rise, and a folder of another name', async () => {
  await edit('watch-lists.json', '"document": "1254-stnmt-ks"', '"document": "no-such"');
  expect(await issues()).toEqual(['profile-reference watch-lists.json/0']);
  await edit('watch-lists.json', '"no-such"', '"1254-stnmt-ks"');
  await edit('profile.json', '[500, 1000, 2000, 5000]', '[500, 2000, 1000, 5000]');
  expect(await issues()).toEqual(['profile-schema profile.json/ring_widths_m']);
  await edit('profile.json', '[500, 2000, 1000, 5000]', '[500]');
  await edit('profile.json', '"id": "bac-kan"', '"id": "bac-giang"');
  expect(await issues()).toEqual(['profile-id profile.json/id']);
});

it('tells a file that is missing or is no JSON', async () => {
  await rm(join(root, 'profiles/bac-kan/bodies.json'));
  await edit('rules.json', '{', '');
  expect((await issues()).map((text) => text.split(' ')[0])).toEqual(['json-syntax', 'file-missing']);
});
