import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type ExchangePolicy, ok, type Profile, parseExchangePolicy, type Result } from '@giapranh/core';
import { readJsonFile } from '../json-file.js';

/**
 * What a profile lets out to its neighbours; `null` without `exchange.json`: nothing. Issues: `file-unreadable`,
 * `json-syntax`, `profile-schema`, `profile-reference`.
 */
export async function readExchangePolicy(
  root: string,
  profile: Profile,
): Promise<Result<ExchangePolicy | null>> {
  const path = join(root, 'profiles', profile.id, 'exchange.json');
  const isThere = await stat(path).then(
    () => true,
    () => false,
  );
  if (!isThere) return ok(null);
  const file = await readJsonFile(path);
  return file.ok ? parseExchangePolicy(file.value, profile) : file;
}
