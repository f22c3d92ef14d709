import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { LayerFeature, LayerId } from '@giapranh/core';
import { type FeatureStore, openStore, parseDatabaseUrl } from '@giapranh/store';
import { describe, expect, it } from 'vitest';
import { must } from '../must.js';
import { rowsOf, withPostgres } from '../postgres.js';
import { withTemporaryFolders } from '../temporary-folder.js';
import { everything, point, sample } from './store/samples.js';

const FIXTURES = new URL('../fixtures/stores/', import.meta.url);
const LAYERS = ['communes', 'borders', 'mineral-sites', 'places'] as const satisfies LayerId[];
const postgres = withPostgres();
const folders = withTemporaryFolders();

/** What the release that wrote the fixtures read from them itself. */
async function before(): Promise<readonly LayerFeature[]> {
  return JSON.parse(await readFile(new URL('features.json', FIXTURES), 'utf8'));
}

async function expectNothingLost(store: FeatureStore): Promise<void> {
  const found: LayerFeature[] = [];
  for (const layer of LAYERS) found.push(...(await everything(store, layer)));
  // Columns that the catalogue got since are there as well.
  expect(found).toMatchObject(
    (await before()).map((feature) => ({ ...feature, provenance: 'loaded', revision: 1 })),
  );
  expect((await store.info()).meta).toEqual({
    profile: 'bac-kan',
    contentHash: 'layout-before',
    loadedAt: '2026-03-01T08:00:00+07:00',
  });
  const near = await store.query({
    layer: 'mineral-sites',
    bbox: [105.33, 22, 105.36, 23],
    limit: 9,
    offset: 0,
  });
  expect(near.features.map(({ id }) => id)).toEqual(['S-0', 'S-1', 'S-2']);
}

/** The old layout takes everything a store of today is asked for. */
async function expectAlive(store: FeatureStore): Promise<void> {
  const moved = sample('S-0', point(107, 21), { properties: { name: 'sửa' } });
  const outcome = must(
    await store.applyEdits('mineral-sites', [{ op: 'replace', feature: moved, expected: 1 }]),
  );
  expect(outcome.revision).toBeGreaterThan(1);
  expect(await store.get('mineral-sites', 'S-0')).toMatchObject({
    geometry: point(107, 21),
    provenance: 'edited',
  });
  const incident = sample('i', point(105, 22), { layer: 'incidents' });
  must(await store.applyEdits('incidents', [{ op: 'insert', feature: incident }]));
  must(await store.records.put('document', 'd', { title: 'Đ' }));
  must(await store.audit.append([]));
}

describe('a store of the release before', () => {
  it('becomes one of today in the embedded database, with nothing lost', async () => {
    const dataDir = await folders.create();
    const old = await readFile(new URL('geopackage-layout-1.gpkg.gz', FIXTURES));
    await writeFile(join(dataDir, 'bac-kan.gpkg'), gunzipSync(old));
    for (let round = 0; round < 2; round += 1) {
      const store = must(await openStore({ dataDir, profile: 'bac-kan' }));
      if (round === 0) {
        await expectNothingLost(store);
        await expectAlive(store);
      } else expect((await store.get('mineral-sites', 'S-0'))?.properties['name']).toBe('sửa');
      await store.close();
    }
  });

  it('becomes one of today in PostGIS, with nothing lost', async () => {
    const { url } = await postgres.create();
    await rowsOf(url, await readFile(new URL('postgis-layout-2.sql', FIXTURES), 'utf8'));
    const databaseUrl = must(parseDatabaseUrl(url));
    const store = must(await openStore({ dataDir: '', profile: 'bac-kan', databaseUrl }));
    await expectNothingLost(store);
    await expectAlive(store);
    await store.close();
    expect(await rowsOf(url, 'SELECT number FROM giapranh.migration ORDER BY 1')).toEqual([
      [1],
      [2],
      [3],
      [4],
      [5],
      [6],
    ]);
    const [view] = await rowsOf(
      url,
      "SELECT revision > 1 FROM giapranh_bac_kan.mineral_sites_current WHERE id = 'S-0'",
    );
    expect(view).toEqual([true]);
  });
});
