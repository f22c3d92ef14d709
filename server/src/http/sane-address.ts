import type { RequestHandler } from 'express';
import { languageOf } from '../language.js';
import { sendProblem } from '../problem.js';
import { PROBLEMS } from '../problems.js';
import { originOf } from './reply.js';

/** Links of answers are made of the address and host as they were sent: what is no address gets no further (RFC 9112, 3.2). */
export const saneAddress: RequestHandler = (request, response, next) => {
  const [origin, path] = [originOf(request), request.originalUrl];
  const isSane = URL.canParse(origin) && URL.canParse(path, origin) && !path.startsWith('//');
  if (isSane) return next();
  sendProblem(response, 400, [PROBLEMS.malformed], languageOf(request));
};
