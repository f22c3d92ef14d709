import type { Issue } from '@giapranh/core';
import type { Account } from '../access/account.js';
import { needsConfirmation } from '../access/confirmed.js';
import {
  addUser,
  changeUser as change,
  changedUser,
  newUser,
  removeUser,
  renewLink,
  shownUser,
} from '../access/user-acts.js';
import { readParameters } from '../http/parameters.js';
import { readBody } from '../http/read-body.js';
import { type Ask, json, problem, type Reply } from '../http/reply.js';
import { statusOf } from '../problem.js';
import { PROBLEMS } from '../problems.js';
import type { Services } from '../services.js';

function refused([first, ...rest]: readonly [Issue, ...Issue[]]): Reply {
  return problem(statusOf(first, 503), first, ...rest);
}

/** `GET /users`. */
export const users =
  ({ access }: Services) =>
  async ({ request }: Ask): Promise<Reply> => {
    const parameters = readParameters(request, []);
    if (!parameters.ok) return problem(400, ...parameters.issues);
    return json({ users: (await access.accounts.list()).map(shownUser) });
  };

/** `POST /users`: the answer has the one-time link by which the user chooses a password. */
export const createUser =
  (services: Services) =>
  async ({ request, reader, origin }: Ask): Promise<Reply> => {
    const read = readBody(newUser, request.body);
    if (!read.ok) return problem(422, ...read.issues);
    if (needsConfirmation(reader)) return problem(403, PROBLEMS.confirmFirst);
    const added = await addUser({ ...services, actor: reader }, read.value);
    if (!added.ok) return refused(added.issues);
    const { account, setup } = added.value;
    const headers = { Location: `${origin}/users/${account.name}`, 'Cache-Control': 'no-store' };
    const body = { ...shownUser(account), setup: `${origin}${setup}` };
    return { kind: 'json', status: 201, body, headers };
  };

function withUser(services: Services, answer: (account: Account, ask: Ask) => Promise<Reply>) {
  return async (ask: Ask): Promise<Reply> => {
    const account = await services.access.accounts.get(String(ask.request.params['name']));
    if (account === undefined) return problem(404, PROBLEMS.noSuchUser);
    const changes = ask.request.method !== 'GET' && ask.request.method !== 'HEAD';
    if (changes && needsConfirmation(ask.reader)) return problem(403, PROBLEMS.confirmFirst);
    return answer(account, ask);
  };
}

/** `GET /users/{name}`. */
export const user = (services: Services) => withUser(services, async (account) => json(shownUser(account)));

/** `PATCH /users/{name}`: rights and whether the user is shut out; holds for their tokens and sessions at once. */
export const changeUser = (services: Services) =>
  withUser(services, async (account, { request, reader }) => {
    const read = readBody(changedUser, request.body);
    if (!read.ok) return problem(422, ...read.issues);
    const changed = await change({ ...services, actor: reader }, account, read.value);
    return changed.ok ? json(shownUser(changed.value)) : refused(changed.issues);
  });

/** `DELETE /users/{name}`: with their sessions and tokens. The audit keeps their name. */
export const deleteUser = (services: Services) =>
  withUser(services, async (account, { reader }) => {
    const removed = await removeUser({ ...services, actor: reader }, account);
    return removed.ok ? { kind: 'json', status: 204, body: null } : refused(removed.issues);
  });

/** `POST /users/{name}/setup`: a new link for a forgotten password; links made before end. */
export const renewSetup = (services: Services) =>
  withUser(services, async (account, { reader, origin }) => {
    const setup = await renewLink({ ...services, actor: reader }, account);
    if (!setup.ok) return refused(setup.issues);
    const headers = { 'Cache-Control': 'no-store' };
    return { kind: 'json', status: 201, body: { setup: `${origin}${setup.value}` }, headers };
  });
