import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { expect, inject, it, onTestFinished } from 'vitest';
import { loadedCopy } from '../loaded-copy.js';
import { withPostgres } from '../postgres.js';
import { runServerToEnd, startRunningServer } from '../running-server.js';
import { withTemporaryFolders } from '../temporary-folder.js';

const folders = withTemporaryFolders();
const postgres = withPostgres();

/**
 * Five seconds are allowed on a quiet machine, where it takes three or four of the processors; the suite shares them,
 * which makes a second of theirs do less.
 */
const WARM_LIMIT_cpu_s = 10;

it('starts warm on loaded data, answers a first tile at once, and ends cleanly', async () => {
  const dataDir = await folders.create();
  await loadedCopy(inject('serverData'), dataDir);
  // What others of the suite wrote there since it was loaded is prepared by a start before.
  expect(await (await startRunningServer({ GIAPRANH_DATA: dataDir })).stop()).toBe(0);
  const server = await startRunningServer({ GIAPRANH_DATA: dataDir });
  onTestFinished(() => (server.hasEnded() ? undefined : server.kill()));
  const asked = performance.now();
  const tile = await fetch(new URL('/tiles/provinces,communes/8/203/111.mvt', server.url));
  await tile.arrayBuffer();
  const firstTile_ms = performance.now() - asked;
  process.stderr.write(
    `warm start ${server.ready_ms.toFixed(0)} ms, first tile ${firstTile_ms.toFixed(0)} ms\n`,
  );
  expect(tile.status).toBe(200);
  // Neither loaded nor prepared: read as the last start left it.
  expect(server.output()).not.toMatch(/\[\d+\/\d+\]|Đã chuẩn bị ô bản đồ/);
  expect(server.output()).toContain('Bắc Kạn');
  const [health, ready, metrics] = await Promise.all(
    ['/healthz', '/readyz', '/metrics'].map((path) => fetch(new URL(path, server.url))),
  );
  expect([health?.status, ready?.status]).toEqual([200, 200]);
  const told = (await metrics?.text()) ?? '';
  expect(told).toContain('giapranh_tiles_total{from="cut"} 1');
  const cpu_s = Number(/^process_cpu_seconds_total (\S+)$/m.exec(told)?.[1]);
  process.stderr.write(`warm start and first tile: ${cpu_s.toFixed(1)} s of processors\n`);
  expect(cpu_s).toBeLessThan(WARM_LIMIT_cpu_s);
  expect(server.complaints()).toEqual([]);
  expect(await server.stop()).toBe(0);
}, 120_000);

it.each([
  ['an unknown profile', { GIAPRANH_PROFILE: 'ha-noi' }, 'profile-unknown', 'bac-kan'],
  ['a port that is none', { PORT: '70000' }, 'server-config', 'PORT'],
  ['a database that is none', { DATABASE_URL: 'mysql://u:geheim@h/d' }, 'database-url', 'DATABASE_URL'],
  [
    'a database out of reach',
    { DATABASE_URL: 'postgres://u:geheim@127.0.0.1:9/d' },
    'store-unreachable',
    '127.0.0.1:9',
  ],
])('refuses %s with one message in two languages and exit code 2', async (_what, variables, code, named) => {
  const end = await runServerToEnd({ GIAPRANH_DATA: await folders.create(), ...variables });
  expect(end.code).toBe(2);
  expect(end.error).toContain(`[${code}]`);
  expect(end.error).toContain(named);
  expect(end.error).toContain(' / ');
  expect(end.error.match(/\[[a-z]+(-[a-z]+)+\]/g)).toHaveLength(1);
  expect(end.error + end.out).not.toMatch(/geheim|\n {4}at /);
});

it('refuses a port in use before it loads anything', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const address = other.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const end = await runServerToEnd({ GIAPRANH_DATA: await folders.create(), PORT: String(port) });
  other.close();
  expect(end.code).toBe(2);
  expect(end.error).toContain('[server-port-in-use]');
});

it('refuses a data directory whose database is corrupt', async () => {
  const folder = await folders.create();
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'bac-kan.gpkg'), 'this is not a database, whatever its name says'.repeat(50));
  const end = await runServerToEnd({ GIAPRANH_DATA: folder });
  expect(end.code).toBe(2);
  expect(end.error).toMatch(/\[store-[a-z-]+\]/);
  expect(end.error).not.toMatch(/\n {4}at /);
});

it('gives the same answers from PostgreSQL with PostGIS', async () => {
  const database = await postgres.create();
  const server = await startRunningServer({
    GIAPRANH_DATA: await folders.create(),
    DATABASE_URL: database.url,
  });
  try {
    const paths = [
      '/collections/communes/items?limit=5&offset=40',
      '/collections/borders/items?asOf=2023-05-23',
      '/collections/districts/items?asOf=2023-05-23&bbox=105.7,22,105.9,22.2',
      '/collections/mineral-sites/items?asOf=2023-05-23&limit=1000',
      '/collections/border-zones/items?pair=06-04&asOf=2023-05-23&limit=3',
    ];
    for (const path of paths) {
      const [here, there] = await Promise.all(
        [inject('serverUrl'), server.url].map(async (origin) => {
          const page = (await (await fetch(new URL(path, origin))).json()) as Record<string, unknown>;
          return [page['numberMatched'], page['features']];
        }),
      );
      expect(there, path).toEqual(here);
    }
    const [tileHere, tileThere] = await Promise.all(
      [inject('serverUrl'), server.url].map(async (origin) => {
        const url = new URL('/tiles/provinces,communes,mineral-sites/8/203/111.mvt?asOf=2026-01-01', origin);
        return Buffer.from(await (await fetch(url)).arrayBuffer()).toString('base64');
      }),
    );
    expect(tileThere).toBe(tileHere);
    expect(server.output()).not.toContain(new URL(database.url).password);
    // The tests' cluster flushes nothing to disk, which the operator of a real one must hear of.
    expect(server.complaints()).toEqual([expect.stringContaining('store-not-durable')]);
    expect(server.output()).toContain('fsync, full_page_writes');
  } finally {
    expect(await server.stop()).toBe(0);
  }
});
