import { setTimeout as sleep } from 'node:timers/promises';
import { openStore, parseDatabaseUrl } from '@giapranh/store';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { must } from '../../must.js';
import { addUser, choosePassword, printedLink } from '../../people.js';
import { rowsOf } from '../../postgres.js';
import {
  databaseUrl as addressOf,
  type PostgresCluster,
  startPostgres,
  TEMPLATE,
} from '../../postgres-cluster.js';
import { type RunningServer, startRunningServer } from '../../running-server.js';
import { withTemporaryFolders } from '../../temporary-folder.js';
import { FORM, noteFigures, PATIENCE_MS, PROFILE } from './form.js';
import { AS_OPERATOR, OPERATOR, record } from './operator.js';
import { expectNoneLost, keptIn, lostIn, processRounds, rounds } from './writing.js';

/** A PostgreSQL of its own, which goes away and comes back under the server. */
const folders = withTemporaryFolders();
/** What the issue asks: back within this time of the database's return. */
const BACK_MS = 5_000;
let postgres: PostgresCluster;
let url = '';
let variables: Readonly<Record<string, string>> = {};

const openPlace = async () =>
  must(await openStore({ dataDir: '', profile: PROFILE, databaseUrl: must(parseDatabaseUrl(url)) }));

beforeAll(async () => {
  postgres = await startPostgres({ durable: true });
  await rowsOf(postgres.url, `CREATE DATABASE faults TEMPLATE ${TEMPLATE}`);
  url = addressOf(postgres.url, 'faults');
  variables = {
    DATABASE_URL: url,
    GIAPRANH_DATA: await folders.create(),
    GIAPRANH_PROFILE: PROFILE,
    GIAPRANH_LIMIT_CLIENT_PER_MINUTE: '0',
  };
  // The first start loads it.
  await (await startRunningServer(variables)).stop();
}, 300_000);
afterAll(() => postgres.stop());

interface Heard {
  readonly path: string;
  readonly status: number;
  readonly retry: string | null;
  readonly code: string | undefined;
}

async function hear(
  server: RunningServer,
  path: string,
  headers: Record<string, string> = {},
): Promise<Heard> {
  const response = await fetch(server.url + path, { headers });
  const text = await response.text();
  const isProblem = response.headers.get('content-type')?.startsWith('application/problem') === true;
  const code = isProblem ? (JSON.parse(text) as { issues: { code: string }[] }).issues[0]?.code : undefined;
  return { path, status: response.status, retry: response.headers.get('retry-after'), code };
}

/** Milliseconds until the address answers as it should. */
async function until(start: number, ask: () => Promise<number | undefined>): Promise<number> {
  for (;;) {
    const status = await ask();
    if (status !== undefined && status < 300) return performance.now() - start;
    if (performance.now() - start > 10 * BACK_MS) throw new Error(`still ${status}`);
    await sleep(20);
  }
}

const ITEMS = '/collections/incidents/items?limit=1';
const KEPT_TILE = '/tiles/communes/9/406/241.mvt';

it(
  `goes on with the tiles in memory while its database is away, refuses writes, and is back within ${BACK_MS / 1000} s, ${FORM.restarts} times`,
  async () => {
    const server = await startRunningServer({
      ...variables,
      GIAPRANH_EDIT_TOKEN: OPERATOR,
      GIAPRANH_LOG: 'fatal',
    });
    try {
      await sleep(100);
      const admin = await choosePassword(server.url, printedLink(server), 'quan-tri');
      const rights = { role: 'viewer', secrecy: ['public', 'internal'], units: 'all' } as const;
      const user = {
        authorization: `Bearer ${(await addUser(server.url, admin, 'nguoi-xem', rights)).token}`,
      };
      expect((await hear(server, KEPT_TILE)).status).toBe(200);
      expect((await hear(server, KEPT_TILE, user)).status).toBe(200);
      const before = await keptIn(await openPlace());
      const acknowledged: string[] = [];
      const [slowest, awayReads] = [{ write: 0, read: 0, tile: 0 }, { count: 0 }];
      for (let time = 0; time < FORM.restarts; time += 1) {
        // Under load: what is under way when the database goes is refused, not lost and not hanging.
        let goesOn = true;
        const statuses = new Set<number | undefined>();
        const writers = Array.from({ length: 6 }, async (_, who) => {
          for (let turn = 0; goesOn; turn += 1) {
            const id = `away-${time}-${who}-${turn}`;
            const response = await record(server.url, id);
            statuses.add(response?.status);
            if (response?.status === 201) acknowledged.push(id);
            else await sleep(20);
          }
        });
        await sleep(500);
        await postgres.down(time % 2 === 0 ? 'SIGINT' : 'SIGKILL');
        await sleep(300);
        for (const end = performance.now() + 1_500; performance.now() < end; await sleep(50)) {
          const tiles = [await hear(server, KEPT_TILE), await hear(server, KEPT_TILE, user)];
          expect(tiles.map(({ status }) => status)).toEqual([200, 200]);
          awayReads.count += tiles.length;
        }
        expect(await hear(server, ITEMS, AS_OPERATOR)).toMatchObject({
          status: 503,
          retry: '5',
          code: 'store-unreachable',
        });
        expect(await hear(server, '/healthz')).toMatchObject({ status: 200 });
        expect(await hear(server, '/readyz')).toMatchObject({ status: 503, retry: '5' });
        const write = await record(server.url, `refused-${time}`);
        expect([write?.status, write?.headers.get('retry-after')]).toEqual([503, '5']);
        await postgres.up();
        const start = performance.now();
        const [wrote, read, tile] = await Promise.all([
          until(
            start,
            async () =>
              (await record(server.url, `back-${time}-${Math.round(performance.now() * 1000)}`))?.status,
          ),
          until(start, async () => (await hear(server, ITEMS, AS_OPERATOR)).status),
          // One that is not in memory.
          until(
            start,
            async () => (await hear(server, `/tiles/communes/11/162${time % 10}/96${time % 7}.mvt`)).status,
          ),
        ]);
        goesOn = false;
        await Promise.all(writers);
        expect([...statuses].filter((status) => status !== 201 && status !== 503)).toEqual([]);
        slowest.write = Math.max(slowest.write, wrote);
        slowest.read = Math.max(slowest.read, read);
        slowest.tile = Math.max(slowest.tile, tile);
      }
      const after = await keptIn(await openPlace());
      const lost = acknowledged.filter((id) => !after.ids.has(id)).length;
      noteFigures('database-away', {
        times: FORM.restarts,
        acknowledged: acknowledged.length,
        lost,
        tiles_while_away: awayReads.count,
        write_back_ms: Math.round(slowest.write),
        read_back_ms: Math.round(slowest.read),
        new_tile_back_ms: Math.round(slowest.tile),
      });
      expect(lost).toBe(0);
      expect(acknowledged.length).toBeGreaterThan(FORM.restarts);
      expect(after.ids.size).toBeGreaterThan(before.ids.size);
      expect(Math.max(slowest.write, slowest.read, slowest.tile)).toBeLessThan(BACK_MS);
      expect(await server.stop()).toBe(0);
    } finally {
      if (!server.hasEnded()) await server.kill();
    }
  },
  PATIENCE_MS,
);

async function untilItAnswers(server: RunningServer): Promise<void> {
  const start = performance.now();
  const took = await until(start, async () => (await hear(server, ITEMS, AS_OPERATOR)).status);
  expect(took).toBeLessThan(BACK_MS);
}

it(
  `loses no write to kill -9 of the server or of all of PostgreSQL in turn, ${FORM.kills} rounds, or of a program that writes, ${FORM.processKills}`,
  async () => {
    const before = await keptIn(await openPlace());
    const acknowledged = await rounds('p', variables, async (server, round) => {
      if (round % 2 === 0) return server.kill();
      // The server stays: it finds its database again by itself.
      await postgres.down('SIGKILL');
      await sleep(200);
      await postgres.up();
      await untilItAnswers(server);
    });
    const lost = lostIn(acknowledged, before, await keptIn(await openPlace()));
    await rowsOf(postgres.url, `CREATE DATABASE writers TEMPLATE ${TEMPLATE}`);
    const empty = addressOf(postgres.url, 'writers');
    const databaseUrl = must(parseDatabaseUrl(empty));
    const writers = await processRounds({ dataDir: '', databaseUrl: empty }, async () =>
      must(await openStore({ dataDir: '', profile: 'bac-kan', databaseUrl })),
    );
    expectNoneLost('kills-postgis', { acknowledged: acknowledged.length, lost }, writers);
  },
  PATIENCE_MS,
);

it('stops a question that takes too long', async () => {
  const databaseUrl = must(parseDatabaseUrl(url));
  const hasty = must(await openStore({ dataDir: '', profile: PROFILE, databaseUrl, query_ms: 1 }));
  const asked = hasty.textPage({ layer: 'roads', limit: 500, offset: 0, count: true });
  await expect(asked).rejects.toMatchObject({ issue: { code: 'store-too-slow' } });
  await hasty.close();
});
