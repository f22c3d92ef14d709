import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, statSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { cp, mkdir, rename, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { openStore, verifyAudit } from '@giapranh/store';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { must } from '../../must.js';
import { type RunningServer, runServerToEnd, startRunningServer } from '../../running-server.js';
import { withTemporaryFolders } from '../../temporary-folder.js';
import { FORM, PATIENCE_MS, PROFILE } from './form.js';
import { loadInto } from './loaded.js';
import { AS_OPERATOR, incident, OPERATOR, record } from './operator.js';
import { type SmallDisk, smallDisk } from './small-disk.js';
import { expectNoneLost, keptIn, lostIn, processRounds, rounds } from './writing.js';

/** One embedded store, loaded once, and what can happen to it and to who serves it. */
const folders = withTemporaryFolders();
const FILE = `${PROFILE}.gpkg`;
const ASKING = new URL('ask-in-threads.mjs', import.meta.url).pathname;
let loaded = '';
const servers: RunningServer[] = [];
const disks: SmallDisk[] = [];

const variablesOf = (dataDir: string) => ({
  GIAPRANH_DATA: dataDir,
  GIAPRANH_PROFILE: PROFILE,
  GIAPRANH_EDIT_TOKEN: OPERATOR,
  GIAPRANH_LOG: 'warn',
});

async function serverOn(
  dataDir: string,
  more: Readonly<Record<string, string>> = {},
): Promise<RunningServer> {
  const server = await startRunningServer({ ...variablesOf(dataDir), ...more });
  servers.push(server);
  return server;
}

/** A folder with the same store, of a server that was stopped. */
async function copyOfLoaded(into?: string): Promise<string> {
  const folder = into ?? (await folders.create());
  await cp(loaded, folder, { recursive: true });
  return folder;
}

beforeAll(async () => {
  loaded = await folders.create();
  await loadInto(loaded);
}, 300_000);
afterAll(async () => {
  for (const server of servers) if (!server.hasEnded()) await server.kill();
  for (const disk of disks) disk.remove();
});

it(
  `no write that was acknowledged is lost to kill -9 of the server, ${FORM.kills} rounds, or of a program that writes, ${FORM.processKills}`,
  async () => {
    const dataDir = await copyOfLoaded();
    const place = { dataDir, profile: PROFILE };
    const before = await keptIn(must(await openStore(place)));
    const acknowledged = await rounds('e', variablesOf(dataDir), (server) => server.kill());
    const lost = lostIn(acknowledged, before, await keptIn(must(await openStore(place))));
    const empty = await folders.create();
    const writers = await processRounds({ dataDir: empty }, async () =>
      must(await openStore({ dataDir: empty, profile: 'bac-kan' })),
    );
    expectNoneLost('kills-embedded', { acknowledged: acknowledged.length, lost }, writers);
  },
  PATIENCE_MS,
);

/** A record whose second half is sent when it is told to. */
function slowRecord(url: string, id: string): { readonly finish: () => Promise<string> } {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  const body = incident(id);
  let text = '';
  socket.on('data', (bytes) => {
    text += bytes.toString('utf8');
  });
  const head = Object.entries(AS_OPERATOR).map(([name, value]) => `${name}: ${value}`);
  const length = `content-length: ${Buffer.byteLength(body)}`;
  socket.write(
    ['POST /collections/incidents/items HTTP/1.1', 'host: x', ...head, length, '', body.slice(0, 20)].join(
      '\r\n',
    ),
  );
  return {
    finish: () =>
      new Promise((resolve) => {
        socket.once('close', () => resolve(text));
        // Not the end of the connection: a client goes on listening.
        socket.write(body.slice(20));
      }),
  };
}

const post = (url: string, inputs: object, more: Readonly<Record<string, string>> = {}) =>
  fetch(`${url}/processes/flag-sites/execution`, {
    method: 'POST',
    headers: { ...AS_OPERATOR, ...more },
    body: JSON.stringify({ inputs }),
  });

async function resultsOf(url: string, id: string): Promise<number> {
  for (let at = 0; at < 1_200; at += 1) {
    const response = await fetch(`${url}/jobs/${id}/results`, { headers: AS_OPERATOR });
    await response.arrayBuffer();
    if (response.status !== 404) return response.status;
    await sleep(100);
  }
  return 404;
}

it('finishes what it accepted when it is told to stop, takes no more, and keeps the results', async () => {
  const dataDir = await copyOfLoaded();
  const server = await serverOn(dataDir, { GIAPRANH_LIMIT_STOP_S: '120' });
  const slow = slowRecord(server.url, 'slow');
  const inputs = { as_of: '2026-01-01' };
  const asked = post(server.url, inputs);
  const accepted = (await (await post(server.url, inputs, { prefer: 'respond-async' })).json()) as {
    jobID: string;
  };
  await sleep(100);
  const stopped = server.stop();
  await sleep(300);
  await expect(fetch(`${server.url}/healthz`)).rejects.toThrow();
  expect(await slow.finish()).toMatch(/^HTTP\/1\.1 201 /);
  expect((await asked).status).toBe(200);
  expect(await stopped).toBe(0);
  const again = await serverOn(dataDir);
  expect(await resultsOf(again.url, accepted.jobID)).toBe(200);
  const slowOne = await fetch(`${again.url}/collections/incidents/items/slow`, { headers: AS_OPERATOR });
  expect(slowOne.status).toBe(200);

  // A job that was accepted outlives also what nobody is told of.
  const lost = (await (await post(again.url, inputs, { prefer: 'respond-async' })).json()) as {
    jobID: string;
  };
  await again.kill();
  const third = await serverOn(dataDir);
  expect(await resultsOf(third.url, lost.jobID)).toBe(200);
  expect(await third.stop()).toBe(0);
}, 300_000);

const sumOf = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');

function overwrite(path: string, at: number, bytes: Buffer): void {
  const file = openSync(path, 'r+');
  writeSync(file, bytes, 0, bytes.length, at);
  closeSync(file);
}

const DAMAGES: readonly (readonly [string, string, (folder: string) => Promise<void>])[] = [
  [
    'bytes overwritten in its middle',
    'store-corrupt',
    async (folder) => {
      const path = join(folder, FILE);
      const half = Math.floor(statSync(path).size / 2);
      overwrite(path, half, Buffer.alloc(65_536, 0x5a));
    },
  ],
  [
    'cut in half',
    'store-corrupt',
    async (folder) =>
      truncateSync(join(folder, FILE), Math.floor(statSync(join(folder, FILE)).size / 8_192) * 4_096),
  ],
  [
    'something else at its beginning',
    'store-not-a-database',
    async (folder) => overwrite(join(folder, FILE), 0, Buffer.alloc(4_096, 0x21)),
  ],
  [
    'a folder in its place',
    'store-permission',
    async (folder) => {
      await rename(join(folder, FILE), join(folder, 'aside'));
      await mkdir(join(folder, FILE));
    },
  ],
];

it.each(DAMAGES)(
  'says in two languages what is wrong with a store with %s, and leaves it as it is',
  async (_what, code, damage) => {
    const folder = await copyOfLoaded();
    await damage(folder);
    const path = join(folder, FILE);
    const before = statSync(path).isFile() ? sumOf(path) : '';
    const { code: exit, error } = await runServerToEnd(variablesOf(folder));
    expect([exit, error]).toEqual([2, expect.stringContaining(`[${code}]`)]);
    expect(error).toMatch(/[ạảấầẩẫậắằặẹẻếềệịọốồộớờợụứừửữựđ].* \/ .*[a-z]/);
    expect(error).not.toContain('    at ');
    expect(statSync(path).isFile() ? sumOf(path) : '').toBe(before);
  },
  300_000,
);

it('says so when the data folder is a file, or nothing may be written there', async () => {
  const folder = await folders.create();
  writeFileSync(join(folder, 'file'), '');
  const file = await runServerToEnd(variablesOf(join(folder, 'file')));
  expect([file.code, file.error]).toEqual([2, expect.stringMatching(/\[(store-directory|server-folder)\]/)]);
  const disk = smallDisk(120);
  disks.push(disk);
  await copyOfLoaded(disk.folder);
  // With its log beside it a file is served for reading even so.
  for (const end of ['-wal', '-shm']) await rm(join(disk.folder, `${FILE}${end}`), { force: true });
  disk.remount('ro');
  const closed = await runServerToEnd(variablesOf(disk.folder));
  expect([closed.code, closed.error]).toEqual([
    2,
    expect.stringMatching(/\[(store-permission|store-directory|server-folder)\]/),
  ]);
  expect(closed.error).not.toContain('    at ');
}, 300_000);

it('starts without the log of what was not yet moved into the file: older, whole, and its audit too', async () => {
  const folder = await copyOfLoaded();
  const server = await serverOn(folder);
  for (let at = 0; at < 5; at += 1) expect((await record(server.url, `wal-${at}`))?.status).toBe(201);
  await server.kill();
  await rm(join(folder, `${FILE}-wal`));
  const again = await serverOn(folder);
  expect((await fetch(`${again.url}/readyz`)).status).toBe(200);
  expect(await again.stop()).toBe(0);
  const store = must(await openStore({ dataDir: folder, profile: PROFILE }));
  expect((await verifyAudit(store.audit)).brokenAt).toBeNull();
  await store.close();
}, 300_000);

it('tells of a store that is damaged while it serves, and stays up', async () => {
  const folder = await copyOfLoaded();
  const server = await serverOn(folder, { GIAPRANH_LOG: 'fatal' });
  const tile = `${server.url}/tiles/communes/9/406/241.mvt`;
  expect((await fetch(tile)).status).toBe(200);
  const path = join(folder, FILE);
  overwrite(path, 4_096, Buffer.alloc(statSync(path).size - 4_096, 0x5a));
  const response = await fetch(
    `${server.url}/collections/places/items?limit=10&filter=${encodeURIComponent("name LIKE 'x%'")}`,
  );
  const told = (await response.json()) as { issues: { code: string }[] };
  expect([response.status, told.issues[0]?.code]).toEqual([500, 'store-corrupt']);
  expect((await fetch(tile)).status).toBe(200);
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  await server.kill();
}, 300_000);

it('refuses writes on a full disk, loses none, reads on, and writes again when there is room', async () => {
  const used_MB = Math.ceil((statSync(join(loaded, FILE)).size * 3) / 1e6) + 60;
  const disk = smallDisk(used_MB);
  disks.push(disk);
  await copyOfLoaded(disk.folder);
  const server = await serverOn(disk.folder);
  const acknowledged: string[] = [];
  const write = async (id: string) => {
    const response = await record(server.url, id);
    if (response?.status === 201) acknowledged.push(id);
    return response;
  };
  expect((await write('before'))?.status).toBe(201);
  const filler = join(disk.folder, 'filler');
  for (let size = 64 * 2 ** 20; size >= 4_096; ) {
    try {
      writeFileSync(filler, Buffer.alloc(size), { flag: 'a' });
    } catch {
      size /= 2;
    }
  }
  let refused: Response | undefined;
  for (let at = 0; at < 500 && refused === undefined; at += 1) {
    const response = await write(`full-${at}`);
    if (response?.status !== 201) refused = response;
  }
  expect([refused?.status, refused?.headers.get('retry-after')]).toEqual([503, '5']);
  expect((await fetch(`${server.url}/collections/places/items?limit=1`)).status).toBe(200);
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  await rm(filler);
  expect((await write('after'))?.status).toBe(201);
  for (const id of acknowledged) {
    const found = await fetch(`${server.url}/collections/incidents/items/${id}`, { headers: AS_OPERATOR });
    expect([id, found.status]).toEqual([id, 200]);
  }
  expect(server.complaints().join('\n')).toContain('"problem":"store-disk-full"');
  expect(await server.stop()).toBe(0);
}, 300_000);

it('asks in threads: a question that takes too long is given up, and holds up nobody meanwhile', async () => {
  const argument = JSON.stringify({ dataDir: await copyOfLoaded(), profile: PROFILE });
  const { stdout } = await promisify(execFile)(process.execPath, [ASKING, argument]);
  expect(JSON.parse(stdout)).toEqual({
    hasty: 'store-too-slow',
    same: true,
    refused: 'store-query-cursor',
    ticked: true,
  });
}, 300_000);
