import { err, issue, ok, type Result } from '@giapranh/core';
import type { FeatureStore } from '@giapranh/store';
import { z } from 'zod';
import { PROBLEMS } from '../problems.js';
import type { Access } from './access.js';
import { type Account, type Rights, rightsSchema, userName } from './account.js';
import type { Reader } from './reader.js';
import { recordAct } from './record-act.js';
import { setupPath } from './setup-link.js';

/** Who does something to users or tokens, in the server or at the machine. */
export interface Acting {
  readonly store: FeatureStore;
  readonly access: Access;
  readonly actor: Pick<Reader, 'id' | 'authority'>;
}

export const newUser = rightsSchema.extend({ name: userName });
export const changedUser = rightsSchema.partial().extend({ disabled: z.boolean().optional() });

/** Without the password's hash. */
export function shownUser({ password, ...account }: Account): object {
  return { ...account, has_password: password !== null };
}

function knownUnits(access: Access, units: Rights['units'] | undefined): Result<unknown> {
  const unknown = units === undefined ? [] : access.unknownUnits(units);
  return unknown.length === 0
    ? ok(true)
    : err(
        issue(
          'server-user-units',
          ['units'],
          `Không có đơn vị: ${unknown.join(', ')}.`,
          `There is no such unit: ${unknown.join(', ')}.`,
          { vi: 'Ghi dạng mốc:mã, như 2023:06.', en: 'Write vintage:code, as 2023:06.' },
        ),
      );
}

export interface AddedUser {
  readonly account: Account;
  /** The path of the one-time link by which the user chooses a password. */
  readonly setup: string;
}

/** Issues: `server-user-units`, `server-user-exists`, and those of the store. */
export async function addUser(
  { store, access, actor }: Acting,
  wanted: z.output<typeof newUser>,
): Promise<Result<AddedUser>> {
  const units = knownUnits(access, wanted.units);
  if (!units.ok) return units;
  const { name } = wanted;
  if ((await access.accounts.get(name)) !== undefined) return err(PROBLEMS.userExists);
  const act = { action: 'insert', subject: 'account', id: name, after: wanted } as const;
  const told = await recordAct(store, actor, act);
  if (!told.ok) return told;
  const fresh = { password: null, disabled: false, created_at: new Date().toISOString() };
  const added = await access.accounts.add({ ...wanted, ...fresh });
  if (!added.ok) return added;
  const setup = await setupPath(access, name);
  return setup.ok ? ok({ account: added.value, setup: setup.value }) : setup;
}

/** Whether somebody could still look after users without this one. */
async function isLastAdmin({ access }: Acting, { name }: Account): Promise<boolean> {
  const others = (await access.accounts.list()).filter((account) => account.name !== name);
  return !others.some(({ role, disabled, password }) => role === 'admin' && !disabled && password !== null);
}

/** Rights, and whether the user is shut out: holds for their tokens and sessions at once. Issues: `server-user-units`, `server-last-admin`. */
export async function changeUser(
  acting: Acting,
  account: Account,
  change: z.output<typeof changedUser>,
): Promise<Result<Account>> {
  const units = knownUnits(acting.access, change.units);
  if (!units.ok) return units;
  const given = Object.entries(change).filter(([, value]) => value !== undefined);
  const changed: Account = { ...account, ...Object.fromEntries(given) };
  const steps = changed.role !== 'admin' || changed.disabled;
  if (steps && account.role === 'admin' && (await isLastAdmin(acting, account))) {
    return err(PROBLEMS.lastAdmin);
  }
  const told = await recordAct(acting.store, acting.actor, {
    ...{ action: 'replace', subject: 'account', id: account.name },
    ...{ before: shownUser(account), after: shownUser(changed) },
  });
  return told.ok ? acting.access.accounts.change(changed) : told;
}

/** With their sessions and tokens. The audit keeps their name. Issue: `server-last-admin`. */
export async function removeUser(acting: Acting, account: Account): Promise<Result<boolean>> {
  if (account.role === 'admin' && (await isLastAdmin(acting, account))) return err(PROBLEMS.lastAdmin);
  const before = shownUser(account);
  const act = { action: 'delete', subject: 'account', id: account.name, before } as const;
  const told = await recordAct(acting.store, acting.actor, act);
  if (!told.ok) return told;
  const removed = await acting.access.accounts.remove(account.name);
  if (removed.ok) await acting.access.tokens.removeOf(account.name, ['session', 'api', 'setup']);
  return removed;
}

/** The path of a new link for a forgotten password; links made before end. */
export async function renewLink(acting: Acting, account: Account): Promise<Result<string>> {
  const act = { action: 'setup-link', subject: 'account', id: account.name } as const;
  const told = await recordAct(acting.store, acting.actor, act);
  return told.ok ? setupPath(acting.access, account.name) : told;
}
