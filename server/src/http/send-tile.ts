import type { IncomingMessage, ServerResponse } from 'node:http';
import { gunzipSync } from 'node:zlib';
import type { CachedTile } from '../tiles/tile-cache.js';

const MVT = 'application/vnd.mapbox-vector-tile';
/** A versioned address never changes its content; any other is asked again and answered 304. */
const FOREVER = 'public, max-age=31536000, immutable';
const ASK_AGAIN = 'public, max-age=0, must-revalidate';

function matches(header: string | undefined, etag: string): boolean {
  const tags = header?.split(',').map((tag) => tag.trim()) ?? [];
  return tags.includes(etag) || tags.includes('*');
}

/** Plain node:http, so that it serves both Express and the fast path before it. Answers the status it sent. */
export function sendTile(
  request: IncomingMessage,
  response: ServerResponse,
  { gzip, etag }: CachedTile,
  isVersioned: boolean,
): number {
  response.setHeader('ETag', etag);
  response.setHeader('Cache-Control', isVersioned ? FOREVER : ASK_AGAIN);
  response.setHeader('Vary', 'Accept-Encoding');
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
  const isPacked = /\bgzip\b(?!;\s*q=0(?:\.0+)?(?:,|$))/.test(
    String(request.headers['accept-encoding'] ?? ''),
  );
  const body = isPacked ? gzip : gunzipSync(gzip);
  if (isPacked) response.setHeader('Content-Encoding', 'gzip');
  response.setHeader('Content-Type', MVT);
  response.setHeader('Content-Length', body.byteLength);
  response.writeHead(200);
  if (request.method === 'HEAD') response.end();
  else response.end(body);
  return 200;
}
