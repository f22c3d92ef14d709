import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type FeatureStore, openStore, parseDatabaseUrl } from '@giapranh/store';
import { expect, it } from 'vitest';
import { must } from '../must.js';
import { withPostgres } from '../postgres.js';
import { withTemporaryFolders } from '../temporary-folder.js';
import { everything, point, sample } from './store/samples.js';

const run = promisify(execFile);
const SCRIPT = fileURLToPath(new URL('qgis/edit-layer.py', import.meta.url));
const postgres = withPostgres();
const folders = withTemporaryFolders();

/** QGIS itself, without a screen, as the account's own Python finds it. */
async function editInQgis(uri: string, provider: string): Promise<string> {
  const env = { ...process.env, QT_QPA_PLATFORM: 'offscreen' };
  const { stdout } = await run('/usr/bin/python3', [SCRIPT, uri, provider, 'moved', 'removed'], { env });
  return stdout.trim();
}

/** What QGIS saved is what the store has, stamped, told and found by place. */
async function expectEdits(store: FeatureStore, edit: () => Promise<string>): Promise<void> {
  const insert = (id: string) =>
    ({ op: 'insert', feature: sample(id, point(105, 22), { layer: 'equipment' }) }) as const;
  const made = must(await store.applyEdits('equipment', ['moved', 'removed', 'stays'].map(insert)));
  const told = new Set<string>();
  const stop = await store.watch(({ ids }) => {
    for (const id of ids ?? []) told.add(id);
  });
  expect(await edit()).toBe('3');
  for (const end = Date.now() + 5_000; told.size < 3 && Date.now() < end; ) await sleep(20);
  const found = await everything(store, 'equipment');
  const added = found.find(({ id }) => !['moved', 'stays'].includes(id));
  expect(added).toMatchObject({
    geometry: point(105.8, 22.2),
    properties: { kind: 'máy xúc' },
    provenance: 'edited',
  });
  expect(added?.id.length).toBeGreaterThan(8);
  expect(told).toEqual(new Set(['moved', 'removed', added?.id]));
  const revisions = new Map(found.map((feature) => [feature.id, feature.revision]));
  expect(revisions.get('stays')).toBe(made.edited[2]?.revision);
  expect(revisions.get('moved')).toBeGreaterThan(made.revision);
  expect(added?.revision).toBeGreaterThan(made.revision);
  const near = await store.query({ layer: 'equipment', bbox: [106, 22, 107, 23], limit: 9, offset: 0 });
  expect(near.features.map(({ id }) => id)).toEqual(['moved']);
  await stop();
  await store.close();
}

it('QGIS edits a layer of PostGIS, and the store knows', async () => {
  const { url } = await postgres.create();
  const { hostname, port, username, password, pathname } = new URL(url);
  const store = must(
    await openStore({ dataDir: '', profile: 'bac-kan', databaseUrl: must(parseDatabaseUrl(url)) }),
  );
  const uri = `dbname='${pathname.slice(1)}' host=${hostname} port=${port} user='${username}' password='${password}' key='fid' type=Point srid=4326 table="giapranh_bac_kan"."equipment" (geom)`;
  await expectEdits(store, () => editInQgis(uri, 'postgres'));
});

it('QGIS edits a layer of the GeoPackage while the store is open, and the store knows', async () => {
  const dataDir = await folders.create();
  const store = must(await openStore({ dataDir, profile: 'bac-kan' }));
  await expectEdits(store, () => editInQgis(`${join(dataDir, 'bac-kan.gpkg')}|layername=equipment`, 'ogr'));
});
