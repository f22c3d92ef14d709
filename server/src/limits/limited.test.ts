import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import express, { type RequestHandler } from 'express';
import { afterEach, expect, it } from 'vitest';
import { limitedServer } from '../http/sockets.js';
import { Metrics } from '../metrics.js';
import { Limiter, leaveGate } from './limited.js';
import { DEFAULT_LIMITS, type Limits } from './limits.js';

const open: { close(): unknown; closeAllConnections(): void }[] = [];
afterEach(() => {
  for (const server of open.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A server with one address, and how many are inside its work. */
async function served(limits: Partial<Limits>, work: RequestHandler) {
  const all = { ...DEFAULT_LIMITS, ...limits };
  const limiter = new Limiter(all, new Metrics(), () => false);
  const app = express();
  app.get('/collections/x/items', limiter.client, limiter.turn('GET /collections/:layer/items'), work);
  const server = limitedServer(all, app);
  open.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const ask = async () => {
    const response = await fetch(`http://127.0.0.1:${port}/collections/x/items`);
    const text = await response.text();
    const code = response.ok ? text : (JSON.parse(text) as { issues: { code: string }[] }).issues[0]?.code;
    return [response.status, code, response.headers.get('retry-after')];
  };
  return { ask, limiter, port };
}

/** Answers when told to. */
function held(): { readonly work: RequestHandler; readonly free: () => void } {
  let free = (): void => {};
  const freed = new Promise<void>((resolve) => {
    free = resolve;
  });
  return { work: (_request, response) => void freed.then(() => response.end('done')), free };
}

const until = async (isTrue: () => boolean): Promise<void> => {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 5));
};

it('answers 503 when there is no answer in time', async () => {
  const { ask } = await served({ answer_s: 0.05 }, () => {});
  expect(await ask()).toEqual([503, 'server-limit-time', '5']);
});

it('lets a client have so much at once, and 429 says when to come again', async () => {
  const { work, free } = held();
  const { ask, limiter } = await served({ client_at_once: 2 }, work);
  const inside = [ask(), ask()];
  await until(() => limiter.gates.queries.inside === 2);
  expect(await ask()).toEqual([429, 'server-limit-client', '1']);
  free();
  expect(await Promise.all(inside)).toEqual(Array(2).fill([200, 'done', null]));
  expect(await ask()).toEqual([200, 'done', null]);
  await until(() => limiter.clients.inside === 0);
});

it('has work of a kind take turns, and refuses what finds no place to wait', async () => {
  const { work, free } = held();
  const { ask, limiter } = await served({ queries_at_once: 1, queries_waiting: 1 }, work);
  const [inside, waiting] = [ask(), ask()];
  await until(() => limiter.gates.queries.waiting === 1);
  expect(await ask()).toEqual([503, 'server-busy', '5']);
  free();
  expect(await Promise.all([inside, waiting])).toEqual(Array(2).fill([200, 'done', null]));
});

it('gives the turn on when the work is done, and when the client leaves', async () => {
  const { limiter, port } = await served({}, (request, response) => {
    response.write('a');
    leaveGate(request);
  });
  const left = new AbortController();
  const response = await fetch(`http://127.0.0.1:${port}/collections/x/items`, { signal: left.signal });
  expect(response.status).toBe(200);
  // Sending goes on; the turn is another's.
  expect([limiter.gates.queries.inside, limiter.clients.inside]).toEqual([0, 1]);
  left.abort();
  await until(() => limiter.clients.inside === 0);
});
