import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  err,
  type Issue,
  issue,
  ok,
  type Profile,
  type ProfileFiles,
  parseProfile,
  type Result,
} from '@giapranh/core';
import { fileFault } from './file-fault.js';
import { readJsonFile } from './json-file.js';

const FILES = [
  'profile.json',
  'documents.json',
  'watch-lists.json',
  'rules.json',
  'bodies.json',
] as const satisfies readonly (keyof ProfileFiles)[];

const PROFILE_ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** The profiles of a data folder, by name. Issues: `file-missing`, `file-unreadable`. */
export async function listProfiles(root: string): Promise<Result<readonly string[]>> {
  const folder = join(root, 'profiles');
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return ok(
      entries
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name)
        .sort(),
    );
  } catch (error) {
    return err(fileFault(folder, error));
  }
}

function unknownProfile(id: string, known: readonly string[]): Issue {
  return issue('profile-unknown', [id], `Không có hồ sơ địa bàn "${id}".`, `There is no profile "${id}".`, {
    vi: `Các hồ sơ có: ${known.join(', ')}.`,
    en: `Profiles: ${known.join(', ')}.`,
  });
}

/**
 * The profile of one area, validated. Issues: `profile-unknown`, `file-missing`, `file-unreadable`,
 * `json-syntax`, `profile-schema`, `profile-reference`, `profile-id`; all files' faults at once.
 */
export async function readProfile(root: string, id: string): Promise<Result<Profile>> {
  const known = await listProfiles(root);
  if (!known.ok) return known;
  if (!PROFILE_ID.test(id) || !known.value.includes(id)) return err(unknownProfile(id, known.value));
  const read = await Promise.all(FILES.map((name) => readJsonFile(join(root, 'profiles', id, name))));
  const [first, ...rest] = read.flatMap((file) => (file.ok ? [] : file.issues));
  if (first !== undefined) return err(first, ...rest);
  const [head, documents, watchLists, rules, bodies] = read.map((file) => (file.ok ? file.value : undefined));
  const profile = parseProfile({
    'profile.json': head,
    'documents.json': documents,
    'watch-lists.json': watchLists,
    'rules.json': rules,
    'bodies.json': bodies,
  });
  if (!profile.ok || profile.value.id === id) return profile;
  return err(
    issue(
      'profile-id',
      ['profile.json', 'id'],
      `Hồ sơ trong thư mục "${id}" tự nhận là "${profile.value.id}".`,
      `The profile in the folder "${id}" calls itself "${profile.value.id}".`,
    ),
  );
}
