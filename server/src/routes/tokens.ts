import { addToken, newToken, revokeToken as revoke, shownToken } from '../access/token-acts.js';
import { readParameters } from '../http/parameters.js';
import { readBody } from '../http/read-body.js';
import { type Ask, json, problem, type Reply } from '../http/reply.js';
import { statusOf } from '../problem.js';
import { PROBLEMS } from '../problems.js';
import type { Services } from '../services.js';

/** `GET /tokens`: the reader's own; an administrator's list has everybody's. */
export const tokens =
  ({ access }: Services) =>
  async ({ request, reader }: Ask): Promise<Reply> => {
    const parameters = readParameters(request, []);
    if (!parameters.ok) return problem(400, ...parameters.issues);
    const found = (await access.tokens.list()).filter(
      ({ kind, account }) => kind === 'api' && (reader.role === 'admin' || account === reader.id),
    );
    return json({ tokens: found.map(shownToken) });
  };

/** `POST /tokens`: the only answer that has the token itself. */
export const createToken =
  (services: Services) =>
  async ({ request, reader }: Ask): Promise<Reply> => {
    const read = readBody(newToken, request.body);
    if (!read.ok) return problem(422, ...read.issues);
    // A token makes no token: who stole one would outlive its end.
    if (reader.csrf === undefined) return problem(403, PROBLEMS.sessionOnly);
    const issued = await addToken({ ...services, actor: reader }, reader.id, read.value);
    if (!issued.ok) return problem(503, ...issued.issues);
    const { token, text } = issued.value;
    const headers = { 'Cache-Control': 'no-store' };
    return { kind: 'json', status: 201, body: { ...shownToken(token), token: text }, headers };
  };

/** `DELETE /tokens/{id}`: at once. Of others only an administrator's business. */
export const revokeToken =
  (services: Services) =>
  async ({ request, reader }: Ask): Promise<Reply> => {
    const mine = ({ account }: { account: string | null }) =>
      reader.role === 'admin' || account === reader.id;
    const done = await revoke({ ...services, actor: reader }, String(request.params['id']), mine);
    if (done.ok) return { kind: 'json', status: 204, body: null };
    return problem(statusOf(done.issues[0], 503), ...done.issues);
  };
