import type { ErrorRequestHandler, RequestHandler } from 'express';
import express from 'express';
import { languageOf } from '../language.js';
import { bodyFault } from '../limits/body-shape.js';
import type { Limits } from '../limits/limits.js';
import { sendProblem } from '../problem.js';
import { PROBLEMS } from '../problems.js';

const TYPES = ['application/json', 'application/geo+json', 'application/merge-patch+json'];

/** The body as JSON within the limits; other types are refused. */
export function jsonReader(limits: Limits): RequestHandler {
  const parse = express.json({ type: TYPES, limit: limits.body_bytes, strict: false });
  return (request, response, next) => {
    if (request.method === 'DELETE') return next();
    if (request.is(TYPES) === false) {
      return sendProblem(response, 415, [PROBLEMS.bodyType], languageOf(request));
    }
    parse(request, response, (error?: unknown) => {
      if (error !== undefined) return next(error);
      const fault = bodyFault(request.body, limits);
      if (fault !== undefined) return sendProblem(response, 422, [fault], languageOf(request));
      next();
    });
  };
}

/** A body that is no JSON: 400, in our own words. */
export const badJson: ErrorRequestHandler = (error: unknown, request, response, next) => {
  const type = typeof error === 'object' && error !== null && 'type' in error ? error.type : undefined;
  if (type !== 'entity.parse.failed') return next(error);
  sendProblem(response, 400, [PROBLEMS.bodyNotJson], languageOf(request));
};
