import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chown, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';

const run = promisify(execFile);
const INSTALLED = '/usr/lib/postgresql';
const SUPERUSER = 'giapranh_test';
const START_ATTEMPTS = 100;
const START_PAUSE_MS = 100;
const RESTARTS = 20;
const NEEDED = 'PostgreSQL with PostGIS (Debian: postgresql and postgresql-<version>-postgis-3)';

/** Databases are copied from it: PostGIS is installed once, not for every test file. */
export const TEMPLATE = 'giapranh_template';

export interface PostgresCluster {
  /** Superuser, database `postgres`, with a password. */
  readonly url: string;
  /** Ends it and keeps what it holds: `SIGINT` as an administrator does, `SIGKILL` all of its processes at once. */
  down(signal: 'SIGINT' | 'SIGKILL'): Promise<void>;
  /** Starts it again; resolves when it answers. */
  up(): Promise<void>;
  stop(): Promise<void>;
}

/** The newest server's programs, `PG_BIN` first. */
async function programs(): Promise<string> {
  const told = process.env['PG_BIN'];
  if (told !== undefined) return told;
  const versions = (await readdir(INSTALLED).catch(() => [])).filter((name) => /^\d+$/.test(name));
  const newest = versions.map(Number).sort((a, b) => b - a)[0];
  if (newest === undefined) throw new Error(`Missing: ${NEEDED}`);
  return join(INSTALLED, String(newest), 'bin');
}

/** The server refuses to run as root: there the account that its package made is used. */
interface Account {
  readonly uid: number;
  readonly gid: number;
}

async function serverAccount(): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const [uid, gid] = await Promise.all(
    ['-u', '-g'].map(async (flag) => Number((await run('id', [flag, 'postgres'])).stdout)),
  );
  if (uid === undefined || gid === undefined) throw new Error(`Missing: the account of ${NEEDED}`);
  return { uid, gid };
}

function identity(account: Account | undefined): string[] {
  if (account === undefined) return [];
  return [`--reuid=${account.uid}`, `--regid=${account.gid}`, '--init-groups'];
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

async function answers(url: string, server: ChildProcess, log: string): Promise<void> {
  for (let attempt = 0; attempt < START_ATTEMPTS; attempt += 1) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      return;
    } catch (error) {
      if (server.exitCode !== null) break;
      if (attempt === START_ATTEMPTS - 1) throw error;
      await sleep(START_PAUSE_MS);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
  throw new Error(`PostgreSQL did not start:\n${await readFile(log, 'utf8')}`);
}

async function makeTemplate(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    await client.query(`CREATE DATABASE ${TEMPLATE}`);
  } finally {
    await client.end();
  }
  await fillTemplate(url);
}

/** The server's own processes, in the moment they are asked for. */
async function processesUnder(pid: number): Promise<number[]> {
  const text = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '');
  return text.split(' ').filter((word) => word.trim() !== '').map(Number); // biome-ignore format: one line
}

function endAtOnce(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself.
  }
}

async function fillTemplate(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl(url, TEMPLATE) });
  try {
    await client.connect();
    await client.query('CREATE EXTENSION postgis');
  } finally {
    await client.end();
  }
}

export function databaseUrl(clusterUrl: string, database: string): string {
  const url = new URL(clusterUrl);
  url.pathname = `/${database}`;
  return url.href;
}

/** Faster by all the flushes to disk: right where no power cut is looked at. */
const UNFLUSHED = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' };

/**
 * A cluster of its own in a temporary directory, on a free port of 127.0.0.1. It ends with this process even when
 * this process is killed. `durable`: each commit goes to disk, as in a province.
 */
export async function startPostgres({ durable = false } = {}): Promise<PostgresCluster> {
  const bin = await programs();
  const account = await serverAccount();
  const directory = await mkdtemp(join(tmpdir(), 'giapranh-postgres-'));
  if (account !== undefined) await chown(directory, account.uid, account.gid);
  const [data, log, secret] = ['data', 'log', 'password'].map((name) => join(directory, name));
  if (data === undefined || log === undefined || secret === undefined) throw new Error('unreachable');
  const password = randomBytes(12).toString('hex');
  await writeFile(secret, password);
  const as = account === undefined ? {} : { uid: account.uid, gid: account.gid };
  await run(
    join(bin, 'initdb'),
    [
      '-D',
      data,
      '-U',
      SUPERUSER,
      '-E',
      'UTF8',
      '--no-locale',
      '-N',
      '-A',
      'scram-sha-256',
      `--pwfile=${secret}`,
    ],
    { cwd: directory, ...as },
  );
  const port = await freePort();
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: directory,
    ...(durable ? {} : UNFLUSHED),
    logging_collector: 'on',
    log_directory: directory,
    log_filename: 'log',
  };
  const [command, ...words] = [
    ...(process.platform === 'linux' ? ['setpriv', ...identity(account), '--pdeathsig', 'INT'] : []),
    join(bin, 'postgres'),
  ];
  const values = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const launch = (): ChildProcess =>
    spawn(command ?? '', [...words, '-D', data, ...values], { cwd: directory, stdio: 'ignore' });
  const url = `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/postgres`;
  let server = launch();
  const isDown = (): boolean => server.exitCode !== null || server.signalCode !== null;
  const down = async (signal: 'SIGINT' | 'SIGKILL'): Promise<void> => {
    if (isDown()) return;
    const exited = once(server, 'exit');
    const under = signal === 'SIGKILL' && server.pid !== undefined ? await processesUnder(server.pid) : [];
    server.kill(signal);
    for (const pid of under) endAtOnce(pid);
    await exited;
  };
  const up = async (): Promise<void> => {
    // Right after a crash its memory may still be held for a moment: then it does not start.
    for (let attempt = 0; ; attempt += 1) {
      if (isDown()) server = launch();
      try {
        return await answers(url, server, log);
      } catch (error) {
        if (attempt === RESTARTS) throw error;
        await sleep(START_PAUSE_MS);
      }
    }
  };
  const stop = async (): Promise<void> => {
    await down('SIGINT');
    await rm(directory, { recursive: true, force: true });
  };
  try {
    await answers(url, server, log);
    await makeTemplate(url);
    return { url, down, up, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
