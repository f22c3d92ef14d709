import { setTimeout as sleep } from 'node:timers/promises';
import type { LayerFeature } from '@giapranh/core';
import { openStore, parseDatabaseUrl } from '@giapranh/store';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { must } from '../must.js';
import { rowsOf, withPostgres } from '../postgres.js';
import { type RunningServer, startRunningServer } from '../running-server.js';
import { withTemporaryFolders } from '../temporary-folder.js';
import { decodeTile, tileAt } from '../vector-tile.js';

const TOKEN = 'operator-of-the-tests';
const AS_OF = '2026-01-01';
const [LON, LAT] = [105.83, 22.14];
/** Between an edit and the word of it in a server. */
const PATIENCE_ms = 10_000;

const postgres = withPostgres();
const folders = withTemporaryFolders();
let url = '';
/** The same database: one keeps layers in memory, the other has PostGIS cut each of them by `ST_AsMVT`. */
let servers: { readonly memory: RunningServer; readonly database: RunningServer };

beforeAll(async () => {
  ({ url } = await postgres.create());
  const databaseUrl = must(parseDatabaseUrl(url));
  const store = must(await openStore({ dataDir: '', profile: 'bac-kan', databaseUrl }));
  const loaded = must(await openStore({ dataDir: inject('serverData'), profile: 'bac-kan' }));
  must(await store.restore(loaded.dump()));
  const incident: LayerFeature = {
    layer: 'incidents',
    id: 'đã có',
    geometry: { type: 'Point', coordinates: [LON, LAT] },
    properties: { kind: 'thử' },
    validity: { from: null, to: null },
  };
  must(await store.applyEdits('incidents', [{ op: 'insert', feature: incident }]));
  await Promise.all([store.close(), loaded.close()]);
  // PostgreSQL counts who calls what: how a tile was made is seen there.
  await rowsOf(url, `ALTER DATABASE ${new URL(url).pathname.slice(1)} SET track_functions = 'all'`);
  const start = async (inMemory: string): Promise<RunningServer> =>
    startRunningServer({
      DATABASE_URL: url,
      GIAPRANH_DATA: await folders.create(),
      GIAPRANH_EDIT_TOKEN: TOKEN,
      GIAPRANH_TILES_IN_MEMORY: inMemory,
    });
  servers = { memory: await start('50000'), database: await start('0') };
}, 300_000);
afterAll(async () => {
  expect([await servers?.memory.stop(), await servers?.database.stop()]).toEqual([0, 0]);
});

interface Asked {
  readonly status: number;
  readonly etag: string;
  readonly bytes: Uint8Array;
}

async function get(
  server: RunningServer,
  path: string,
  headers: Record<string, string> = {},
): Promise<Asked> {
  const response = await fetch(server.url + path, {
    headers: { authorization: `Bearer ${TOKEN}`, ...headers },
  });
  const bytes = new Uint8Array(await response.arrayBuffer());
  return { status: response.status, etag: response.headers.get('etag') ?? '', bytes };
}

const pathOf = (layers: string, z: number, [lon, lat] = [LON, LAT]): string => {
  const { x, y } = tileAt(lon, lat, z);
  return `/tiles/${layers}/${z}/${x}/${y}.mvt?asOf=${AS_OF}`;
};

/** Each feature of a tile by layer and id, with what it carries. */
function contentOf({ bytes }: Asked): ReadonlyMap<string, unknown> {
  const layers = [...decodeTile(bytes)].filter(([name]) => !name.endsWith('-labels'));
  return new Map(
    layers.flatMap(([name, features]) =>
      features.map(
        ({ kind, number, properties }) =>
          [`${name} ${properties['id']}`, { kind, number, ...properties }] as const,
      ),
    ),
  );
}

const PATHS = [
  pathOf('places', 9),
  pathOf('mineral-sites,places', 11),
  pathOf('communes,borders', 10),
  pathOf('incidents', 14),
];

/** Both servers' tiles hold the same, once what was edited is judged and both heard of it; the number of features. */
async function expectSame(): Promise<number> {
  let features = 0;
  const shown = async (server: RunningServer, path: string) =>
    new Map([...contentOf(await get(server, path))].sort());
  for (const path of PATHS) {
    const same = async (): Promise<number> => {
      const [memory, database] = await Promise.all([
        shown(servers.memory, path),
        shown(servers.database, path),
      ]);
      expect(database, path).toEqual(memory);
      return database.size;
    };
    features += await vi.waitFor(same, { timeout: PATIENCE_ms, interval: 100 });
  }
  return features;
}

async function until(
  server: RunningServer,
  path: string,
  holds: (content: ReadonlyMap<string, unknown>) => boolean,
) {
  for (const end = Date.now() + PATIENCE_ms; Date.now() < end; await sleep(20)) {
    if (holds(contentOf(await get(server, path)))) return;
  }
  throw new Error(`the edit did not reach ${path}`);
}

const inBoth = async (
  path: string,
  holds: (content: ReadonlyMap<string, unknown>) => boolean,
): Promise<void> => {
  await Promise.all([servers.memory, servers.database].map((server) => until(server, path, holds)));
};

describe('a server that has PostGIS cut its tiles', () => {
  it('gives what the one does that keeps them in memory, before and after edits of a program', async () => {
    expect(await expectSame()).toBeGreaterThan(50);
    const made =
      "SELECT coalesce(sum(calls), 0)::int FROM pg_stat_user_functions WHERE funcname = 'st_asmvtgeom'";
    await expect
      .poll(async () => Number((await rowsOf(url, made))[0]?.[0]), { timeout: 10_000 })
      .toBeGreaterThan(0);
    const path = pathOf('mineral-sites,places', 11);
    const [, held = ''] =
      [...contentOf(await get(servers.database, path)).keys()]
        .find((key) => key.startsWith('places '))
        ?.split(' ') ?? [];
    await rowsOf(
      url,
      `INSERT INTO giapranh_bac_kan.mineral_sites (geom, id, name)
       VALUES (ST_SetSRID(ST_MakePoint(${LON}, ${LAT}), 4326), 'mỏ mới', 'Mỏ mới')`,
    );
    await inBoth(path, (content) => content.has('mineral-sites mỏ mới'));
    await rowsOf(url, "UPDATE giapranh_bac_kan.places SET name = 'Tên mới' WHERE id = $1", [held]);
    await inBoth(path, (content) => JSON.stringify(content.get(`places ${held}`)).includes('Tên mới'));
    await expectSame();
    await rowsOf(url, "DELETE FROM giapranh_bac_kan.mineral_sites WHERE id = 'mỏ mới'");
    await inBoth(path, (content) => !content.has('mineral-sites mỏ mới'));
    await expectSame();
  });

  it('shows an edit made through the API of the other, and the other way round', async () => {
    const path = pathOf('incidents', 14);
    for (const [server, id] of [
      [servers.memory, 'từ-kia'],
      [servers.database, 'từ-đây'],
    ] as const) {
      const body = JSON.stringify({
        ...{ type: 'Feature', id, properties: { kind: 'thử' } },
        geometry: { type: 'Point', coordinates: [LON, LAT] },
      });
      const headers = { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/geo+json' };
      const made = await fetch(`${server.url}/collections/incidents/items`, {
        method: 'POST',
        headers,
        body,
      });
      expect(made.status).toBe(201);
      await inBoth(path, (content) => content.has(`incidents ${id}`));
    }
    await expectSame();
  });

  it('names each state of a tile by its ETag, and has no content where nothing is', async () => {
    const path = pathOf('incidents', 14);
    const first = await get(servers.database, path);
    expect(first.status).toBe(200);
    expect((await get(servers.database, path, { 'if-none-match': first.etag })).status).toBe(304);
    await rowsOf(url, "DELETE FROM giapranh_bac_kan.incidents WHERE id <> 'đã có'");
    await inBoth(path, (content) => content.size === 1);
    const second = await get(servers.database, path, { 'if-none-match': first.etag });
    expect([second.status, second.etag === first.etag]).toEqual([200, false]);
    await rowsOf(url, 'DELETE FROM giapranh_bac_kan.incidents');
    await inBoth(path, (content) => content.size === 0);
    for (const server of [servers.memory, servers.database]) {
      const empty = [await get(server, path), await get(server, pathOf('communes', 10, [-70, -20]))];
      expect(empty.map(({ status, bytes }) => [status, bytes.length])).toEqual([
        [204, 0],
        [204, 0],
      ]);
    }
    const anonymous = await fetch(servers.database.url + path);
    expect(anonymous.status).toBe(404);
  });
});
