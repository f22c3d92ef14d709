import { z } from 'zod';
import { rightsSchema } from '../access/account.js';
import { recordAct } from '../access/record-act.js';
import type { Token } from '../access/token.js';
import { readParameters } from '../http/parameters.js';
import { readBody } from '../http/read-body.js';
import { type Ask, json, problem, type Reply } from '../http/reply.js';
import { PROBLEMS } from '../problem.js';
import type { Services } from '../services.js';

const DAY_s = 86_400;

const newToken = z.strictObject({
  label: z.string().min(1).max(100),
  days: z.int().min(1).max(366).default(90),
  /** Less than the user's own rights; more than those is never granted. */
  scope: rightsSchema.partial().optional(),
});

/** Without the hash. */
function shown({ id, account, label, scope, created_at, expires_at }: Token): object {
  return { id, account, label, scope: scope ?? null, created_at, expires_at };
}

/** `GET /tokens`: the reader's own; an administrator's list has everybody's. */
export const tokens =
  ({ access }: Services) =>
  async ({ request, reader }: Ask): Promise<Reply> => {
    const parameters = readParameters(request, []);
    if (!parameters.ok) return problem(400, ...parameters.issues);
    const found = (await access.tokens.list()).filter(
      ({ kind, account }) => kind === 'api' && (reader.role === 'admin' || account === reader.id),
    );
    return json({ tokens: found.map(shown) });
  };

/** `POST /tokens`: the only answer that has the token itself. */
export const createToken =
  ({ access, store }: Services) =>
  async ({ request, reader }: Ask): Promise<Reply> => {
    const read = readBody(newToken, request.body);
    if (!read.ok) return problem(422, ...read.issues);
    // A token makes no token: who stole one would outlive its end.
    if (reader.csrf === undefined) return problem(403, PROBLEMS.sessionOnly);
    const { label, scope, days } = read.value;
    const act = { action: 'insert', subject: 'token', id: reader.id, after: read.value } as const;
    const told = await recordAct(store, reader, act);
    if (!told.ok) return problem(503, ...told.issues);
    const asked = { kind: 'api', account: reader.id, label, scope } as const;
    const issued = await access.tokens.issue(asked, days * DAY_s);
    if (!issued.ok) return problem(503, ...issued.issues);
    const { token, text } = issued.value;
    const headers = { 'Cache-Control': 'no-store' };
    return { kind: 'json', status: 201, body: { ...shown(token), token: text }, headers };
  };

/** `DELETE /tokens/{id}`: at once. Of others only an administrator's business. */
export const revokeToken =
  ({ access, store }: Services) =>
  async ({ request, reader }: Ask): Promise<Reply> => {
    const id = String(request.params['id']);
    const token = (await access.tokens.list()).find(
      (one) => one.id === id && one.kind === 'api' && (reader.role === 'admin' || one.account === reader.id),
    );
    if (token === undefined) return problem(404, PROBLEMS.noSuchToken);
    const act = { action: 'delete', subject: 'token', id, before: shown(token) } as const;
    const told = await recordAct(store, reader, act);
    if (!told.ok) return problem(503, ...told.issues);
    await access.tokens.remove(id);
    return { kind: 'json', status: 204, body: null };
  };
