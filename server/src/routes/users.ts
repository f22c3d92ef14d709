import { err, issue, ok, type Result } from '@giapranh/core';
import { z } from 'zod';
import { type Account, type Rights, rightsSchema, userName } from '../access/account.js';
import { recordAct } from '../access/record-act.js';
import { readParameters } from '../http/parameters.js';
import { readBody } from '../http/read-body.js';
import { type Ask, json, problem, type Reply } from '../http/reply.js';
import { PROBLEMS } from '../problem.js';
import type { Services } from '../services.js';
import { setupPath } from './setup.js';

const newUser = rightsSchema.extend({ name: userName });
const changedUser = rightsSchema.partial().extend({ disabled: z.boolean().optional() });

/** Without the password's hash. */
function shown({ password, ...account }: Account): object {
  return { ...account, has_password: password !== null };
}

function knownUnits({ access }: Services, units: Rights['units'] | undefined): Result<unknown> {
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

/** `GET /users`. */
export const users =
  ({ access }: Services) =>
  async ({ request }: Ask): Promise<Reply> => {
    const parameters = readParameters(request, []);
    if (!parameters.ok) return problem(400, ...parameters.issues);
    return json({ users: (await access.accounts.list()).map(shown) });
  };

/** `POST /users`: the answer has the one-time link by which the user chooses a password. */
export const createUser =
  (services: Services) =>
  async ({ request, reader, origin }: Ask): Promise<Reply> => {
    const read = readBody(newUser, request.body);
    if (!read.ok) return problem(422, ...read.issues);
    const units = knownUnits(services, read.value.units);
    if (!units.ok) return problem(422, ...units.issues);
    const { name } = read.value;
    if ((await services.access.accounts.get(name)) !== undefined) return problem(409, PROBLEMS.userExists);
    const act = { action: 'insert', subject: 'account', id: name, after: read.value } as const;
    const told = await recordAct(services.store, reader, act);
    if (!told.ok) return problem(503, ...told.issues);
    const fresh = { password: null, disabled: false, created_at: new Date().toISOString() };
    const added = await services.access.accounts.add({ ...read.value, ...fresh });
    if (!added.ok) return problem(409, ...added.issues);
    const path = await setupPath(services, name);
    const headers = { Location: `${origin}/users/${name}` };
    return { kind: 'json', status: 201, body: { ...shown(added.value), setup: `${origin}${path}` }, headers };
  };

function withUser(services: Services, answer: (account: Account, ask: Ask) => Promise<Reply>) {
  return async (ask: Ask): Promise<Reply> => {
    const account = await services.access.accounts.get(String(ask.request.params['name']));
    return account === undefined ? problem(404, PROBLEMS.noSuchUser) : answer(account, ask);
  };
}

/** `GET /users/{name}`. */
export const user = (services: Services) => withUser(services, async (account) => json(shown(account)));

/** Whether somebody could still look after users without this one. */
async function isLastAdmin({ access }: Services, { name }: Account): Promise<boolean> {
  const others = (await access.accounts.list()).filter((account) => account.name !== name);
  return !others.some(({ role, disabled, password }) => role === 'admin' && !disabled && password !== null);
}

/** `PATCH /users/{name}`: rights and whether the user is shut out; holds for their tokens and sessions at once. */
export const changeUser = (services: Services) =>
  withUser(services, async (account, { request, reader }) => {
    const read = readBody(changedUser, request.body);
    if (!read.ok) return problem(422, ...read.issues);
    const units = knownUnits(services, read.value.units);
    if (!units.ok) return problem(422, ...units.issues);
    const given = Object.entries(read.value).filter(([, value]) => value !== undefined);
    const changed: Account = { ...account, ...Object.fromEntries(given) };
    const steps = changed.role !== 'admin' || changed.disabled;
    if (steps && account.role === 'admin' && (await isLastAdmin(services, account))) {
      return problem(409, PROBLEMS.lastAdmin);
    }
    const told = await recordAct(services.store, reader, {
      ...{ action: 'replace', subject: 'account', id: account.name },
      ...{ before: shown(account), after: shown(changed) },
    });
    const done = told.ok ? await services.access.accounts.change(changed) : told;
    return done.ok ? json(shown(changed)) : problem(503, ...done.issues);
  });

/** `DELETE /users/{name}`: with their sessions and tokens. The audit keeps their name. */
export const deleteUser = (services: Services) =>
  withUser(services, async (account, { reader }) => {
    if (account.role === 'admin' && (await isLastAdmin(services, account))) {
      return problem(409, PROBLEMS.lastAdmin);
    }
    const act = { action: 'delete', subject: 'account', id: account.name, before: shown(account) } as const;
    const told = await recordAct(services.store, reader, act);
    if (!told.ok) return problem(503, ...told.issues);
    const removed = await services.access.accounts.remove(account.name);
    if (!removed.ok) return problem(503, ...removed.issues);
    await services.access.tokens.removeOf(account.name, ['session', 'api', 'setup']);
    return { kind: 'json', status: 204, body: null };
  });

/** `POST /users/{name}/setup`: a new link for a forgotten password; links made before end. */
export const renewSetup = (services: Services) =>
  withUser(services, async (account, { reader, origin }) => {
    const act = { action: 'setup-link', subject: 'account', id: account.name } as const;
    const told = await recordAct(services.store, reader, act);
    if (!told.ok) return problem(503, ...told.issues);
    return {
      kind: 'json',
      status: 201,
      body: { setup: `${origin}${await setupPath(services, account.name)}` },
    };
  });
