import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { LayerFeature } from '@giapranh/core';
import {
  type FeatureStore,
  openStore,
  parseDatabaseUrl,
  restoreDump,
  verifyAudit,
  writeDump,
} from '@giapranh/store';
import { beforeAll, expect, it } from 'vitest';
import { storeWorld } from '../differential/store-world.js';
import { must } from '../must.js';
import { withPostgres } from '../postgres.js';
import { withTemporaryFolders } from '../temporary-folder.js';
import { everything, load, META, point, sample } from './store/samples.js';

const postgres = withPostgres();
const folders = withTemporaryFolders();
const AUTHOR = { who: 'cán bộ A', authority: null, at: '2026-03-01T08:00:00+07:00' } as const;
let folder = '';
let dump = '';

async function embedded(profile = 'bac-kan'): Promise<FeatureStore> {
  return must(await openStore({ dataDir: await folders.create(), profile }));
}

async function postgis(): Promise<FeatureStore> {
  const { url } = await postgres.create();
  return must(await openStore({ dataDir: '', profile: 'bac-kan', databaseUrl: must(parseDatabaseUrl(url)) }));
}

/** Loaded layers, edits, a removal, a secret, every kind of record, an audit, and awkward doubles. */
async function fill(store: FeatureStore): Promise<void> {
  const odd = sample('odd', point(-0, 105.75 + 2 ** -46), { properties: { area_declared_m2: 0.1 + 0.2 } });
  await load(store, [odd, sample('gone', point(1, 1)), ...storeWorld().features.slice(0, 800)], META);
  must(await store.applyEdits('mineral-sites', [{ op: 'delete', id: 'gone' }], { author: AUTHOR }));
  const secret: LayerFeature = {
    ...sample('i1', point(105, 22), {
      layer: 'incidents',
      properties: { told: [{ b: 1, a: 'Công an xã' }] },
    }),
    secrecy: 'restricted',
  };
  must(await store.applyEdits('incidents', [{ op: 'insert', feature: secret }], { author: AUTHOR }));
  const kinds = ['document', 'account', 'token', 'analysis_input', 'analysis_run', 'job'] as const;
  for (const kind of kinds) must(await store.records.put(kind, `${kind}-đ`, { kind, x: 1e-7 }));
}

async function textOf(path: string): Promise<string> {
  return gunzipSync(await readFile(path)).toString('utf8');
}

beforeAll(async () => {
  folder = await folders.create();
  dump = join(folder, 'a.dump');
  const store = await embedded();
  await fill(store);
  expect(must(await writeDump(store, dump))).toMatchObject({ incidents: 1, removed: 1, token: 1, audit: 2 });
  await store.close();
});

it('moves everything from the embedded store to PostGIS and back: the dumps are the same to the byte', async () => {
  const other = await postgis();
  must(await restoreDump(other, dump));
  const [second, third] = [join(folder, 'b.dump'), join(folder, 'c.dump')];
  must(await writeDump(other, second));
  expect(await textOf(second)).toBe(await textOf(dump));
  const back = await embedded();
  must(await restoreDump(back, second));
  must(await writeDump(back, third));
  expect(await textOf(third)).toBe(await textOf(dump));
  expect(await everything(back, 'communes')).toStrictEqual(await everything(other, 'communes'));
  for (const store of [other, back]) {
    // It lives on: revisions grow from where they were, and the chain goes on.
    const [incident] = await everything(store, 'incidents');
    const moved = { op: 'replace', feature: sample('i1', point(106, 22), { layer: 'incidents' }) } as const;
    const outcome = must(await store.applyEdits('incidents', [moved], { author: AUTHOR }));
    expect(outcome.revision).toBeGreaterThan(incident?.revision ?? Infinity);
    expect(await verifyAudit(store.audit)).toMatchObject({ entries: 3, brokenAt: null });
    expect(await load(store, [sample('gone', point(1, 1))])).toBe(0);
    await store.close();
  }
}, 120_000);

it('refuses what is not whole, and leaves the store as it is', async () => {
  const store = await embedded();
  await load(store, [sample('stays', point(1, 1))]);
  const codeOf = async (make: (path: string) => Promise<void>): Promise<string> => {
    const path = join(folder, 'bad.dump');
    await copyFile(dump, path);
    await make(path);
    const result = await restoreDump(store, path);
    return result.ok ? 'restored' : result.issues[0].code;
  };
  const changed = (change: (text: string) => string) => async (path: string) =>
    writeFile(path, gzipSync(change(await textOf(dump))));
  expect(await codeOf(changed((text) => text.replace('Công an xã', 'Công an huyện')))).toBe(
    'store-dump-damaged',
  );
  expect(await codeOf(changed((text) => text.split('\n').slice(0, 50).join('\n')))).toBe(
    'store-dump-damaged',
  );
  expect(await codeOf(async (path) => writeFile(path, (await readFile(dump)).subarray(0, 5_000)))).toBe(
    'store-dump-damaged',
  );
  expect(await codeOf((path) => writeFile(path, 'xin chào'))).toBe('store-dump-damaged');
  expect(await codeOf(changed((text) => text.replace('"version":1', '"version":2')))).toBe(
    'store-dump-newer',
  );
  const absent = await restoreDump(store, join(folder, 'nothing.dump'));
  expect(absent).toMatchObject({ ok: false, issues: [{ code: 'store-dump-file' }] });
  expect(await everything(store, 'mineral-sites')).toHaveLength(1);
  await store.close();
  const other = await embedded('can-tho');
  expect(await restoreDump(other, dump)).toMatchObject({
    ok: false,
    issues: [{ code: 'store-dump-profile' }],
  });
  await other.close();
});
