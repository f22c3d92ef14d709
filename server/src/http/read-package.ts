import { UNPACK_LIMITS } from '@giapranh/formats';
import express, { type RequestHandler } from 'express';
import { languageOf } from '../language.js';
import { sendProblem } from '../problem.js';
import { PROBLEMS } from '../problems.js';

const TYPES = ['application/zip', 'application/x-zip-compressed', 'application/octet-stream'];
const parse = express.raw({ type: TYPES, limit: UNPACK_LIMITS.package_bytes, inflate: false });

/** The body as the bytes of an exchange package; other types are refused. */
export const readPackage: RequestHandler = (request, response, next) => {
  if (request.is(TYPES) === false) {
    return sendProblem(response, 415, [PROBLEMS.packageType], languageOf(request));
  }
  parse(request, response, next);
};
