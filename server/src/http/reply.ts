import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Issue } from '@giapranh/core';
import type { Request, RequestHandler, Response } from 'express';
import { type Language, languageOf } from '../language.js';
import { type ProblemStatus, sendProblem } from '../problem.js';

/** What a route answers, before HTTP. */
export type Reply =
  | { readonly kind: 'json'; readonly body: unknown; readonly type?: string }
  | {
      readonly kind: 'stream';
      readonly chunks: Iterable<string>;
      readonly type: string;
      readonly etag?: string;
    }
  | {
      readonly kind: 'problem';
      readonly status: ProblemStatus;
      readonly issues: readonly [Issue, ...Issue[]];
    };

export interface Ask {
  readonly request: Request;
  readonly language: Language;
  /** Scheme and host as the client wrote them, without a slash at the end. */
  readonly origin: string;
}

export type Answer = (ask: Ask) => Reply | Promise<Reply>;

export const json = (body: unknown, type?: string): Reply =>
  type === undefined ? { kind: 'json', body } : { kind: 'json', body, type };

export const problem = (status: ProblemStatus, first: Issue, ...rest: readonly Issue[]): Reply => ({
  kind: 'problem',
  status,
  issues: [first, ...rest],
});

export function originOf(request: Request): string {
  return `${request.protocol}://${request.host}`;
}

/** Writes a long answer piece by piece, no faster than the client reads; a client that leaves is no fault. */
async function writeChunks(response: Response, chunks: Iterable<string>): Promise<void> {
  try {
    await pipeline(Readable.from(chunks), response);
  } catch (error) {
    if (!response.destroyed) throw error;
  }
}

/** A route from the function that answers it. */
export function answer(find: Answer): RequestHandler {
  return async (request, response) => {
    const language = languageOf(request);
    const reply = await find({ request, language, origin: originOf(request) });
    if (reply.kind === 'problem') return sendProblem(response, reply.status, reply.issues, language);
    response.set('Content-Language', language).vary('Accept-Language').vary('Accept');
    if (reply.kind === 'json') {
      response.type(reply.type ?? 'application/json').send(JSON.stringify(reply.body));
      return;
    }
    response.type(reply.type);
    if (reply.etag !== undefined) response.set({ ETag: reply.etag, 'Cache-Control': 'no-cache' });
    if (request.fresh) {
      response.status(304).end();
      return;
    }
    await writeChunks(response, request.method === 'HEAD' ? [] : reply.chunks);
  };
}
