import { ok, type Result } from '@giapranh/core';
import type { Access } from './access.js';

const LIVES_s = 24 * 3600;

/** The path of a link by which a user, or the first administrator (`null`), chooses a password once; earlier ones end. */
export async function setupPath(access: Access, account: string | null): Promise<Result<string>> {
  await access.tokens.removeOf(account, ['setup']);
  const issued = await access.tokens.issue({ kind: 'setup', account, label: 'setup' }, LIVES_s);
  return issued.ok ? ok(`/setup?token=${issued.value.text}`) : issued;
}

/** While there is no user, each start makes a new link, and the one before ends. */
export async function firstSetupPath(access: Access): Promise<string | undefined> {
  if (!(await access.accounts.isEmpty())) return undefined;
  const path = await setupPath(access, null);
  return path.ok ? path.value : undefined;
}
