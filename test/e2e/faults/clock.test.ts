import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openStore, verifyAudit } from '@giapranh/store';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { must } from '../../must.js';
import { addUser, choosePassword, printedLink, type Session, signIn } from '../../people.js';
import { type RunningServer, startRunningServer } from '../../running-server.js';
import { withTemporaryFolders } from '../../temporary-folder.js';
import { rawGet } from '../raw-get.js';
import { PATIENCE_MS, PROFILE } from './form.js';
import { loadInto } from './loaded.js';
import { AS_OPERATOR, OPERATOR, record } from './operator.js';

/** A server whose wall clock is ours (libfaketime), while the clock that only goes forward is the machine's. */
const folders = withTemporaryFolders();
let server: RunningServer;
let dataDir = '';
let clock = '';
let admin: Session;

function fakeTime(): string {
  const found = readdirSync('/usr/lib')
    .map((name) => join('/usr/lib', name, 'faketime'))
    .flatMap((folder) => {
      try {
        return readdirSync(folder).includes('libfaketime.so.1') ? [join(folder, 'libfaketime.so.1')] : [];
      } catch {
        return [];
      }
    })[0];
  if (found === undefined) throw new Error('no libfaketime (Debian: faketime)');
  return found;
}

const DAY_s = 86_400;

/** Sets the server's clock this far from the machine's, and waits until it looks at it. */
async function jump(offset_s: number): Promise<void> {
  writeFileSync(clock, `${offset_s >= 0 ? '+' : ''}${offset_s}s\n`);
  // The library looks at the file now and then, by the clock that it fakes.
  const there = async () => Math.abs((await dateOf()) - Date.now() - offset_s * 1000) < DAY_s * 1000;
  for (const end = Date.now() + PATIENCE_MS / 8; !(await there()) && Date.now() < end; ) await sleep(200);
}

async function dateOf(): Promise<number> {
  const response = await fetch(`${server.url}/healthz`);
  await response.arrayBuffer();
  return Date.parse(response.headers.get('date') ?? '');
}

const who = async (cookie: string) =>
  ((await (await fetch(`${server.url}/session`, { headers: { cookie } })).json()) as { signed_in: boolean })
    .signed_in;

const listed = async (token: string): Promise<number> =>
  (
    await fetch(`${server.url}/collections/incidents/items?limit=1`, {
      headers: { authorization: `Bearer ${token}` },
    })
  ).status;

beforeAll(async () => {
  dataDir = await folders.create();
  await loadInto(dataDir);
  clock = join(dataDir, 'clock');
  writeFileSync(clock, '+0s\n');
  server = await startRunningServer({
    GIAPRANH_DATA: dataDir,
    GIAPRANH_PROFILE: PROFILE,
    GIAPRANH_EDIT_TOKEN: OPERATOR,
    GIAPRANH_LOG: 'warn',
    LD_PRELOAD: fakeTime(),
    FAKETIME_TIMESTAMP_FILE: clock,
    FAKETIME_CACHE_DURATION: '1',
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
  });
  await sleep(200);
  admin = await choosePassword(server.url, printedLink(server), 'quan-tri');
}, 300_000);
afterAll(async () => {
  expect(server.complaints()).toEqual([]);
  expect(await server.stop()).toBe(0);
});

it('keeps its word when the clock jumps a year on and two years back', async () => {
  const { token } = await addUser(server.url, admin, 'can-bo', {
    role: 'viewer',
    secrecy: ['public', 'internal'],
    units: 'all',
  });
  expect([await listed(token), await who(admin.cookie)]).toEqual([200, true]);
  const page = `${server.url}/collections/places/items?limit=3&asOf=2026-01-01`;
  const tag = (await fetch(page)).headers.get('etag') ?? '';
  // Of what nothing that is recorded here is judged into.
  const tile = `${server.url}/tiles/roads/9/406/241.mvt?asOf=2026-01-01`;
  const tileTag = (await fetch(tile)).headers.get('etag') ?? '';
  // As a browser asks again: `fetch` would forbid an answer from what it has.
  const unchanged = async () => {
    const told = await Promise.all([
      rawGet(new URL(page), { 'if-none-match': tag }),
      rawGet(new URL(tile), { 'if-none-match': tileTag }),
    ]);
    return told.map(({ status }) => status);
  };
  expect(await unchanged()).toEqual([304, 304]);
  expect((await record(server.url, 'now'))?.status).toBe(201);
  const started = await fetch(`${server.url}/processes/trace-unit/execution`, {
    method: 'POST',
    headers: { ...AS_OPERATOR, prefer: 'respond-async' },
    body: JSON.stringify({ inputs: { name: 'Cần Thơ', as_of: '2023-05-23' } }),
  });
  const { jobID } = (await started.json()) as { jobID: string };

  await jump(365 * DAY_s);
  expect(await dateOf()).toBeGreaterThan(Date.now() + 364 * DAY_s * 1000);
  // Whatever has an end has ended: nobody stays in by a wrong clock; and everything else goes on.
  expect([await listed(token), await who(admin.cookie)]).toEqual([401, false]);
  expect(await unchanged()).toEqual([304, 304]);
  expect((await record(server.url, 'later'))?.status).toBe(201);
  expect((await fetch(`${server.url}/jobs/${jobID}`, { headers: AS_OPERATOR })).status).toBe(200);
  expect((await signIn(server.url, 'quan-tri')).status).toBe(204);

  // Wrong passwords count by the clock that only goes forward.
  for (let at = 0; at < 6; at += 1) await signIn(server.url, 'can-bo', 'khong phai mat khau');
  await jump(-2 * 365 * DAY_s);
  expect(await dateOf()).toBeLessThan(Date.now() - 729 * DAY_s * 1000);
  const waits = await signIn(server.url, 'can-bo', 'khong phai mat khau');
  expect(waits.status).toBe(429);
  expect(Number(waits.headers.get('retry-after'))).toBeLessThanOrEqual(900);
  expect(await unchanged()).toEqual([304, 304]);
  expect((await record(server.url, 'earlier'))?.status).toBe(201);
  expect((await fetch(`${server.url}/jobs/${jobID}`, { headers: AS_OPERATOR })).status).toBe(200);

  await jump(0);
  // What a wrong clock took from nobody is theirs again, until its own end.
  expect(await listed(token)).toBe(200);
  for (const id of ['now', 'later', 'earlier']) {
    const found = await fetch(`${server.url}/collections/incidents/items/${id}`, { headers: AS_OPERATOR });
    expect([id, found.status]).toEqual([id, 200]);
  }
  const store = must(await openStore({ dataDir, profile: PROFILE }));
  // The order of the audit is its chain, not its clock.
  expect((await verifyAudit(store.audit)).brokenAt).toBeNull();
  await store.close();
}, 300_000);
