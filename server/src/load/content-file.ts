import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';

/** Files worked out from one content, `<profile>-<hash>.json.gz`, each kind in a folder of its own. */
export const JSON_SUFFIX = '.json.gz';

/** Written beside and moved into place; those of the profile's other contents go. */
export async function writeJsonOf(path: string, profile: string, document: unknown): Promise<void> {
  const folder = dirname(path);
  const beside = `${path}.${randomUUID()}.part`;
  await mkdir(folder, { recursive: true });
  try {
    await writeFile(beside, await promisify(gzip)(JSON.stringify(document)));
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
  for (const name of await readdir(folder)) {
    const isOld = name.startsWith(`${profile}-`) && name.endsWith(JSON_SUFFIX) && name !== basename(path);
    if (isOld) await rm(join(folder, name), { force: true });
  }
}

/** What was written; `undefined` where there is no such file or it is not whole. */
export async function readJsonOf(path: string): Promise<unknown> {
  try {
    return JSON.parse((await promisify(gunzip)(await readFile(path))).toString('utf8'));
  } catch {
    return undefined;
  }
}
