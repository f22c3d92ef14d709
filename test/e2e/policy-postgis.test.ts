import { setTimeout as sleep } from 'node:timers/promises';
import { type FeatureStore, openStore, parseDatabaseUrl } from '@giapranh/store';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { loadedCopy } from '../loaded-copy.js';
import { must } from '../must.js';
import { choosePassword, printedLink } from '../people.js';
import { withPostgres } from '../postgres.js';
import { type RunningServer, startRunningServer } from '../running-server.js';
import { withTemporaryFolders } from '../temporary-folder.js';
import {
  addPeople,
  ask,
  expectHidden,
  HIDDEN,
  OTHER,
  OWN,
  point,
  untilJudged,
  type World,
} from './hidden-feature.js';

/** The policy is asked in SQL too: what a hidden feature changes for whom, on PostgreSQL. Roles are the other file's. */
const folders = withTemporaryFolders();
const postgres = withPostgres();
let server: RunningServer;
let store: FeatureStore;
let world: World;

beforeAll(async () => {
  const dataDir = await folders.create();
  const database = await postgres.create();
  await loadedCopy(inject('serverData'), dataDir);
  const databaseUrl = must(parseDatabaseUrl(database.url));
  const embedded = must(await openStore({ dataDir, profile: 'bac-kan' }));
  store = must(await openStore({ dataDir, profile: 'bac-kan', databaseUrl }));
  must(await store.restore(embedded.dump()));
  await embedded.close();
  server = await startRunningServer({ GIAPRANH_DATA: dataDir, DATABASE_URL: database.url });
  await sleep(100);
  const { url } = server;
  const admin = await choosePassword(url, printedLink(server), 'quan-tri');
  world = { url, store, people: await addPeople(url, admin, ['viewer']) };
  await untilJudged(server, world);
}, 300_000);

afterAll(async () => {
  await store.close();
  expect(await server.stop()).toBe(0);
});

it.each(HIDDEN.filter(([, { layer }]) => layer !== 'tips'))(
  'tells who has no right nothing of %s',
  (_what, feature, unit) => expectHidden(world, feature, unit),
  240_000,
);

it('lets an editor write within their units only, and keeps what they wrote in the audit', async () => {
  const editor = world.people.find(({ name }) => name === 'huyen');
  if (editor === undefined) throw new Error('no editor');
  const post = (unit: string | undefined) =>
    ask(
      world,
      editor,
      'POST',
      '/collections/equipment/items',
      JSON.stringify({ type: 'Feature', geometry: point, properties: { kind: 'máy xúc', unit_code: unit } }),
    );
  expect((await post(OTHER)).status).toBe(403);
  expect((await post(OWN)).status).toBe(201);
  const entries = await store.audit.list({ limit: 1000 });
  expect(entries.findLast(({ subject }) => subject === 'equipment')).toMatchObject({
    who: 'huyen',
    action: 'insert',
  });
});
