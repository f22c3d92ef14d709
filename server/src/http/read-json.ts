import type { ErrorRequestHandler, RequestHandler } from 'express';
import express from 'express';
import { languageOf } from '../language.js';
import { PROBLEMS, sendProblem } from '../problem.js';

/** The largest body of a request. */
export const GREATEST_BODY = '5mb';

const TYPES = ['application/json', 'application/geo+json', 'application/merge-patch+json'];

const parse = express.json({ type: TYPES, limit: GREATEST_BODY, strict: false });

/** The body as JSON; other types are refused. */
export const readJson: RequestHandler = (request, response, next) => {
  if (request.method === 'DELETE') return next();
  if (request.is(TYPES) === false) {
    return sendProblem(response, 415, [PROBLEMS.bodyType], languageOf(request));
  }
  parse(request, response, next);
};

/** A body that is no JSON: 400, in our own words. */
export const badJson: ErrorRequestHandler = (error: unknown, request, response, next) => {
  const type = typeof error === 'object' && error !== null && 'type' in error ? error.type : undefined;
  if (type !== 'entity.parse.failed') return next(error);
  sendProblem(response, 400, [PROBLEMS.bodyNotJson], languageOf(request));
};
