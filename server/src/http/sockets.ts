import {
  createServer,
  type RequestListener,
  type Server,
  type ServerResponse,
  STATUS_CODES,
} from 'node:http';
import type { Socket } from 'node:net';
import type { Limits } from '../limits/limits.js';
import { type ProblemStatus, problemDocument } from '../problem.js';
import { PROBLEMS } from '../problems.js';

/** How often sockets are looked at. */
const LOOK_ms = 2_000;
/** A client that vanished without a word is asked whether it is still there after this long. */
const PROBE_ms = 30_000;

/** What Node's parser says of a request that it does not hand on. */
function faultOf(code: string | undefined): readonly [ProblemStatus, (typeof PROBLEMS)['malformed']] {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return [408, PROBLEMS.sentTooSlowly];
  if (code === 'HPE_HEADER_OVERFLOW') return [431, PROBLEMS.headersTooLarge];
  return [400, PROBLEMS.malformed];
}

/** A problem document, written by hand: there is no request to answer. */
function answerPlainly(socket: Socket, code: string | undefined): void {
  const [status, fault] = faultOf(code);
  const body = JSON.stringify(problemDocument(status, [fault], 'vi'));
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Content-Type: application/problem+json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Cache-Control: no-store',
    'X-Content-Type-Options: nosniff',
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

/** On a connection that was kept, after the server began to stop. */
function refuse(response: ServerResponse): void {
  response
    .writeHead(503, {
      'Content-Type': 'application/problem+json',
      'Retry-After': '5',
      'Cache-Control': 'no-store',
      Connection: 'close',
    })
    .end(JSON.stringify(problemDocument(503, [PROBLEMS.stopping], 'vi')));
}

/** A server that no client can hold up: slow senders, slow readers and half-open connections are cut. */
export function limitedServer(limits: Limits, listener: RequestListener): Server {
  const underWay = new WeakMap<Socket, ServerResponse>();
  const server = createServer({
    maxHeaderSize: limits.header_bytes,
    headersTimeout: limits.headers_s * 1000,
    requestTimeout: Math.max(limits.request_s, limits.headers_s) * 1000,
    keepAliveTimeout: limits.idle_s * 1000,
    connectionsCheckingInterval: LOOK_ms,
    keepAlive: true,
    keepAliveInitialDelay: PROBE_ms,
  });
  server.maxConnections = limits.connections;
  server.timeout = limits.stalled_s * 1000;
  server.on('request', (request, response) => {
    underWay.set(request.socket, response);
    if (server.listening) listener(request, response);
    else refuse(response);
  });
  // Nothing moved for so long. Who waits for an answer that has not begun is waiting for us.
  server.on('timeout', (socket) => {
    const response = underWay.get(socket);
    const isOurTurn = response !== undefined && !response.headersSent && response.req.complete;
    if (isOurTurn) socket.setTimeout(limits.stalled_s * 1000);
    else socket.destroy();
  });
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    const response = underWay.get(socket);
    const canAnswer =
      socket.writable && (response === undefined || response.writableFinished || !response.headersSent);
    if (error.code === 'ECONNRESET' || !canAnswer) socket.destroy();
    else answerPlainly(socket, error.code);
  });
  return server;
}
