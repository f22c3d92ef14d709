import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { ANONYMOUS_READER, type Reader } from '../access/reader.js';
import type { CachedTile } from '../tiles/tile-cache.js';
import { chooseEncoding, type Encoding } from './encoding.js';

const MVT = 'application/vnd.mapbox-vector-tile';
/** A versioned address never changes its content; any other is asked again and answered 304. */
const FOREVER = 'public, max-age=31536000, immutable';
const ASK_AGAIN = 'public, max-age=0, must-revalidate';
/** What was made for one reader stays out of every shared cache. */
const OWN = 'private, no-cache';

/** In a thread of the pool, not on the request's. */
const unpack = promisify(gunzip);

export interface TileTerms {
  /** Whether the address names the version that is sent. */
  readonly isVersioned: boolean;
  readonly reader: Reader;
}

function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  const opaque = (tag: string): string => tag.trim().replace(/^W\//, '');
  return header.split(',').some((tag) => tag.trim() === '*' || opaque(tag) === opaque(etag));
}

function cacheControl({ isVersioned, reader }: TileTerms): string {
  if (reader !== ANONYMOUS_READER) return OWN;
  return isVersioned ? FOREVER : ASK_AGAIN;
}

/**
 * Plain node:http, so that it serves both Express and the fast path before it. Answers the status it sent; a promise
 * of it where the client takes no packed body.
 */
export function sendTile(
  request: IncomingMessage,
  response: ServerResponse,
  { gzip, brotli, etag }: CachedTile,
  terms: TileTerms,
): number | Promise<number> {
  response.setHeader('ETag', etag);
  response.setHeader('Cache-Control', cacheControl(terms));
  response.setHeader('Vary', 'Accept-Encoding, Authorization, Cookie');
  response.setHeader('Access-Control-Allow-Origin', '*');
  response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  if (matches(request.headers['if-none-match'], etag)) {
    response.writeHead(304).end();
    return 304;
  }
  if (gzip === null) {
    response.writeHead(204).end();
    return 204;
  }
  const send = (body: Uint8Array, encoding: Encoding): number => {
    if (encoding !== 'identity') response.setHeader('Content-Encoding', encoding);
    response.setHeader('Content-Type', MVT);
    response.setHeader('Content-Length', body.byteLength);
    response.writeHead(200);
    if (request.method === 'HEAD') response.end();
    else response.end(body);
    return 200;
  };
  const available: Encoding[] = brotli === undefined ? ['gzip', 'identity'] : ['br', 'gzip', 'identity'];
  const encoding = chooseEncoding(String(request.headers['accept-encoding'] ?? ''), available);
  if (encoding === 'br' && brotli !== undefined) return send(brotli, 'br');
  if (encoding === 'gzip') return send(gzip, 'gzip');
  // Nothing acceptable: RFC 9110 lets a server send the plain body.
  return unpack(gzip).then((body) => send(body, 'identity'));
}
