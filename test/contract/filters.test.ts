import {
  checkFilter,
  type Filter,
  filterMatcher,
  type LayerFeature,
  type LayerId,
  layerDefinition,
  layerFeatures,
  loadGeometryKernel,
  parseCql2Text,
  queryablesOf,
  RiskContext,
} from '@giapranh/core';
import { type FeatureStore, openStore, parseDatabaseUrl } from '@giapranh/store';
import { beforeAll, expect, it } from 'vitest';
import { LAYER_TABLES } from '../../packages/store/src/layer-table.js';
import { pageStatement } from '../../packages/store/src/postgis/feature-sql.js';
import { day } from '../day.js';
import { rowsOf, withPostgres } from '../postgres.js';
import { realProfile } from '../real-profile.js';
import { seeded } from '../seeded.js';
import { withTemporaryFolders } from '../temporary-folder.js';
import { META } from './store/samples.js';

const postgres = withPostgres();
const folders = withTemporaryFolders();
const kernel = await loadGeometryKernel();
const LAYERS = ['communes', 'places', 'borders', 'watch-units'] as const satisfies readonly LayerId[];

let features: readonly LayerFeature[];
let stores: readonly (readonly [string, FeatureStore])[];
let databaseUrl: string;

async function opened(options: Parameters<typeof openStore>[0]): Promise<FeatureStore> {
  const store = await openStore(options);
  if (!store.ok) throw new Error(store.issues[0].message.en);
  const loaded = await store.value.replaceAll(META, features);
  if (!loaded.ok) throw new Error(loaded.issues[0].message.en);
  return store.value;
}

beforeAll(async () => {
  const sources = await realProfile(kernel, 'bac-kan');
  const risk = new RiskContext(kernel, sources);
  features = LAYERS.flatMap((layer) => {
    const made = layerFeatures(kernel, sources, risk, layer, day('2026-01-01'));
    if (!made.ok) throw new Error(made.issues[0].message.en);
    return made.value;
  });
  databaseUrl = (await postgres.create()).url;
  const url = parseDatabaseUrl(databaseUrl);
  if (!url.ok) throw new Error('no address');
  stores = [
    ['embedded', await opened({ dataDir: await folders.create(), profile: 'bac-kan' })],
    ['PostGIS', await opened({ databaseUrl: url.value, dataDir: '', profile: 'bac-kan' })],
  ];
  return async () => {
    for (const [, store] of stores) await store.close();
  };
});

function filterOf(layer: LayerId, text: string): Filter {
  const definition = layerDefinition(layer);
  const parsed = parseCql2Text(text);
  if (definition === undefined || !parsed.ok) throw new Error(text);
  const checked = checkFilter(parsed.value, queryablesOf(definition));
  if (!checked.ok) throw new Error(`${text}: ${checked.issues[0].message.en}`);
  return checked.value;
}

/** Counts how often each filter matched something and not everything, so that agreement on nothing is no proof. */
async function agree(layer: LayerId, text: string): Promise<'some' | 'none' | 'all'> {
  const where = filterOf(layer, text);
  const own = features.filter((feature) => feature.layer === layer);
  const matches = filterMatcher(where, kernel);
  const expected = own.filter(matches).map(({ id }) => id);
  for (const [name, store] of stores) {
    const page = await store.query({ layer, where, limit: 10_000, offset: 0 });
    expect(
      page.features.map(({ id }) => id),
      `${name}: ${text}`,
    ).toEqual(expected);
    expect(page.numberMatched, `${name}: ${text}`).toBe(expected.length);
    const keyset = await store.page({ layer, where, limit: 10_000 });
    expect(
      keyset.features.map(({ id }) => id),
      `${name}, by key: ${text}`,
    ).toEqual(expected);
  }
  return expected.length === 0 ? 'none' : expected.length === own.length ? 'all' : 'some';
}

const quoted = (text: unknown): string => `'${String(text).replaceAll("'", "''")}'`;

/** A filter of random shape whose values are those of real features. */
function randomTest(layer: LayerId, random: () => number): string {
  const own = features.filter((feature) => feature.layer === layer);
  const pick = <T>(list: readonly T[]): T => {
    const found = list[Math.floor(random() * list.length)];
    if (found === undefined) throw new Error('nothing to pick');
    return found;
  };
  const definition = layerDefinition(layer);
  const names = (definition?.properties ?? []).flatMap(({ name, type }) => (type === 'string' ? [name] : []));
  const numbers = (definition?.properties ?? []).flatMap(({ name, type }) =>
    type === 'number' || type === 'integer' ? [name] : [],
  );
  const { properties, geometry } = pick(own);
  const name = pick(names);
  const text = String(properties[name] ?? 'Xã');
  const number = numbers.length === 0 ? undefined : pick(numbers);
  const [lon, lat] = [105 + 1.5 * random(), 21.7 + random()];
  const size = 0.05 + 0.5 * random();
  const box = `${lon}, ${lat}, ${lon + size}, ${lat + size}`;
  const ring = `${lon} ${lat}, ${lon + size} ${lat}, ${lon + size / 2} ${lat + size}, ${lon} ${lat}`;
  const spot = geometry.type === 'Point' ? geometry.coordinates : [lon, lat];
  const op = pick(['=', '<>', '<', '<=', '>', '>=']);
  const spatial = pick([
    'S_INTERSECTS',
    'S_DISJOINT',
    'S_WITHIN',
    'S_TOUCHES',
    'S_OVERLAPS',
    'S_CROSSES',
    'S_EQUALS',
  ]);
  const half = Math.floor(text.length / 2);
  return pick([
    `${name} ${op} ${quoted(text)}`,
    `CASEI(${name}) = CASEI(${quoted(text.toUpperCase())})`,
    `CASEI(${name}) LIKE CASEI(${quoted(`%${text.slice(half, half + 3)}%`)})`,
    `${name} LIKE ${quoted(`${text.slice(0, 4)}%`)}`,
    `${name} NOT LIKE ${quoted(`_${text.slice(1, 3)}%`)}`,
    `${name} IN (${quoted(text)}, ${quoted(pick(own).properties[name] ?? '')})`,
    `${name} BETWEEN ${quoted('B')} AND ${quoted(text)}`,
    `${name} IS NULL`,
    ...(number === undefined
      ? []
      : [
          `${number} ${op} ${Number(properties[number] ?? 3)}`,
          `${number} BETWEEN 0 AND ${Number(properties[number] ?? 1000)}`,
          `${number} IS NOT NULL`,
        ]),
    `${spatial}(geometry, POLYGON((${ring})))`,
    `${spatial}(geometry, LINESTRING(${lon} ${lat}, ${lon + size} ${lat + size}))`,
    `S_INTERSECTS(geometry, BBOX(${box}))`,
    `S_CONTAINS(POLYGON((${ring})), geometry)`,
    `S_INTERSECTS(POINT(${spot[0]} ${spot[1]}), geometry)`,
    `T_INTERSECTS(INTERVAL(valid_from, '..'), INTERVAL('2025-01-01', '2025-12-31'))`,
    `T_AFTER(valid_from, DATE('2025-06-30'))`,
    `valid_to IS NULL`,
  ]);
}

it('answers every filter as the judge in memory does, in both stores, over real layers', async () => {
  const random = seeded(20_260_301);
  const outcomes = { some: 0, none: 0, all: 0 };
  for (let round = 0; round < 40; round += 1) {
    const layer = LAYERS[round % LAYERS.length] ?? 'communes';
    const [a, b, c] = [randomTest(layer, random), randomTest(layer, random), randomTest(layer, random)];
    const text = [
      a,
      `NOT (${a})`,
      `${a} AND ${b}`,
      `${a} OR NOT (${b} AND ${c})`,
      `NOT (${a} OR ${b}) OR ${c}`,
    ][Math.floor(random() * 5)];
    outcomes[await agree(layer, text ?? a)] += 1;
  }
  expect(outcomes.some).toBeGreaterThan(10);
});

it('asks filters and boxes together', async () => {
  const where = filterOf(
    'places',
    "CASEI(name) LIKE '%nà%' AND S_INTERSECTS(geometry, BBOX(105.5, 22, 106, 22.5))",
  );
  const counts = await Promise.all(
    stores.map(async ([, store]) => {
      const query = { layer: 'places', where, bbox: [105.5, 22, 105.8, 22.3], limit: 3, offset: 1 } as const;
      return (await store.query(query)).numberMatched;
    }),
  );
  expect(counts[0]).toBeGreaterThan(3);
  expect(new Set(counts).size).toBe(1);
});

it('lets PostgreSQL find places by the index of geometry, and an id by that of ids', async () => {
  await rowsOf(databaseUrl, 'ANALYZE');
  const table = LAYER_TABLES.find(({ name }) => name === 'places');
  if (table === undefined) throw new Error('no table');
  const plan = async (text: string): Promise<string> => {
    const where = filterOf('places', text);
    const statement = pageStatement('giapranh_bac_kan', table, {
      layer: 'places',
      where,
      limit: 10,
      offset: 0,
    });
    return (await rowsOf(databaseUrl, `EXPLAIN ${statement.text}`, statement.values)).flat().join('\n');
  };
  for (const text of [
    'S_INTERSECTS(geometry, BBOX(105.6, 22.1, 105.65, 22.15))',
    'S_WITHIN(geometry, POLYGON((105.6 22.1, 105.65 22.1, 105.65 22.15, 105.6 22.1)))',
  ]) {
    expect(await plan(text), text).toMatch(/Index Scan (using|on) places_geom_idx/);
  }
  const [first] = features.filter(({ layer }) => layer === 'places');
  expect(await plan(`id = ${quoted(first?.id)}`)).toMatch(/Index Scan (using|on) places_id_key/);
  for (const [text, index] of [
    ["name = 'không có'", 'name'],
    ["kind LIKE 'xy%'", 'kind'],
    ["kind > 'ý'", 'kind'],
    ["kind IN ('x', 'y')", 'kind'],
    ['rank > 90', 'rank'],
    ['elevation_m BETWEEN 1500.5 AND 1501', 'elevation_m'],
    ["valid_to <= DATE('1990-01-01')", 'valid_to'],
  ] as const) {
    expect(await plan(text), text).toMatch(new RegExp(`Scan (using|on) places_${index}_idx`));
  }
  // What no index answers: a part of a long text, and one whose case is folded.
  expect(await plan("name LIKE '%Nà%'")).toMatch(/Seq Scan/);
  expect(await plan("CASEI(name) = CASEI('nà')")).toMatch(/Seq Scan/);
});
