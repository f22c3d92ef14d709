import { createHash, timingSafeEqual } from 'node:crypto';
import type { RequestHandler } from 'express';
import type { ServerConfig } from '../config.js';
import { languageOf } from '../language.js';
import { PROBLEMS, sendProblem } from '../problem.js';
import { letIn, type Reader, readerOf } from './reader.js';

/** Whoever bears the operator's token: everything, until people sign in by themselves. */
const OPERATOR: Reader = { id: 'operator', secrecy: ['public', 'internal', 'restricted'], units: 'all' };

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Lets in who bears the token; a wrong token is refused, never taken for none. */
export function operatorToken({ editToken }: ServerConfig): RequestHandler {
  const expected = editToken === undefined ? undefined : digest(editToken);
  return (request, response, next) => {
    const given = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (given === undefined) return next();
    if (expected === undefined || !timingSafeEqual(digest(given), expected)) {
      response.set('WWW-Authenticate', 'Bearer');
      return sendProblem(response, 401, [PROBLEMS.tokenUnknown], languageOf(request));
    }
    letIn(request, OPERATOR);
    next();
  };
}

/** Before a body is read: whoever may not write is told so. */
export const onlyEditors: RequestHandler = (request, response, next) => {
  if (readerOf(request) === OPERATOR) return next();
  sendProblem(response, 403, [PROBLEMS.editDenied], languageOf(request));
};
