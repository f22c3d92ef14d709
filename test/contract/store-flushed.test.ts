import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openStore, parseDatabaseUrl } from '@giapranh/store';
import { afterAll, describe, expect, it } from 'vitest';
import { must } from '../must.js';
import { rowsOf, withPostgres } from '../postgres.js';
import {
  databaseUrl as addressOf,
  type PostgresCluster,
  startPostgres,
  TEMPLATE,
} from '../postgres-cluster.js';
import { withTemporaryFolders } from '../temporary-folder.js';
import { EDITOR } from './store/editor-process.js';
import { point, sample } from './store/samples.js';

const WRITES = 12;
const folders = withTemporaryFolders();
const postgres = withPostgres();
let cluster: PostgresCluster | undefined;
afterAll(() => cluster?.stop());

/** What one system call did to a write-ahead log, or the acknowledgement of a write. */
type Step = 'written' | 'flushed' | 'acknowledged';

function stepOf(line: string): Step | undefined {
  if (/^\d+ +write\(1<.*"w-\d+\\n"/.test(line)) return 'acknowledged';
  const [, call = ''] = /^\d+ +(\w+)\(\d+<[^>]*-wal>/.exec(line) ?? [];
  if (/write/.test(call)) return 'written';
  return /^f(data)?sync$/.test(call) ? 'flushed' : undefined;
}

/** The steps of a process that writes into the embedded store, as the system saw them. */
async function stepsOfEditor(dataDir: string): Promise<Step[]> {
  const trace = join(dataDir, 'trace');
  const calls = 'trace=write,pwrite64,writev,pwritev,fsync,fdatasync';
  const editor = JSON.stringify({ dataDir, profile: 'bac-kan', name: 'w', count: WRITES });
  const words = ['-f', '-y', '-s', '64', '-e', calls, '-o', trace, process.execPath, EDITOR, editor];
  const child = spawn('strace', words, { stdio: 'ignore' });
  const [code] = await once(child, 'exit');
  expect(code).toBe(0);
  return (await readFile(trace, 'utf8')).split('\n').flatMap((line) => stepOf(line) ?? []);
}

describe('a write is on disk before it is acknowledged, as far as fsync reaches', () => {
  it('in the embedded store: nothing of its log waits unflushed at an acknowledgement', async () => {
    const dataDir = await folders.create();
    await must(await openStore({ dataDir, profile: 'bac-kan' })).close();
    const steps = await stepsOfEditor(dataDir);
    expect(steps.filter((step) => step === 'acknowledged')).toHaveLength(WRITES);
    const unflushed = steps.filter((step, at) => {
      const before = steps.slice(0, at);
      return step === 'acknowledged' && before.lastIndexOf('written') > before.lastIndexOf('flushed');
    });
    expect(unflushed).toEqual([]);
    expect(steps.indexOf('flushed')).toBeLessThan(steps.indexOf('acknowledged'));
  });

  it('in PostgreSQL: each commit flushes its log, even where the account asks for less', async () => {
    cluster = await startPostgres({ durable: true });
    await rowsOf(cluster.url, `CREATE DATABASE flushed TEMPLATE ${TEMPLATE}`);
    await rowsOf(cluster.url, 'ALTER DATABASE flushed SET synchronous_commit = off');
    const url = addressOf(cluster.url, 'flushed');
    const open = () =>
      openStore({ dataDir: '', profile: 'bac-kan', databaseUrl: must(parseDatabaseUrl(url)) });
    await must(await open()).close();
    const flushes = async (): Promise<number> =>
      Number((await rowsOf(cluster?.url ?? '', 'SELECT wal_sync FROM pg_stat_wal'))[0]?.[0]);
    // Nobody else writes: what the server does by itself is a few flushes, not one a write.
    await rowsOf(cluster.url, 'CHECKPOINT');
    const before = await flushes();
    const opened = await open();
    expect(opened.ok ? opened.notes : undefined).toEqual([]);
    const store = must(opened);
    for (let at = 0; at < 5 * WRITES; at += 1) {
      const feature = sample(`w-${at}`, point(105, 22), { layer: 'incidents' });
      must(await store.applyEdits('incidents', [{ op: 'insert', feature }]));
    }
    // A session's counts are added up when it ends.
    await store.close();
    await expect.poll(flushes, { timeout: 5_000 }).toBeGreaterThanOrEqual(before + 5 * WRITES);
  });

  it('and the operator is warned of a server that flushes nothing', async () => {
    const databaseUrl = must(parseDatabaseUrl((await postgres.create()).url));
    const opened = await openStore({ dataDir: '', profile: 'bac-kan', databaseUrl });
    if (!opened.ok) throw new Error(opened.issues[0].message.en);
    await opened.value.close();
    expect(opened.notes.map(({ code }) => code)).toEqual(['store-not-durable']);
    expect(opened.notes[0]?.message.en).toContain('fsync, full_page_writes');
  });
});
