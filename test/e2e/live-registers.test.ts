import { availableParallelism, loadavg } from 'node:os';
import { type LayerFeature, vietnamDay } from '@giapranh/core';
import { type FeatureStore, openStore, parseDatabaseUrl } from '@giapranh/store';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { loadedCopy, restoreLoaded } from '../loaded-copy.js';
import { must } from '../must.js';
import { withPostgres } from '../postgres.js';
import { type RunningServer, startRunningServer } from '../running-server.js';
import { withTemporaryFolders } from '../temporary-folder.js';
import { decodeTile, tileAt } from '../vector-tile.js';

const TOKEN = 'operator-of-the-tests';
const TODAY = vietnamDay(new Date());
/** What an edit may take to be seen on a machine that has time: on one that is shared, as many times as it is shared by. */
const GOAL_ms = 1_000;
/** The first comes while the server still makes its ground ready: seconds. */
const FIRST_GOAL_ms = 10_000;
/** When waiting ends, whatever the load. */
const PATIENCE_ms = 120_000;
/** In xã Nghiên Loan, where An Thắng was: the border with Cao Bằng is near, and at the second place within 700 m. */
const PLACE: readonly [number, number] = [105.72, 22.58];
const AT_BORDER: readonly [number, number] = [105.765, 22.58];

const folders = withTemporaryFolders();
const postgres = withPostgres();
const KINDS = ['geopackage', 'postgis'] as const;

interface Subject {
  readonly server: RunningServer;
  /** As another process has it: QGIS, a script. */
  readonly other: FeatureStore;
}
const subjects = new Map<string, Subject>();

/** How many want each core. */
function shared(): number {
  return Math.max(1, (loadavg()[0] ?? 0) / availableParallelism());
}

async function until<T>(
  ask: () => Promise<T | undefined>,
  patience_ms: number,
  told: () => string = () => '',
): Promise<T> {
  for (const end = performance.now() + patience_ms; performance.now() < end; ) {
    const found = await ask();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`the change did not come: ${told()}`);
}

/** A server on what the run's own loaded, so that it starts warm. */
async function startOn(kind: (typeof KINDS)[number]): Promise<void> {
  const folder = await folders.create();
  const settings = { GIAPRANH_DATA: folder, GIAPRANH_EDIT_TOKEN: TOKEN, GIAPRANH_LOG: 'info' };
  if (kind === 'geopackage') {
    await loadedCopy(inject('serverData'), folder);
    const other = must(await openStore({ dataDir: folder, profile: 'bac-kan' }));
    subjects.set(kind, { other, server: await startRunningServer(settings) });
    return;
  }
  const { url } = await postgres.create();
  const databaseUrl = must(parseDatabaseUrl(url));
  const other = must(await openStore({ dataDir: '', profile: 'bac-kan', databaseUrl }));
  await restoreLoaded(inject('serverData'), other, folder);
  subjects.set(kind, { other, server: await startRunningServer({ ...settings, DATABASE_URL: url }) });
}

beforeAll(async () => {
  await Promise.all(KINDS.map(startOn));
}, 300_000);
afterAll(async () => {
  const ended = [...subjects.values()].map(async ({ other, server }) => {
    await other.close();
    return server.stop();
  });
  expect(await Promise.all(ended)).toEqual(ended.map(() => 0));
});

describe.each(KINDS)('registers over %s', (kind) => {
  const server = (): RunningServer => subjects.get(kind)?.server ?? expect.fail();
  const other = (): FeatureStore => subjects.get(kind)?.other ?? expect.fail();
  let commune = '';
  /** Of each edit but the first, how long it took to be in its tile, over what it may take. */
  const taken: number[] = [];

  const get = async (path: string) => (await fetch(server().url + path)).json();
  const incident = (lon: number, lat: number) => ({
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [lon, lat] },
    properties: { kind: 'khai thác', happened_on: TODAY, people: 4, pair: '19-04', bank: 'own', told: ['x'] },
  });
  async function send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    return fetch(`${server().url}/collections/${path}`, {
      method,
      headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/geo+json', ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }
  async function priority(): Promise<number> {
    const { properties } = await get(`/collections/communes/items/${commune}`);
    return properties.priority;
  }
  /** `undefined` while a busy server has no tile to give. */
  async function priorityInTile(): Promise<unknown> {
    const { x, y } = tileAt(...PLACE, 10);
    const tile = await fetch(`${server().url}/tiles/communes/10/${x}/${y}.mvt?asOf=${TODAY}`);
    if (tile.status !== 200) return undefined;
    const drawn = decodeTile(new Uint8Array(await tile.arrayBuffer())).get('communes') ?? [];
    return drawn.find(({ properties }) => properties['id'] === commune)?.properties['priority'];
  }
  /** Waits for the priority to become another, in features and in tiles. */
  async function changed(from: number, goal_ms = GOAL_ms) {
    const start = performance.now();
    const turned = async (ask: () => Promise<unknown>) => {
      const now = await until(
        async () => {
          const value = await ask();
          return value === from || value === undefined ? undefined : Number(value);
        },
        PATIENCE_ms,
        () => server().output().slice(-1_500),
      );
      return { now, after_ms: performance.now() - start };
    };
    const [items, tile] = await Promise.all([turned(priority), turned(priorityInTile)]);
    expect(tile.now).toBe(items.now);
    const times = shared();
    process.stderr.write(
      `${kind}: priority ${from} → ${items.now}, items after ${items.after_ms.toFixed(0)} ms, tile after ${tile.after_ms.toFixed(0)} ms; each core is shared by ${times.toFixed(1)}\n`,
    );
    const over = Math.max(items.after_ms, tile.after_ms) / (goal_ms * times);
    if (goal_ms === GOAL_ms) taken.push(over);
    else expect(over).toBeLessThan(1);
    return items.now;
  }

  it('an incident raises the priority of its commune, in features and tiles; an edit and its end are followed', async () => {
    const [lon, lat] = PLACE;
    const box = `${lon},${lat},${lon},${lat}`;
    const { features } = await get(`/collections/communes/items?bbox=${box}&asOf=${TODAY}`);
    commune = features[0].id;
    const calm = await priority();
    expect((await send('POST', 'incidents/items', incident(lon, lat))).status).toBe(201);
    const first = await changed(calm, FIRST_GOAL_ms);
    const posted = await send('POST', 'incidents/items', incident(lon + 0.001, lat));
    expect(posted.status).toBe(201);
    const second = await changed(first);
    expect(second).toBeGreaterThan(first);
    const { id } = (await posted.json()) as { id: string };
    const moved = await send('PATCH', `incidents/items/${id}`, incident(105.9, 21.9), {
      'if-match': posted.headers.get('etag') ?? '',
      'content-type': 'application/merge-patch+json',
    });
    expect(moved.status).toBe(204);
    expect(await changed(second)).toBe(first);
    const kept = await get(`/collections/communes/items/${commune}`);
    expect(kept.properties.name).toContain('Nghiên Loan');
  });

  it('what another process writes is judged alike, by the rules of sites too', async () => {
    const [lon, lat] = PLACE;
    const before = await priority();
    const seen: LayerFeature = {
      layer: 'equipment',
      id: `may-xuc-${kind}`,
      geometry: { type: 'Point', coordinates: [lon, lat] },
      properties: { kind: 'máy xúc', seen_on: TODAY, count: 1 },
      validity: { from: null, to: null },
    };
    must(await other().applyEdits('equipment', [{ op: 'insert', feature: seen }]));
    const raised = await changed(before);
    expect(raised).toBeGreaterThan(before);
    const permit: LayerFeature = {
      layer: 'levelling-permits',
      id: `san-gat-${kind}`,
      geometry: { type: 'Point', coordinates: [...AT_BORDER] },
      properties: { name: 'San nền nhà văn hoá', issued_on: TODAY },
      validity: { from: null, to: null },
    };
    must(await other().applyEdits('levelling-permits', [{ op: 'insert', feature: permit }]));
    await changed(raised);
    const { properties } = await get(`/collections/communes/items/${commune}`);
    expect(properties.reasons_vi).toContain('San ủi mặt bằng cách đường giáp ranh');
    must(await other().applyEdits('levelling-permits', [{ op: 'delete', id: permit.id }]));
    must(await other().applyEdits('equipment', [{ op: 'delete', id: seen.id }]));
    await until(async () => ((await priority()) === before ? true : undefined), PATIENCE_ms);
  });

  it('items and tiles follow within a second', () => {
    // The one in the middle: another program may have had the cores for a moment.
    expect(taken.toSorted((a, b) => a - b)[Math.floor(taken.length / 2)]).toBeLessThan(1);
  });
});
