import { setTimeout as sleep } from 'node:timers/promises';
import { type FeatureStore, openStore, parseDatabaseUrl, verifyAudit } from '@giapranh/store';
import { afterAll, expect, inject, it } from 'vitest';
import { loadedCopy } from '../../loaded-copy.js';
import { must } from '../../must.js';
import { rowsOf } from '../../postgres.js';
import {
  databaseUrl as addressOf,
  type PostgresCluster,
  startPostgres,
  TEMPLATE,
} from '../../postgres-cluster.js';
import { type RunningServer, startRunningServer } from '../../running-server.js';
import { seeded } from '../../seeded.js';
import { withTemporaryFolders } from '../../temporary-folder.js';
import { FORM, noteFigures, PATIENCE_MS } from './form.js';
import { AS_OPERATOR, OPERATOR, record } from './operator.js';

const folders = withTemporaryFolders();
const random = seeded(7);
const WRITERS = 8;
let cluster: PostgresCluster | undefined;
let running: RunningServer | undefined;
afterAll(async () => {
  if (running?.hasEnded() === false) await running.kill();
  await cluster?.stop();
});

/** Writes until the server is gone; `kill` is called once so many were acknowledged. */
async function writeUntilGone(
  server: RunningServer,
  name: string,
  acknowledged: string[],
  kill: () => Promise<void>,
): Promise<void> {
  const most = acknowledged.length + 5 + Math.floor(random() * 60);
  let [next, killing]: [number, Promise<void> | undefined] = [0, undefined];
  const write = async (): Promise<void> => {
    while (killing === undefined) {
      const id = `${name}-${next}`;
      next += 1;
      const response = await record(server.url, id);
      if (response?.status === 201) acknowledged.push(id);
      if (acknowledged.length >= most) killing ??= kill();
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, write));
  await killing;
}

/** Those of the round that a server on the same store does not have. */
async function lostOf(server: RunningServer, ids: readonly string[]): Promise<string[]> {
  const found = await Promise.all(
    ids.map((id) => fetch(`${server.url}/collections/incidents/items/${id}`, { headers: AS_OPERATOR })),
  );
  await Promise.all(found.map((response) => response.arrayBuffer()));
  return ids.filter((_, at) => found[at]?.status !== 200);
}

interface Kept {
  readonly ids: ReadonlySet<string>;
  readonly entries: number;
}

/** What the store holds of incidents, and of an audit that is whole. */
async function keptIn(store: FeatureStore): Promise<Kept> {
  const ids = new Set<string>();
  for await (const { id } of store.each('incidents')) ids.add(id);
  const { entries, brokenAt } = await verifyAudit(store.audit);
  await store.close();
  expect(brokenAt).toBeNull();
  return { ids, entries };
}

/** Every acknowledged id is there, and the audit has one entry for each that came. */
function expectKept(name: string, acknowledged: readonly string[], before: Kept, after: Kept): void {
  const lost = acknowledged.filter((id) => !after.ids.has(id)).length;
  noteFigures(name, { rounds: FORM.kills, acknowledged: acknowledged.length, lost });
  expect(lost).toBe(0);
  expect(after.entries - before.entries).toBe(after.ids.size - before.ids.size);
  expect(acknowledged.length).toBeGreaterThan(5 * FORM.kills);
}

async function rounds(
  name: string,
  variables: Readonly<Record<string, string>>,
  killOf: (server: RunningServer, round: number) => Promise<void>,
): Promise<string[]> {
  const acknowledged: string[] = [];
  const lost: string[] = [];
  const quiet = { ...variables, GIAPRANH_EDIT_TOKEN: OPERATOR, GIAPRANH_LOG: 'fatal' };
  let server = await startRunningServer(quiet);
  for (let round = 0; round < FORM.kills; round += 1) {
    running = server;
    const before = acknowledged.length;
    await writeUntilGone(server, `${name}${round}`, acknowledged, () => killOf(server, round));
    if (server.hasEnded()) server = await startRunningServer(quiet);
    running = server;
    lost.push(...(await lostOf(server, acknowledged.slice(before))));
  }
  expect(lost).toEqual([]);
  expect(await server.stop()).toBe(0);
  return acknowledged;
}

it(
  `no write that the server acknowledged is lost to kill -9, embedded, ${FORM.kills} rounds`,
  async () => {
    const dataDir = await folders.create();
    await loadedCopy(inject('serverData'), dataDir);
    const place = { dataDir, profile: 'bac-kan' };
    const before = await keptIn(must(await openStore(place)));
    const acknowledged = await rounds('e', { GIAPRANH_DATA: dataDir }, (server) => server.kill());
    expectKept('kills-embedded', acknowledged, before, await keptIn(must(await openStore(place))));
  },
  PATIENCE_MS,
);

it(
  `nor of the server or of all of PostgreSQL in turn, ${FORM.kills} rounds`,
  async () => {
    const postgres = await startPostgres({ durable: true });
    cluster = postgres;
    await rowsOf(postgres.url, `CREATE DATABASE kills TEMPLATE ${TEMPLATE}`);
    const url = addressOf(postgres.url, 'kills');
    const place = { dataDir: '', profile: 'bac-kan', databaseUrl: must(parseDatabaseUrl(url)) };
    const store = must(await openStore(place));
    const loaded = must(await openStore({ dataDir: inject('serverData'), profile: 'bac-kan' }));
    must(await store.restore(loaded.dump()));
    for (const { key } of await store.records.list('account', { limit: 100 }))
      await store.records.remove('account', key);
    await loaded.close();
    const before = await keptIn(store);
    const variables = { DATABASE_URL: url, GIAPRANH_DATA: await folders.create() };
    const acknowledged = await rounds('p', variables, async (server, round) => {
      if (round % 2 === 0) return server.kill();
      // The server stays: it finds its database again by itself.
      await postgres.down('SIGKILL');
      await sleep(200);
      await postgres.up();
      await untilItAnswers(server);
    });
    expectKept('kills-postgis', acknowledged, before, await keptIn(must(await openStore(place))));
  },
  PATIENCE_MS,
);

const BACK_MS = 5_000;

async function untilItAnswers(server: RunningServer): Promise<void> {
  for (const end = Date.now() + BACK_MS; Date.now() < end; await sleep(50)) {
    const response = await fetch(`${server.url}/collections/incidents/items?limit=1`, {
      headers: AS_OPERATOR,
    });
    await response.arrayBuffer();
    if (response.status === 200) return;
  }
  throw new Error(`the server did not find its database again\n${server.output().slice(-2_000)}`);
}
