import { err, ok, type Result } from '@giapranh/core';
import { z } from 'zod';
import { PROBLEMS } from '../problems.js';
import { rightsSchema } from './account.js';
import { recordAct } from './record-act.js';
import type { Token } from './token.js';
import type { Acting } from './user-acts.js';

const DAY_s = 86_400;

export const newToken = z.strictObject({
  label: z.string().min(1).max(100),
  days: z.int().min(1).max(366).default(90),
  /** Less than the user's own rights; more than those is never granted. */
  scope: rightsSchema.partial().optional(),
});

/** Without the hash. */
export function shownToken({ id, account, label, scope, created_at, expires_at }: Token): object {
  return { id, account, label, scope: scope ?? null, created_at, expires_at };
}

/** A token for a user. The text is told once. */
export async function addToken(
  { store, access, actor }: Acting,
  account: string,
  asked: z.output<typeof newToken>,
): Promise<Result<{ readonly token: Token; readonly text: string }>> {
  const { label, scope, days } = asked;
  const act = { action: 'insert', subject: 'token', id: account, after: asked } as const;
  const told = await recordAct(store, actor, act);
  if (!told.ok) return told;
  return access.tokens.issue({ kind: 'api', account, label, scope }, days * DAY_s);
}

/** At once. `mine`: whose tokens may be touched. Issue: `server-token-unknown`. */
export async function revokeToken(
  { store, access, actor }: Acting,
  id: string,
  mine: (token: Token) => boolean,
): Promise<Result<boolean>> {
  const token = (await access.tokens.list()).find((one) => one.id === id && one.kind === 'api' && mine(one));
  if (token === undefined) return err(PROBLEMS.noSuchToken);
  const act = { action: 'delete', subject: 'token', id, before: shownToken(token) } as const;
  const told = await recordAct(store, actor, act);
  return told.ok ? ok(await access.tokens.remove(id)) : told;
}
