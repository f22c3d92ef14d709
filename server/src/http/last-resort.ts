import type { Issue } from '@giapranh/core';
import { StoreFault } from '@giapranh/store';
import type { ErrorRequestHandler, RequestHandler } from 'express';
import { languageOf } from '../language.js';
import { type ProblemStatus, sendProblem, statusOf } from '../problem.js';
import { PROBLEMS } from '../problems.js';

/** Nothing answered. */
export const notFound: RequestHandler = (request, response) => {
  sendProblem(response, 404, [PROBLEMS.noSuchPath], languageOf(request));
};

const METHODS = 'GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE';

/** What another origin's page may send here. */
export const options: RequestHandler = (request, response, next) => {
  if (request.method !== 'OPTIONS') return next();
  response
    .set({
      Allow: METHODS,
      'Access-Control-Allow-Methods': METHODS,
      'Access-Control-Allow-Headers': 'Authorization, Content-Type, Content-Crs, If-Match, Prefer',
      'Access-Control-Max-Age': '600',
    })
    .status(204)
    .end();
};

/** No route took the method: addresses are read only unless they say otherwise. */
export const readOnly: RequestHandler = (request, response, next) => {
  if (request.method === 'GET' || request.method === 'HEAD') return next();
  response.set('Allow', 'GET, HEAD, OPTIONS');
  sendProblem(response, 405, [PROBLEMS.methodNotAllowed], languageOf(request));
};

interface RequestFault {
  readonly status: ProblemStatus;
  readonly issue: Issue;
}

/** What Express or its parsers found wrong with a request: malformed encoding, too large, an unknown packing. */
function requestFault(error: unknown): RequestFault | undefined {
  if (typeof error !== 'object' || error === null || !('status' in error)) return undefined;
  const { status } = error;
  if (typeof status !== 'number' || status < 400 || status > 499) return undefined;
  const limit = 'limit' in error && typeof error.limit === 'number' ? error.limit : undefined;
  if (status === 413) return { status, issue: PROBLEMS.tooLarge(limit ?? 0) };
  if (status === 415) return { status, issue: PROBLEMS.bodyType };
  if (status === 404) return { status, issue: PROBLEMS.noSuchPath };
  return { status: status === 414 ? 414 : 400, issue: PROBLEMS.malformed };
}

/** Our own bugs and failing databases: logged whole, told briefly. */
export const failed: ErrorRequestHandler = (error: unknown, request, response, next) => {
  const fault =
    error instanceof StoreFault
      ? { status: statusOf(error.issue, 500), issue: error.issue }
      : (requestFault(error) ?? { status: 500 as const, issue: PROBLEMS.internal });
  // The request's own log line takes the error from here.
  if (fault.status >= 500) response.locals['error'] = error;
  if (response.headersSent) return next(error);
  sendProblem(response, fault.status, [fault.issue], languageOf(request));
};
