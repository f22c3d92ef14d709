import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningServer, startRunningServer } from '../../running-server.js';
import { withTemporaryFolders } from '../../temporary-folder.js';
import { PROFILE } from './form.js';
import { loadInto } from './loaded.js';
import { AS_OPERATOR, OPERATOR } from './operator.js';

/** A server with small limits: each is reached in a moment, and answers as its documentation says. */
const folders = withTemporaryFolders();
const LIMITS = {
  body_bytes: 20_000,
  header_bytes: 8_192,
  depth: 12,
  vertices: 50,
  parts: 4,
  bbox_deg2: 10,
  page: 5,
  client_per_minute: 40,
  jobs_waiting: 1,
  headers_s: 1,
  request_s: 3,
  stalled_s: 2,
  idle_s: 1,
};
let server: RunningServer;
let url = '';

beforeAll(async () => {
  const dataDir = await folders.create();
  await loadInto(dataDir);
  const limits = Object.entries(LIMITS).map(([name, value]) => [
    `GIAPRANH_LIMIT_${name.toUpperCase()}`,
    String(value),
  ]);
  server = await startRunningServer({
    GIAPRANH_DATA: dataDir,
    GIAPRANH_PROFILE: PROFILE,
    GIAPRANH_EDIT_TOKEN: OPERATOR,
    GIAPRANH_LOG: 'debug',
    ...Object.fromEntries(limits),
  });
  ({ url } = server);
}, 300_000);
afterAll(async () => {
  expect(await server.stop()).toBe(0);
});

interface Problem {
  readonly status: number;
  readonly issues: readonly { readonly code: string; readonly message: string }[];
}

/** Status, the code of the first issue, and when to come again: of a problem document in both languages. */
async function refusal(path: string, init: RequestInit = {}): Promise<[number, string, string | null]> {
  const [vi, en] = await Promise.all(
    ['vi', 'en'].map(async (lang) => {
      const response = await fetch(`${url}${path}`, {
        ...init,
        headers: { ...AS_OPERATOR, 'accept-language': lang, ...init.headers },
      });
      expect(response.headers.get('content-type')).toContain('application/problem+json');
      const told = (await response.json()) as Problem;
      expect(told.status).toBe(response.status);
      return { told, retry: response.headers.get('retry-after') };
    }),
  );
  const [first, second] = [vi?.told.issues[0], en?.told.issues[0]];
  expect(first?.message).not.toBe(second?.message);
  return [vi?.told.status ?? 0, first?.code ?? '', vi?.retry ?? null];
}

function recordOf(geometry: unknown, more: object = {}) {
  const body = { type: 'Feature', geometry, properties: { kind: 'x', ...more } };
  return { method: 'POST', body: JSON.stringify(body) };
}

const ITEMS = '/collections/incidents/items';
const line = (count: number) => Array.from({ length: count }, (_, at) => [105 + at / 1_000, 22]);

it.each([
  ['a body too large', ITEMS, recordOf(null, { note: 'x'.repeat(30_000) }), 413, 'server-limit-body'],
  [
    'too many vertices',
    ITEMS,
    recordOf({ type: 'LineString', coordinates: line(51) }),
    422,
    'server-limit-vertices',
  ],
  [
    'too many parts',
    ITEMS,
    recordOf({ type: 'MultiLineString', coordinates: [2, 2, 2, 2, 2].map(line) }),
    422,
    'server-limit-parts',
  ],
  [
    'a body that nests too deep',
    ITEMS,
    { method: 'POST', body: `${'['.repeat(500)}${']'.repeat(500)}` },
    422,
    'server-limit-depth',
  ],
  [
    'too many vertices for a process',
    '/processes/site-overlap/execution',
    {
      method: 'POST',
      body: JSON.stringify({
        inputs: {
          sites: {
            type: 'FeatureCollection',
            features: [
              { type: 'Feature', geometry: { type: 'LineString', coordinates: line(51) }, properties: null },
            ],
          },
          layer: 'communes',
        },
      }),
    },
    422,
    'server-limit-vertices',
  ],
  [
    'a filter that nests too deep',
    `/collections/communes/items?filter=${encodeURIComponent(`${'('.repeat(30)}area_m2 > 1${')'.repeat(30)}`)}`,
    {},
    422,
    'filter-too-big',
  ],
  [
    'the same of tiles',
    `/tiles/communes/5/25/13.mvt?filter=${encodeURIComponent(`${'('.repeat(30)}area_m2 > 1${')'.repeat(30)}`)}`,
    {},
    422,
    'filter-too-big',
  ],
  ['a box too large', '/collections/communes/items?bbox=100,10,110,20', {}, 422, 'server-bbox-large'],
] as const)('refuses %s', async (_what, path, init, status, code) => {
  expect(await refusal(path, init)).toEqual([status, code, null]);
});

it('gives no more features on a page than its limit, and says the limits in the API document', async () => {
  const page = (await (await fetch(`${url}/collections/places/items?limit=1000`)).json()) as {
    features: unknown[];
    links: { rel: string }[];
  };
  expect(page.features).toHaveLength(LIMITS.page);
  expect(page.links.map(({ rel }) => rel)).toContain('next');
  const document = (await (await fetch(`${url}/api`)).json()) as {
    'x-limits': { name: string; value: number; variable: string | null }[];
  };
  const told = new Map(document['x-limits'].map(({ name, value }) => [name, value]));
  for (const [name, value] of Object.entries(LIMITS)) expect([name, told.get(name)]).toEqual([name, value]);
  expect(told.get('filter_depth')).toBe(24);
});

const from = (address: string) => ({ headers: { 'x-forwarded-for': address } });

it('counts the requests of one client, and of no other', async () => {
  const statuses: number[] = [];
  let retry = '';
  for (let at = 0; at < LIMITS.client_per_minute + 3; at += 1) {
    const response = await fetch(`${url}/conformance`, from('198.51.100.7'));
    await response.arrayBuffer();
    statuses.push(response.status);
    retry = response.headers.get('retry-after') ?? '';
  }
  expect(statuses.filter((status) => status === 200)).toHaveLength(LIMITS.client_per_minute);
  expect(statuses.slice(-3)).toEqual([429, 429, 429]);
  expect(Number(retry)).toBeGreaterThan(30);
  expect((await fetch(`${url}/conformance`, from('198.51.100.8'))).status).toBe(200);
  // Tiles in memory cost nothing and are not counted.
  const tile = `${url}/tiles/communes/9/406/241.mvt`;
  await fetch(tile);
  expect((await fetch(tile, from('198.51.100.7'))).status).toBe(200);
});

it('keeps few processes waiting, and says when to come again', async () => {
  const body = JSON.stringify({ inputs: { as_of: '2023-05-23', why_not: true } });
  const answers = await Promise.all(
    Array.from({ length: 5 }, async () => {
      const path = `${url}/processes/flag-sites/execution`;
      const headers = { ...AS_OPERATOR, prefer: 'respond-async' };
      const response = await fetch(path, { method: 'POST', body, headers });
      const told = (await response.json()) as Partial<Problem>;
      const code = response.ok ? 'accepted' : told.issues?.[0]?.code;
      return [response.status, code, response.headers.get('retry-after')];
    }),
  );
  expect(answers.filter(([status]) => status === 201)).toHaveLength(2);
  expect(answers.filter(([status]) => status !== 201)).toEqual(Array(3).fill([503, 'process-busy', '10']));
});

/** What the server says on a connection until it closes it, and after how long. */
async function heardOn(begin: (socket: Socket) => void): Promise<{ text: string; took_ms: number }> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  const start = performance.now();
  let text = '';
  socket.on('data', (bytes) => {
    text += bytes.toString('utf8');
  });
  socket.on('error', () => {});
  await once(socket, 'connect');
  begin(socket);
  await once(socket, 'close');
  return { text, took_ms: performance.now() - start };
}

it('cuts who sends slowly, says nothing, or asks nothing more', async () => {
  const drip = (socket: Socket, text: string): void => {
    const timer = setInterval(() => socket.write(text), 300);
    socket.once('close', () => clearInterval(timer));
  };
  const [headers, body, silent, idle] = await Promise.all([
    heardOn((socket) => {
      socket.write('GET / HTTP/1.1\r\nhost: x\r\n');
      drip(socket, 'x-slow: 1\r\n');
    }),
    heardOn((socket) => {
      socket.write(
        `POST ${ITEMS} HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${OPERATOR}\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n`,
      );
      drip(socket, ' ');
    }),
    heardOn(() => {}),
    heardOn((socket) => socket.write('GET /healthz HTTP/1.1\r\nhost: x\r\n\r\n')),
  ]);
  expect(headers.text).toContain('408 Request Timeout');
  expect(headers.text).toContain('server-limit-sending');
  expect(body.text).toContain('408 Request Timeout');
  expect(idle.text).toContain('200 OK');
  for (const { took_ms } of [headers, body, silent, idle]) expect(took_ms).toBeLessThan(12_000);
}, 30_000);

it('answers what no parser takes with a problem document', async () => {
  const long = await heardOn((socket) =>
    socket.write(`GET /?${'x'.repeat(20_000)} HTTP/1.1\r\nhost: x\r\n\r\n`),
  );
  expect(long.text).toMatch(/^HTTP\/1\.1 431 .*server-limit-headers/s);
  const wrong = await heardOn((socket) => socket.write('nonsense\r\n\r\n'));
  expect(wrong.text).toMatch(/^HTTP\/1\.1 400 .*server-request-malformed/s);
});

it('cuts who takes no byte of an answer', async () => {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  socket.on('error', () => {});
  let last = '';
  let bytes = 0;
  socket.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    last = (last + chunk.toString('latin1')).slice(-100);
  });
  socket.pause();
  socket.write('GET /ground.json HTTP/1.1\r\nhost: x\r\naccept-encoding: identity\r\n\r\n');
  await sleep((LIMITS.stalled_s * 2 + 1) * 1000);
  const closed = once(socket, 'close');
  socket.resume();
  await closed;
  expect(bytes).toBeGreaterThan(10_000);
  // The last chunk never came.
  expect(last.endsWith('\r\n0\r\n\r\n')).toBe(false);
}, 30_000);

it('tells an operator what it refused and how it fares, and its log no secrets', async () => {
  const text = await (await fetch(`${url}/metrics`, { headers: AS_OPERATOR })).text();
  const value = (name: string): number =>
    Number(
      text
        .split('\n')
        .find((row) => row.startsWith(`${name} `))
        ?.slice(name.length),
    );
  expect(value('giapranh_refused_total{limit="per-minute"}')).toBe(3);
  expect(value('giapranh_refused_total{limit="jobs"}')).toBe(3);
  expect(value('giapranh_store_up')).toBe(1);
  expect(value('giapranh_http_requests_in_flight')).toBe(1);
  // Refused before the route is known.
  expect(value('giapranh_http_requests_total{route="other",status="429"}')).toBe(3);
  expect(value('giapranh_http_requests_total{route="GET /conformance",status="200"}')).toBeGreaterThan(40);
  const route = 'route="GET /collections/:layer/items"';
  expect(value(`giapranh_http_request_seconds_bucket{${route},le="+Inf"}`)).toBe(
    value(`giapranh_http_request_seconds_count{${route}}`),
  );
  for (const name of [
    'giapranh_event_loop_delay_seconds{quantile="0.99"}',
    'process_resident_memory_bytes',
    'process_cpu_seconds_total',
    'giapranh_work_waiting{kind="queries"}',
  ])
    expect(value(name)).toBeGreaterThanOrEqual(0);

  const secret = 'khong-ai-duoc-biet-0042';
  await fetch(`${url}/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: `giapranh_session=${secret}` },
    body: JSON.stringify({ name: 'a', password: secret }),
  });
  await fetch(`${url}/setup?token=${secret}`, { headers: { authorization: `Bearer ${secret}` } });
  await sleep(200);
  const log = server.output();
  expect(log).toContain('"url":"/setup?token=…"');
  expect(log).not.toContain(secret);
  expect(log).not.toContain(OPERATOR);
});
