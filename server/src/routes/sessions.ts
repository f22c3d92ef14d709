import type { RequestHandler } from 'express';
import { z } from 'zod';
import { needsConfirmation } from '../access/confirmed.js';
import { readerOf } from '../access/reader.js';
import { recordAct } from '../access/record-act.js';
import { accountBy } from '../access/sign-in.js';
import type { Token } from '../access/token.js';
import { readParameters } from '../http/parameters.js';
import { readBody } from '../http/read-body.js';
import { type Ask, json, problem, type Reply } from '../http/reply.js';
import { languageOf } from '../language.js';
import { sendProblem } from '../problem.js';
import { PROBLEMS } from '../problems.js';
import type { Services } from '../services.js';

const isOwn = ({ kind, account }: Token, name: string): boolean => kind === 'session' && account === name;

/** `GET /sessions`: where the reader is signed in. */
export const sessions =
  ({ access }: Services) =>
  async ({ request, reader }: Ask): Promise<Reply> => {
    const parameters = readParameters(request, []);
    if (!parameters.ok) return problem(400, ...parameters.issues);
    const own = (await access.tokens.list()).filter((token) => isOwn(token, reader.id));
    return json({
      sessions: own.map(({ id, created_at, seen_at, expires_at }) => ({
        ...{ id, created_at, seen_at: seen_at ?? created_at, expires_at },
        this_one: id === reader.token,
      })),
    });
  };

/** `DELETE /sessions/{id}`: ends one of the reader's own, by who gave the password lately. */
export const endSession =
  ({ access, store }: Services) =>
  async ({ request, reader }: Ask): Promise<Reply> => {
    const id = String(request.params['id']);
    const own = (await access.tokens.list()).some((token) => token.id === id && isOwn(token, reader.id));
    if (!own) return problem(404, PROBLEMS.noSuchSession);
    if (needsConfirmation(reader)) return problem(403, PROBLEMS.confirmFirst);
    const told = await recordAct(store, reader, { action: 'sign-out', subject: 'session', id: reader.id });
    if (!told.ok) return problem(503, ...told.issues);
    await access.tokens.remove(id);
    return { kind: 'json', status: 204, body: null };
  };

const given = z.strictObject({ password: z.string().max(1000) });

/** `POST /session/confirmation`: the password once more, before users are changed in a session. */
export function confirmSession(services: Services): RequestHandler {
  return async (request, response) => {
    const language = languageOf(request);
    const reader = readerOf(request);
    const read = readBody(given, request.body);
    if (!read.ok) return sendProblem(response, 422, read.issues, language);
    if (reader.csrf === undefined || reader.token === undefined) {
      return sendProblem(response, 409, [PROBLEMS.noSession], language);
    }
    const attempt = { name: reader.id, password: read.value.password, address: request.ip ?? '' };
    const account = await accountBy(services, attempt);
    if ('issue' in account) {
      if (account.wait_s !== undefined) response.set('Retry-After', String(account.wait_s));
      return sendProblem(response, account.status === 401 ? 422 : 429, [account.issue], language);
    }
    await services.access.tokens.confirm(reader.token);
    response.status(204).end();
  };
}
