import type { IncomingMessage } from 'node:http';
import type { Request, RequestHandler } from 'express';
import type { ServerConfig } from '../config.js';
import { originOf } from '../http/reply.js';
import { languageOf } from '../language.js';
import { sendProblem } from '../problem.js';
import { PROBLEMS } from '../problems.js';
import type { Access } from './access.js';
import { letIn, mayDo, NOBODY, type Reader, readerOf } from './reader.js';
import type { Need } from './role.js';
import { isSame } from './secret.js';

export const SESSION_COOKIE = 'giapranh_session';

/** The session's secret among the cookies. */
export function sessionCookie({ headers }: IncomingMessage): string | undefined {
  const parts = (headers.cookie ?? '').split(';').map((part) => part.trim());
  return parts.find((part) => part.startsWith(`${SESSION_COOKIE}=`))?.slice(SESSION_COOKIE.length + 1);
}

/** Whether anything in the request says who it is from. */
export function namesItself(request: IncomingMessage): boolean {
  return request.headers.authorization !== undefined || sessionCookie(request) !== undefined;
}

/** `Bearer …`, or as QGIS and curl send it: `Basic` with the token as the password of any name. */
function tokenIn(header: string): string | undefined {
  const [, scheme = '', value = ''] = /^(bearer|basic) +(\S+)$/i.exec(header) ?? [];
  if (scheme.toLowerCase() === 'bearer') return value;
  const pair = Buffer.from(value, 'base64').toString('utf8');
  return scheme === '' || !pair.includes(':') ? undefined : pair.slice(pair.indexOf(':') + 1);
}

/** Whether the request bears the operator's own token. */
export function namesOperator(
  { headers }: IncomingMessage,
  { editToken }: Pick<ServerConfig, 'editToken'>,
): boolean {
  if (editToken === undefined || headers.authorization === undefined) return false;
  const token = tokenIn(headers.authorization);
  return token !== undefined && isSame(token, editToken);
}

/** Says who sent the request. A wrong token is refused, never taken for none; a session that ended is none. */
export function identify(access: Access, { publicRead }: ServerConfig): RequestHandler {
  return async (request, response, next) => {
    const header = request.headers.authorization;
    if (header !== undefined && header.trim() !== '') {
      const token = tokenIn(header);
      const reader = token === undefined ? undefined : await access.bearer(token, ['api']);
      if (reader === undefined) {
        response.set('WWW-Authenticate', 'Bearer');
        return sendProblem(response, 401, [PROBLEMS.tokenUnknown], languageOf(request));
      }
      letIn(request, reader);
      return next();
    }
    const cookie = sessionCookie(request);
    const reader = cookie === undefined ? undefined : await access.bearer(cookie, ['session']);
    if (reader !== undefined) letIn(request, reader);
    else if (!publicRead) letIn(request, NOBODY);
    next();
  };
}

const SAFE = ['GET', 'HEAD', 'OPTIONS'];

/** Whether a request that changes something comes from our own page: browsers add a cookie to any page's. */
function isOwn(request: Request, { csrf }: Reader): boolean {
  if (csrf === undefined || SAFE.includes(request.method)) return true;
  return request.get('origin') === originOf(request) && isSame(request.get('x-csrf-token') ?? '', csrf);
}

/** Before a body is read: whoever may not is told so. */
export function only(need: Need): RequestHandler {
  return (request, response, next) => {
    const reader = readerOf(request);
    const language = languageOf(request);
    if (reader.role !== undefined) response.set('Cache-Control', 'private, no-cache');
    if (need !== 'open' && !isOwn(request, reader)) {
      return sendProblem(response, 403, [PROBLEMS.csrf], language);
    }
    if (mayDo(reader, need)) return next();
    if (reader.role !== undefined) return sendProblem(response, 403, [PROBLEMS.denied], language);
    response.set('WWW-Authenticate', 'Bearer');
    sendProblem(response, 401, [PROBLEMS.signInFirst], language);
  };
}
