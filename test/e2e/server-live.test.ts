import { execFile } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { openStore, parseDatabaseUrl } from '@giapranh/store';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { must } from '../must.js';
import { rowsOf, withPostgres } from '../postgres.js';
import { type RunningServer, startRunningServer } from '../running-server.js';
import { withTemporaryFolders } from '../temporary-folder.js';

const run = promisify(execFile);
const postgres = withPostgres();
const folders = withTemporaryFolders();
const ASKED = '/collections/mineral-sites/items?limit=1000';
/** The first run makes the ground of the profile; on a busy machine that is many seconds. */
const FIRST_MS = 120_000;

interface Items {
  readonly features: readonly {
    readonly id: string;
    readonly properties: Readonly<Record<string, unknown>>;
  }[];
}

let url = '';
let server: RunningServer;

beforeAll(async () => {
  ({ url } = await postgres.create());
  // What the run's own server loaded is moved over: the same content, so that this one starts warm.
  const store = must(
    await openStore({ dataDir: '', profile: 'bac-kan', databaseUrl: must(parseDatabaseUrl(url)) }),
  );
  const loaded = must(await openStore({ dataDir: inject('serverData'), profile: 'bac-kan' }));
  must(await store.restore(loaded.dump()));
  await Promise.all([store.close(), loaded.close()]);
  server = await startRunningServer({ DATABASE_URL: url, GIAPRANH_DATA: await folders.create() });
}, 300_000);

afterAll(async () => {
  expect(await server.stop()).toBe(0);
});

async function site(id: string): Promise<Items['features'][number]> {
  const items = (await (await fetch(server.url + ASKED)).json()) as Items;
  const found = items.features.find((feature) => feature.id === id);
  if (found === undefined) throw new Error(`no site ${id}`);
  return found;
}

/** Waits for the flags of a site to become something else. */
async function changed(id: string, before: string, patience_ms: number): Promise<Items['features'][number]> {
  for (const end = Date.now() + patience_ms; Date.now() < end; ) {
    const now = await site(id);
    if (JSON.stringify(now.properties['flags']) !== before) return now;
    await sleep(50);
  }
  throw new Error(`nothing came of it: ${server.output().slice(-2_000)}`);
}

describe('an edit made with SQL in PostGIS', () => {
  it('reaches the flags without a restart, and a second one soon', async () => {
    const items = (await (await fetch(server.url + ASKED)).json()) as Items;
    const flagged = items.features.find(
      ({ properties }) => properties['precision'] === 'position' && Number(properties['flag_count']) > 0,
    );
    if (flagged === undefined) throw new Error('no site to move');
    const before = JSON.stringify(flagged.properties['flags']);
    const place = await rowsOf(
      url,
      'SELECT ST_AsText(geom) FROM giapranh_bac_kan.mineral_sites WHERE id = $1',
      [flagged.id],
    );
    const set = 'UPDATE giapranh_bac_kan.mineral_sites SET geom = ST_GeomFromText($2, 4326) WHERE id = $1';
    // Out at sea, in nobody's unit.
    await rowsOf(url, set, [flagged.id, 'POINT(110 18)']);
    const moved = await changed(flagged.id, before, FIRST_MS);
    const start = Date.now();
    await rowsOf(url, set, [flagged.id, place[0]?.[0]]);
    const back = await changed(flagged.id, JSON.stringify(moved.properties['flags']), 30_000);
    expect(moved.properties['flag_count']).toBe(0);
    expect(back.properties['level']).toBe(flagged.properties['level']);
    process.stderr.write(`flags followed an edit after ${Date.now() - start} ms\n`);
  }, 200_000);
});

describe('GDAL', () => {
  it('inserts into a register of PostGIS without id or revision, as QGIS does', async () => {
    const { hostname, port, username, password, pathname } = new URL(url);
    const source = `PG:host=${hostname} port=${port} user=${username} password=${password} dbname=${pathname.slice(1)} schemas=giapranh_bac_kan`;
    const geojson = JSON.stringify({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [105.8, 22.2] },
      properties: { kind: 'máy xúc', count: 2 },
    });
    await run('ogr2ogr', ['-append', '-update', '-f', 'PostgreSQL', source, geojson, '-nln', 'equipment']);
    const rows = await rowsOf(
      url,
      'SELECT kind, count, length(id) > 8, revision > 1, provenance, secrecy FROM giapranh_bac_kan.equipment',
    );
    expect(rows).toEqual([['máy xúc', '2', true, true, 'edited', 'internal']]);
    const { stdout } = await run('ogrinfo', ['-so', source, 'equipment']);
    expect(stdout).toMatch(/Feature Count: 1/);
    expect(stdout).toContain('FID Column = fid');
  });
});
