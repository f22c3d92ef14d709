import type { IncomingMessage, ServerResponse } from 'node:http';
import { problemDocument } from '../problem.js';
import { PROBLEMS } from '../problems.js';

/** Before the content is there: alive, not ready. */
export function stillLoading(request: IncomingMessage, response: ServerResponse): void {
  if (request.url === '/healthz') {
    response.writeHead(200, { 'Content-Type': 'application/json' }).end('{"status":"ok"}');
    return;
  }
  response
    .writeHead(503, {
      'Content-Type': 'application/problem+json',
      'Retry-After': '5',
      'Cache-Control': 'no-store',
    })
    .end(JSON.stringify(problemDocument(503, [PROBLEMS.loading], 'vi')));
}
