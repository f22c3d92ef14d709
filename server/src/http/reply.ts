import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Issue } from '@giapranh/core';
import type { Request, RequestHandler, Response } from 'express';
import { type Reader, readerOf } from '../access/reader.js';
import { type Language, languageOf } from '../language.js';
import { leaveGate } from '../limits/limited.js';
import { pageHtml } from '../pages/page.js';
import { isMembers } from '../pages/value.js';
import { type ProblemStatus, sendProblem } from '../problem.js';
import { link, MEDIA } from '../routes/links.js';
import { wantsPage } from './wants-page.js';

/** What a route answers, before HTTP. */
export type Reply =
  | {
      readonly kind: 'json';
      readonly body: unknown;
      readonly type?: string;
      readonly status?: 200 | 201 | 204;
      readonly headers?: Readonly<Record<string, string>>;
    }
  | {
      readonly kind: 'stream';
      readonly chunks: Iterable<string | Uint8Array>;
      readonly type: string;
      readonly etag?: string;
      readonly headers?: Readonly<Record<string, string>>;
      /** The same as one value, for the page; absent: there is none. */
      readonly whole?: () => unknown;
    }
  | {
      readonly kind: 'bytes';
      readonly bytes: Uint8Array;
      readonly type: string;
      readonly status: 200 | 201;
      readonly headers?: Readonly<Record<string, string>>;
    }
  | {
      readonly kind: 'problem';
      readonly status: ProblemStatus;
      readonly issues: readonly [Issue, ...Issue[]];
      readonly headers?: Readonly<Record<string, string>>;
    };

export interface Ask {
  readonly request: Request;
  readonly language: Language;
  /** Scheme and host as the client wrote them, without a slash at the end. */
  readonly origin: string;
  /** What they may be shown: asked before anything is looked up. */
  readonly reader: Reader;
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
  return `${request.secure ? 'https' : 'http'}://${request.host}`;
}

/** Pieces below this are joined: a write for every feature costs more than the feature. */
const PIECE_characters = 65_536;
/** Longer ones stay as they are: joined to others, a text of ASCII alone would take twice the memory. */
const LONG_characters = 4_096;

function* joined(chunks: Iterable<string | Uint8Array>): Generator<Uint8Array> {
  let piece = '';
  for (const chunk of chunks) {
    const isShort = typeof chunk === 'string' && chunk.length < LONG_characters;
    if (isShort) piece += chunk;
    if (piece !== '' && (!isShort || piece.length >= PIECE_characters)) {
      yield Buffer.from(piece);
      piece = '';
    }
    if (!isShort) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
  }
  if (piece !== '') yield Buffer.from(piece);
}

/** An answer up to this is sent at once, with its length. */
const WHOLE_bytes = 4 * 1024 * 1024;

function* after(gathered: readonly Uint8Array[], rest: Iterable<Uint8Array>): Generator<Uint8Array> {
  yield* gathered;
  yield* rest;
}

/** Writes a long answer piece by piece, no faster than the client reads; a client that leaves is no fault. */
async function writeChunks(response: Response, chunks: Iterable<string | Uint8Array>): Promise<void> {
  const pieces = joined(chunks);
  const gathered: Uint8Array[] = [];
  let size = 0;
  for (let next = pieces.next(); next.done !== true; next = pieces.next()) {
    gathered.push(next.value);
    size += next.value.length;
    if (size > WHOLE_bytes) break;
  }
  if (size <= WHOLE_bytes) {
    response.set('Content-Length', String(size));
    // As one, not corked: what compresses waits for each write to be taken before it goes on.
    response.end(Buffer.concat(gathered, size));
    return;
  }
  try {
    await pipeline(Readable.from(after(gathered, pieces)), response);
  } catch (error) {
    if (!response.destroyed) throw error;
  }
}

type Found = Exclude<Reply, { readonly kind: 'problem' | 'bytes' }>;

/** The answer as a page: links of the resource lead to pages too. */
function sendPage(response: Response, reply: Found, { request, language, origin }: Ask): void {
  const body = reply.kind === 'json' ? reply.body : reply.whole?.();
  response.type('text/html').send(pageHtml(body, new URL(request.originalUrl, origin).href, language));
}

/** Documents with links say that they are a page too. */
function withPageLink(body: unknown, { request, origin }: Ask): unknown {
  if (request.method === 'POST' || !isMembers(body) || !Array.isArray(body['links'])) return body;
  const page = new URL(request.originalUrl, origin);
  page.searchParams.set('f', 'html');
  return { ...body, links: [...body['links'], link(page.href, 'alternate', MEDIA.html, 'HTML')] };
}

/** A route from the function that answers it. */
export function answer(find: Answer): RequestHandler {
  return async (request, response) => {
    const language = languageOf(request);
    const ask: Ask = { request, language, origin: originOf(request), reader: readerOf(request) };
    const reply = await find(ask);
    leaveGate(request);
    // It took too long, and was told so.
    if (response.headersSent) return;
    response.set(reply.headers ?? {});
    if (reply.kind === 'problem') return sendProblem(response, reply.status, reply.issues, language);
    if (reply.kind === 'bytes') {
      response.status(reply.status).type(reply.type).send(Buffer.from(reply.bytes));
      return;
    }
    response
      .set('Content-Language', language)
      .vary('Accept-Language')
      .vary('Accept')
      .vary('Authorization')
      .vary('Cookie');
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    if (isRead && wantsPage(request.headers.accept, request.query['f']))
      return sendPage(response, reply, ask);
    if (reply.kind === 'json') {
      response.status(reply.status ?? 200);
      if (reply.status === 204) return void response.end();
      response.type(reply.type ?? 'application/json').send(JSON.stringify(withPageLink(reply.body, ask)));
      return;
    }
    response.type(reply.type);
    if (reply.etag !== undefined) response.set('ETag', reply.etag);
    // Of who signed in it is private already; what anybody may read may be kept, and asked for again.
    if (reply.etag !== undefined && !response.hasHeader('Cache-Control'))
      response.set('Cache-Control', 'no-cache');
    if (request.fresh) {
      response.status(304).end();
      return;
    }
    if (request.method === 'HEAD') response.end();
    else await writeChunks(response, reply.chunks);
  };
}
