import type { LayerFeature, LayerId } from '@giapranh/core';
import { parseIsoDate } from '@giapranh/core';
import {
  type FeatureQuery,
  type FeatureStore,
  openStore,
  parseDatabaseUrl,
  type QueryBox,
} from '@giapranh/store';
import { beforeAll, describe, expect, it } from 'vitest';
import { rowsOf, withPostgres } from '../postgres.js';
import { withTemporaryFolders } from '../temporary-folder.js';
import { storeWorld, WORLD_COUNTS } from './store-world.js';

const LAYERS = ['communes', 'borders', 'places', 'mineral-sites'] as const satisfies LayerId[];
const META = { profile: 'bac-kan', contentHash: 'world', loadedAt: '2026-03-01T00:00:00Z' };
const QUESTIONS = 400;

const postgres = withPostgres();
const folders = withTemporaryFolders();
const { features, random } = storeWorld();
let url = '';
let embedded: FeatureStore;
let postgis: FeatureStore;

beforeAll(async () => {
  url = (await postgres.create()).url;
  const databaseUrl = parseDatabaseUrl(url);
  if (!databaseUrl.ok) throw new Error('not an address');
  const dataDir = await folders.create();
  const stores = [
    await openStore({ dataDir, profile: 'bac-kan' }),
    await openStore({ dataDir, profile: 'bac-kan', databaseUrl: databaseUrl.value }),
  ].map((result) => {
    if (!result.ok) throw new Error(JSON.stringify(result.issues));
    return result.value;
  });
  for (const store of stores) expect(await store.replaceAll(META, features)).toMatchObject({ ok: true });
  const [first, second] = stores;
  if (first === undefined || second === undefined) throw new Error('two stores');
  [embedded, postgis] = [first, second];
  return async () => {
    for (const store of stores) await store.close();
  };
});

async function all(store: FeatureStore, layer: LayerId): Promise<LayerFeature[]> {
  const found: LayerFeature[] = [];
  for await (const feature of store.each(layer)) found.push(feature);
  return found;
}

/** Boxes of all sizes; some with edges on the tenths where geometry lies too; some without area. */
function randomBox(): QueryBox {
  const snapped = random() < 0.4;
  const at = (value: number) => (snapped ? Math.round(value * 10) / 10 : value);
  const size = random() < 0.1 ? 0 : 10 ** (-2 + 2.3 * random());
  const [west, south] = [at(104.8 + 2.4 * random()), at(21.3 + 1.4 * random())];
  return [west, south, at(west + size), at(south + size * random())];
}

/** Each store counts its own revisions. */
function withoutRevisions(features: readonly LayerFeature[]): readonly object[] {
  return features.map((feature) => ({ ...feature, revision: 0 }));
}

function randomQuestion(): FeatureQuery {
  const layer = LAYERS[Math.floor(random() * LAYERS.length)] ?? 'communes';
  const asOf = parseIsoDate(random() < 0.5 ? '2025-06-30' : '2025-07-01');
  return {
    layer,
    bbox: randomBox(),
    ...(random() < 0.5 && asOf !== undefined ? { asOf } : {}),
    ...(layer === 'communes' && random() < 0.3 ? { filter: { level: random() < 0.5 ? 'high' : null } } : {}),
    limit: Math.floor(random() * 50),
    offset: Math.floor(random() * 10),
  };
}

describe('the two stores', () => {
  it('hold the same features in the same order, to the bit', async () => {
    for (const layer of LAYERS) {
      const [ours, theirs] = [await all(embedded, layer), await all(postgis, layer)];
      expect(ours).toHaveLength(WORLD_COUNTS[layer]);
      expect(withoutRevisions(ours)).toStrictEqual(withoutRevisions(theirs));
    }
    expect((await embedded.info()).layers).toStrictEqual((await postgis.info()).layers);
  });

  it(`answer ${QUESTIONS} questions alike`, async () => {
    let [found, cut] = [0, 0];
    for (let index = 0; index < QUESTIONS; index += 1) {
      const question = randomQuestion();
      const [ours, theirs] = [await embedded.query(question), await postgis.query(question)];
      expect(ours.numberMatched, JSON.stringify(question)).toBe(theirs.numberMatched);
      expect(withoutRevisions(ours.features)).toStrictEqual(withoutRevisions(theirs.features));
      if (ours.numberMatched > 0) found += 1;
      if (ours.numberMatched > ours.features.length) cut += 1;
    }
    // The questions mean something: many find features, and many are cut into pages.
    expect(found).toBeGreaterThan(QUESTIONS / 3);
    expect(cut).toBeGreaterThan(QUESTIONS / 5);
  });
});

describe('PostGIS finds every stored geometry', () => {
  for (const layer of LAYERS) {
    it(`valid and equal to what was given: ${layer}`, async () => {
      const given = features.filter((feature) => feature.layer === layer);
      const table = `giapranh_bac_kan.${layer.replaceAll('-', '_')}`;
      const rows = await rowsOf(
        url,
        `SELECT count(*)::int, count(*) FILTER (WHERE ST_IsValid(geom))::int,
           count(*) FILTER (WHERE ST_Equals(geom, ST_SetSRID(ST_GeomFromGeoJSON(shape), 4326)))::int
         FROM ${table} JOIN unnest($1::text[], $2::text[]) AS given (id, shape) USING (id)`,
        [given.map(({ id }) => id), given.map(({ geometry }) => JSON.stringify(geometry))],
      );
      expect(rows).toEqual([[given.length, given.length, given.length]]);
    });
  }
});
