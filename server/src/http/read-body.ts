import { err, type Issue, issue, ok, type Result } from '@giapranh/core';
import express, { type RequestHandler } from 'express';
import type { z } from 'zod';
import { languageOf } from '../language.js';
import { sendProblem } from '../problem.js';
import { PROBLEMS } from '../problems.js';
import { originOf } from './reply.js';

const SMALL = '16kb';
const parseForm = express.urlencoded({ extended: false, limit: SMALL, parameterLimit: 20 });
const parseJson = express.json({ limit: SMALL });

/** Whether the body is a form of a page. */
export function isForm(request: { is(type: string): string | false | null }): boolean {
  return request.is('application/x-www-form-urlencoded') !== false;
}

/** A form of our own page, or JSON: for what people sign in by. Another site's page is turned away. */
export const readFormOrJson: RequestHandler = (request, response, next) => {
  const origin = request.get('origin');
  const foreign = origin === undefined ? isForm(request) : origin !== originOf(request);
  if (foreign) return sendProblem(response, 403, [PROBLEMS.csrf], languageOf(request));
  if (isForm(request)) return parseForm(request, response, next);
  if (request.is('application/json') === false) {
    return sendProblem(response, 415, [PROBLEMS.bodyType], languageOf(request));
  }
  parseJson(request, response, next);
};

/** The body by its schema. Issue: `server-body-schema`, one for each fault; no value is repeated. */
export function readBody<T>(schema: z.ZodType<T>, body: unknown): Result<T> {
  const read = schema.safeParse(body);
  if (read.success) return ok(read.data);
  const [first, ...rest] = read.error.issues.map((fault): Issue => {
    const path = fault.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
    return issue(
      'server-body-schema',
      path,
      `Nội dung gửi lên không đúng lược đồ, tại ${path.join('/')}: ${fault.message}`,
      `The body does not follow its schema at ${path.join('/')}: ${fault.message}`,
    );
  });
  return first === undefined ? err(PROBLEMS.malformed) : err(first, ...rest);
}
