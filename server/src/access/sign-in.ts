import type { Issue } from '@giapranh/core';
import type { FeatureStore } from '@giapranh/store';
import { PROBLEMS } from '../problems.js';
import type { Access } from './access.js';
import type { Account } from './account.js';
import { isPassword } from './password.js';
import { recordAct } from './record-act.js';

/** Why a name and a password let nobody in; the same whether the name is there or not. */
export interface Refusal {
  readonly status: 401 | 429;
  readonly issue: Issue;
  /** Seconds to wait. */
  readonly wait_s?: number;
}

export interface Attempt {
  readonly name: string;
  readonly password: string;
  /** Where it comes from. */
  readonly address: string;
}

/** The user whose name and password these are: each try counts until it was right, and the audit has the wrong ones. */
export async function accountBy(
  { store, access }: { readonly store: FeatureStore; readonly access: Access },
  { name: given, password, address }: Attempt,
): Promise<Account | Refusal> {
  const name = given.normalize('NFC').trim().toLowerCase();
  const wait_s = access.attempts.wait_s(name, address);
  if (wait_s > 0) return { status: 429, issue: PROBLEMS.tooManyAttempts, wait_s };
  access.attempts.note(name, address);
  const account = await access.accounts.get(name);
  const kept = account === undefined || account.disabled ? null : account.password;
  if (!(await isPassword(password, kept)) || account === undefined) {
    const act = { action: 'sign-in-refused', subject: 'session', id: name.slice(0, 100) } as const;
    await recordAct(store, { id: 'anonymous' }, act);
    return { status: 401, issue: PROBLEMS.signInWrong };
  }
  access.attempts.forgive(name, address);
  return account;
}
