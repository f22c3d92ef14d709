import { setTimeout as sleep } from 'node:timers/promises';
import { type FeatureStore, openStore, parseDatabaseUrl, verifyAudit } from '@giapranh/store';
import { afterAll, describe, expect, it } from 'vitest';
import { must } from '../must.js';
import { rowsOf } from '../postgres.js';
import {
  databaseUrl as addressOf,
  type PostgresCluster,
  startPostgres,
  TEMPLATE,
} from '../postgres-cluster.js';
import { seeded } from '../seeded.js';
import { withTemporaryFolders } from '../temporary-folder.js';
import { runEditor } from './store/editor-process.js';
import { everything, point, sample } from './store/samples.js';

const ROUNDS = 10;
/** Nothing more than these: the database must be back before the round is looked at. */
const RECOVERY_MS = 20_000;
const folders = withTemporaryFolders();
const random = seeded(6);
let cluster: PostgresCluster | undefined;
afterAll(() => cluster?.stop());

async function opened(dataDir: string, url?: string): Promise<FeatureStore> {
  const database = url === undefined ? {} : { databaseUrl: must(parseDatabaseUrl(url)) };
  for (const end = Date.now() + RECOVERY_MS; ; ) {
    const store = await openStore({ dataDir, profile: 'bac-kan', ...database });
    if (store.ok || Date.now() > end) return must(store);
    await sleep(100);
  }
}

/** Every acknowledged id is there, and the audit has just one whole entry for each that is. */
async function expectKept(store: FeatureStore, acknowledged: readonly string[]): Promise<void> {
  const kept = new Set((await everything(store, 'incidents')).map(({ id }) => id));
  expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
  expect(await verifyAudit(store.audit)).toMatchObject({ entries: kept.size, brokenAt: null });
}

describe('an acknowledged write outlives kill -9', () => {
  it(`of the process that writes the embedded store, ${ROUNDS} rounds`, async () => {
    const dataDir = await folders.create();
    const acknowledged: string[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const most = 5 + Math.floor(random() * 60);
      const run = await runEditor({ dataDir }, `r${round}`, undefined, (count, child) => {
        if (count >= most) child.kill('SIGKILL');
      });
      expect(run.signal).toBe('SIGKILL');
      acknowledged.push(...run.acknowledged);
      const store = await opened(dataDir);
      await expectKept(store, acknowledged);
      await store.close();
    }
    expect(acknowledged.length).toBeGreaterThan(5 * ROUNDS);
  }, 120_000);

  it(`of PostgreSQL's own processes under the store, ${ROUNDS} rounds`, async () => {
    cluster = await startPostgres();
    await rowsOf(cluster.url, `CREATE DATABASE durable TEMPLATE ${TEMPLATE}`);
    const url = addressOf(cluster.url, 'durable');
    await (await opened('', url)).close();
    const acknowledged: string[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const most = 5 + Math.floor(random() * 60);
      let killing: Promise<unknown> | undefined;
      const run = await runEditor({ dataDir: '', databaseUrl: url }, `r${round}`, undefined, (count) => {
        if (count >= most) killing ??= killBackend(url);
      });
      await killing;
      // One process of the server gone: it stops all others and recovers from its log.
      expect(run.code).not.toBe(0);
      acknowledged.push(...run.acknowledged);
      const store = await opened('', url);
      await expectKept(store, acknowledged);
      await store.close();
    }
    expect(acknowledged.length).toBeGreaterThan(5 * ROUNDS);
  }, 180_000);
});

async function killBackend(url: string): Promise<void> {
  const [row] = await rowsOf(
    url,
    "SELECT pid FROM pg_stat_activity WHERE application_name = 'giapranh' ORDER BY backend_start LIMIT 1",
  );
  if (typeof row?.[0] === 'number') process.kill(row[0], 'SIGKILL');
}

describe('two processes and this one write the embedded store at once', () => {
  it('without losing an edit, and each hears of all', async () => {
    const dataDir = await folders.create();
    const store = await opened(dataDir);
    const told = new Set<string>();
    const stop = await store.watch(({ ids }) => {
      for (const id of ids ?? []) told.add(id);
    });
    const [one, other, own] = await Promise.all([
      runEditor({ dataDir }, 'one', 80),
      runEditor({ dataDir }, 'other', 80),
      ownEdits(store, 80),
    ]);
    expect([one, other]).toMatchObject([
      { code: 0, error: '' },
      { code: 0, error: '' },
    ]);
    const acknowledged = [...one.acknowledged, ...other.acknowledged, ...own];
    expect(acknowledged).toHaveLength(240);
    await expectKept(store, acknowledged);
    for (const end = Date.now() + 5_000; told.size < 240 && Date.now() < end; ) await sleep(20);
    expect([...told].sort()).toEqual([...acknowledged].sort());
    await stop();
    await store.close();
  }, 60_000);
});

async function ownEdits(store: FeatureStore, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const feature = sample(`own-${index}`, point(105, 22), { layer: 'incidents' });
    const author = { who: 'own', authority: null, at: '2026-03-01T00:00:00Z' };
    must(await store.applyEdits('incidents', [{ op: 'insert', feature }], { author }));
    ids.push(feature.id);
    await sleep(2);
  }
  return ids;
}
