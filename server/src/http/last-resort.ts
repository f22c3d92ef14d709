import { StoreFault } from '@giapranh/store';
import type { ErrorRequestHandler, RequestHandler } from 'express';
import { languageOf } from '../language.js';
import { PROBLEMS, type ProblemStatus, sendProblem } from '../problem.js';

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

/** A status that Express or its parsers put on an error of the request: malformed encoding, too long. */
function clientStatus(error: unknown): ProblemStatus | undefined {
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined;
  return status === 400 || status === 404 || status === 413 || status === 414 ? status : undefined;
}

/** Our own bugs and failing databases: logged whole, told briefly. */
export const failed: ErrorRequestHandler = (error: unknown, request, response, next) => {
  const status = clientStatus(error);
  // The request's own log line takes the error from here.
  if (status === undefined) response.err = error instanceof Error ? error : new Error(String(error));
  if (response.headersSent) return next(error);
  const issue =
    error instanceof StoreFault ? error.issue : status === undefined ? PROBLEMS.internal : PROBLEMS.malformed;
  sendProblem(response, status ?? 500, [issue], languageOf(request));
};
