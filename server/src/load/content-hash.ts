import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Profile } from '@giapranh/core';
import type { Manifest } from '@giapranh/formats';

const require = createRequire(import.meta.url);

/** Dataset ids of all roles of a profile. */
function profileDatasetIds({ datasets }: Profile): string[] {
  return Object.values(datasets).flatMap((role) => (Array.isArray(role) ? role : Object.values(role).flat()));
}

/** The compiled code of a package: what it makes of the same inputs may change with it. */
async function codeHash(name: string): Promise<string> {
  const folder = dirname(require.resolve(name));
  const files = (await readdir(folder, { recursive: true }))
    .filter((file) => file.endsWith('.js') && !file.endsWith('.test.js'))
    .sort();
  const hash = createHash('sha256');
  for (const file of files) hash.update(file).update(await readFile(join(folder, file)));
  return hash.digest('hex');
}

export interface ContentHashes {
  /** Of what the store holds: profile, checksums of its datasets, the code that reads and analyses them. */
  readonly content: string;
  /** Of the prepared tiles: the content and the code that generalises it. */
  readonly tiles: string;
}

export async function contentHashes(profile: Profile, manifest: Manifest): Promise<ContentHashes> {
  const ids = new Set(profileDatasetIds(profile));
  const inputs = manifest.datasets.filter(({ id }) => ids.has(id)).map(({ id, sha256 }) => [id, sha256]);
  const [core, formats, tilesCode] = await Promise.all(
    ['@giapranh/core', '@giapranh/formats', '@giapranh/tiles'].map(codeHash),
  );
  const digest = (value: unknown): string =>
    createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 32);
  const content = digest([profile, inputs, core, formats]);
  return { content, tiles: digest([content, tilesCode]) };
}
