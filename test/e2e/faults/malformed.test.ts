import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { afterAll, expect, it } from 'vitest';
import { createDatabase, type TestDatabase } from '../../postgres.js';
import { type RunningServer, startRunningServer } from '../../running-server.js';
import { seeded } from '../../seeded.js';
import { withTemporaryFolders } from '../../temporary-folder.js';
import { FORM, noteFigures, PATIENCE_MS, PROFILE } from './form.js';
import { loadInto } from './loaded.js';
import { Mutator, type Sent } from './mutations.js';
import { OPERATOR } from './operator.js';

const folders = withTemporaryFolders();
const SEED = 20_261_122;
const AT_ONCE = 8;
let database: TestDatabase | undefined;
let running: RunningServer | undefined;
afterAll(async () => {
  if (running?.hasEnded() === false) await running.kill();
  await database?.drop();
});

const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });

/** What nobody may send goes out byte by byte: `node:http` would put it right or refuse it. */
function isPlain({ method, path, headers }: Sent): boolean {
  const printable = /^[\x21-\x7e]*$/;
  return (
    printable.test(path) &&
    path.startsWith('/') &&
    /^[A-Z]+$/.test(method) &&
    Object.values(headers).every((value) => /^[\x20-\x7e]*$/.test(value)) &&
    headers['expect'] === undefined
  );
}

function sendPlainly(url: URL, { method, path, headers, body }: Sent): Promise<number> {
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'content-length': String(body.length) };
    const options = { agent, host: url.hostname, port: url.port, method, path };
    const asked = request({ ...options, headers: { ...headers, ...length } }, (response) => {
      response.resume();
      response.once('end', () => resolve(response.statusCode ?? 0));
      response.once('error', () => resolve(response.statusCode ?? 0));
    });
    asked.once('error', (error: NodeJS.ErrnoException) => {
      // The server may answer and hang up before it was sent everything.
      if (error.code === 'ECONNRESET' || error.code === 'EPIPE') resolve(0);
      else reject(error);
    });
    asked.end(body);
  });
}

/** The status of the answer; 0 where the server hung up, or has nothing to say. */
async function sendRaw(url: URL, { method, path, headers, body }: Sent): Promise<number> {
  const socket = connect(Number(url.port), url.hostname);
  const lines = [`${method} ${path} HTTP/1.1`, `host: ${url.host}`, 'connection: close'];
  for (const [name, value] of Object.entries(headers)) if (name !== 'host') lines.push(`${name}: ${value}`);
  if (body !== undefined) lines.push(`content-length: ${body.length}`);
  let text = '';
  socket.setTimeout(5_000, () => socket.destroy());
  socket.on('data', (bytes) => {
    text += bytes.toString('latin1');
  });
  socket.on('error', () => {});
  socket.write(Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), body ?? Buffer.alloc(0)]));
  await once(socket, 'close');
  return Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0);
}

/** Whose request it is: mostly one who may, so that it gets in as far as it can. */
function from(sent: Sent, turn: number): Sent {
  if (sent.headers['authorization'] !== undefined || turn % 5 === 0) return sent;
  return { ...sent, headers: { authorization: `Bearer ${OPERATOR}`, ...sent.headers } };
}

async function trouble(server: RunningServer, first: number, count: number, statuses: Map<number, number>) {
  const url = new URL(server.url);
  const mutator = new Mutator(seeded(SEED));
  const wrong: string[] = [];
  let turn = 0;
  const work = async (): Promise<void> => {
    while (turn < first + count) {
      const sent = from(mutator.next(turn), turn);
      turn += 1;
      if (turn <= first) continue;
      const status = isPlain(sent) ? await sendPlainly(url, sent) : await sendRaw(url, sent);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      if (status >= 500)
        wrong.push(
          `${status} ${sent.method} ${sent.path.slice(0, 300)} ${JSON.stringify(sent.headers)} ${sent.body?.toString('utf8').slice(0, 300) ?? ''}`,
        );
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return wrong;
}

const VARIABLES = {
  GIAPRANH_PROFILE: PROFILE,
  GIAPRANH_EDIT_TOKEN: OPERATOR,
  // What is looked for are faults, not refusals.
  GIAPRANH_LIMIT_CLIENT_PER_MINUTE: '0',
  GIAPRANH_LIMIT_JOBS_WAITING: '10000',
  GIAPRANH_LOG: 'warn',
};

async function postgisVariables(): Promise<Readonly<Record<string, string>>> {
  database = await createDatabase();
  return { DATABASE_URL: database.url, GIAPRANH_DATA: await folders.create() };
}

async function embeddedVariables(): Promise<Readonly<Record<string, string>>> {
  const dataDir = await folders.create();
  await loadInto(dataDir);
  return { GIAPRANH_DATA: dataDir };
}

it(
  `${FORM.malformed} malformed requests over every route bring no 5xx and no crash`,
  async () => {
    const statuses = new Map<number, number>();
    const half = FORM.malformed / 2;
    for (const [at, variables] of [embeddedVariables, postgisVariables].entries()) {
      const server = await startRunningServer({ ...(await variables()), ...VARIABLES });
      running = server;
      const wrong = await trouble(server, at * half, half, statuses);
      expect(wrong).toEqual([]);
      // The cluster of the tests flushes nothing, and whoever runs it is told.
      expect(server.complaints().filter((line) => !line.includes('store-not-durable'))).toEqual([]);
      expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
      expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
      expect(server.hasEnded()).toBe(false);
      expect(await server.stop()).toBe(0);
    }
    const told = Object.fromEntries([...statuses].sort().map(([status, count]) => [`s${status}`, count]));
    noteFigures('malformed', { seed: SEED, requests: FORM.malformed, ...told });
    // Most are refused for what is wrong with them, and some still mean something.
    expect(statuses.get(400)).toBeGreaterThan(FORM.malformed / 20);
    expect(statuses.get(200)).toBeGreaterThan(FORM.malformed / 50);
  },
  PATIENCE_MS,
);
