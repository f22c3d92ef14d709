import {
  CATALOG,
  filterMatcher,
  type LayerDefinition,
  type LayerFeature,
  type LayerId,
  layerDefinition,
  parseCql2Text,
  type Secrecy,
} from '@giapranh/core';
import { openStore, openTileDatabase, parseDatabaseUrl, type TileDatabase } from '@giapranh/store';
import {
  OUTLINE_ERROR_px,
  type PreparedLayer,
  prepareLayers,
  tileNumber,
  tileReach,
  tileRules,
  tileSource,
} from '@giapranh/tiles';
import type { Position } from 'geojson';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '../day.js';
import { storeWorld } from '../differential/store-world.js';
import { must } from '../must.js';
import { withPostgres } from '../postgres.js';
import { type DecodedFeature, decodeTile, tileAt } from '../vector-tile.js';

const LAYERS = ['communes', 'borders', 'places', 'mineral-sites'] as const;
const EXTENT = 4096;
const PUBLIC: readonly Secrecy[] = ['public'];
const AS_OF = day('2026-01-01');
/** Two outlines, each within the stated error; the database draws every vertex, rounded. */
const TOLERANCE_steps = 8 * OUTLINE_ERROR_px + Math.SQRT2;
const PLACES = [5, 7, 9, 11, 13, 16].flatMap((z) =>
  [
    [105.9, 22.1],
    [106.4, 21.8],
  ].map(([lon = 0, lat = 0]) => tileAt(lon, lat, z)),
);

/** One way to a tile of a layer: what the other way must give too. */
type TilePath = (
  layer: LayerId,
  place: { z: number; x: number; y: number },
  options?: { secrecy?: readonly Secrecy[]; filter?: string },
) => Promise<Uint8Array>;

const postgres = withPostgres();
let database: TileDatabase;
let prepared: readonly PreparedLayer[];

const definitionOf = (layer: LayerId): LayerDefinition => layerDefinition(layer) ?? expect.fail();

const inMemory: TilePath = async (layer, { z, x, y }, { secrecy = PUBLIC, filter } = {}) => {
  const own = prepared.find(({ definition }) => definition.id === layer) ?? expect.fail();
  const matches = filter === undefined ? undefined : filterMatcher(must(parseCql2Text(filter)));
  const cut = tileSource(own, AS_OF).cut(z, x, y, {
    mayShow: (feature) => secrecy.includes(feature.secrecy),
    ...(matches === undefined
      ? {}
      : { isWanted: (one) => matches({ ...one, layer, geometry: { type: 'Point', coordinates: [] } }) }),
  });
  return cut?.data ?? new Uint8Array();
};

const inDatabase: TilePath = async (layer, { z, x, y }, { secrecy = PUBLIC, filter } = {}) => {
  const question = {
    layer,
    z,
    x,
    y,
    reach: tileReach(z, x, y),
    asOf: AS_OF,
    secrecy,
    ...(filter === undefined ? {} : { filter: must(parseCql2Text(filter)) }),
    ...tileRules(definitionOf(layer), z),
  };
  return (await database.tile(question, tileNumber)).data;
};

beforeAll(async () => {
  const features = storeWorld().features.map(
    (feature, at): LayerFeature => (at % 7 === 0 ? { ...feature, secrecy: 'restricted' } : feature),
  );
  const { url } = await postgres.create();
  const databaseUrl = must(parseDatabaseUrl(url));
  const store = must(await openStore({ databaseUrl, dataDir: '', profile: 'bac-kan' }));
  must(
    await store.replaceAll(
      { profile: 'bac-kan', contentHash: 'x', loadedAt: '2026-01-01T00:00:00Z' },
      features,
    ),
  );
  await store.close();
  database = must(await openTileDatabase(databaseUrl, 'bac-kan'));
  prepared = prepareLayers(
    CATALOG.map((definition) => ({
      definition,
      features: features.filter(({ layer }) => layer === definition.id),
    })),
  );
});
afterAll(() => database?.close());

function distance([px = 0, py = 0]: Position, lines: readonly Position[][]): number {
  let least = Infinity;
  for (const line of lines) {
    let [ax = 0, ay = 0] = line[0] ?? [];
    for (const [bx = 0, by = 0] of line) {
      const [dx, dy] = [bx - ax, by - ay];
      const square = dx * dx + dy * dy;
      const along = square === 0 ? 0 : Math.max(0, Math.min(1, ((px - ax) * dx + (py - ay) * dy) / square));
      least = Math.min(least, Math.hypot(px - ax - along * dx, py - ay - along * dy));
      [ax, ay] = [bx, by];
    }
  }
  return least;
}

/** Farthest any vertex of one drawing lies from the other, inside the tile. */
function apart(a: DecodedFeature, b: DecodedFeature): number {
  const inTile = ([x = 0, y = 0]: Position): boolean => x >= 0 && y >= 0 && x <= EXTENT && y <= EXTENT;
  const far = (from: DecodedFeature, to: DecodedFeature): number =>
    Math.max(
      0,
      ...from.lines
        .flat()
        .filter(inTile)
        .map((position) => distance(position, to.lines)),
    );
  return Math.max(far(a, b), far(b, a));
}

/** Too thin for either path to be sure of: what of it lies in the tile is nowhere wider than the tolerance. */
function isSpeck({ lines }: DecodedFeature): boolean {
  const side = (axis: 0 | 1): number => {
    const along = lines.flat().map((position) => position[axis] ?? 0);
    return Math.max(...along) - Math.min(...along);
  };
  return Math.min(side(0), side(1)) <= 2 * TOLERANCE_steps;
}

const byNumber = (features: readonly DecodedFeature[]): Map<number | undefined, DecodedFeature> =>
  new Map(features.map((feature) => [feature.number, feature]));

async function compare(layer: LayerId, options: Parameters<TilePath>[2]): Promise<number> {
  let compared = 0;
  for (const place of PLACES) {
    const [memory, stored] = [inMemory, inDatabase].map((path) => path(layer, place, options));
    const [a, b] = [decodeTile((await memory) ?? expect.fail()), decodeTile((await stored) ?? expect.fail())];
    for (const name of [layer, `${layer}-labels`]) {
      const [own, other] = [byNumber(a.get(name) ?? []), byNumber(b.get(name) ?? [])];
      for (const [number, feature] of [...own, ...other]) {
        const [one, two] = [own.get(number), other.get(number)];
        const where = `${name} ${place.z}/${place.x}/${place.y} ${feature.properties['id']}`;
        if (one === undefined || two === undefined) {
          // A name stands in one tile only, wherever inside the polygon each path has put it.
          if (name === layer) expect(isSpeck(feature), where).toBe(true);
          continue;
        }
        compared += 1;
        expect(two.properties, where).toEqual(one.properties);
        expect(two.kind, where).toBe(one.kind);
        const buffer = one.kind === 'point' || isSpeck(one) ? 132 : 64;
        const beyond = [...one.lines.flat(2), ...two.lines.flat(2)].filter(
          (step) => step < -buffer || step > EXTENT + buffer,
        );
        expect(beyond, where).toEqual([]);
        if (name === layer) expect(apart(one, two), where).toBeLessThanOrEqual(TOLERANCE_steps);
      }
    }
  }
  return compared;
}

describe.each(LAYERS)('tiles of %s are the same from memory and from the database', (layer) => {
  it('features, numbers, properties, and outlines within the tolerance', async () => {
    expect(await compare(layer, {})).toBeGreaterThan(10);
  });

  it('for who may see more', async () => {
    const more = { secrecy: ['public', 'restricted'] as const };
    expect(await compare(layer, more)).toBeGreaterThan(await compare(layer, { secrecy: ['restricted'] }));
    expect(await compare(layer, { secrecy: [] })).toBe(0);
  });

  it('of a part of them', async () => {
    const all = await compare(layer, {});
    const some = await compare(layer, { filter: "id LIKE '%1%' OR id IN ('c2', 'b3', 'p5')" });
    expect(some).toBeGreaterThan(0);
    expect(some).toBeLessThan(all);
  });
});

it('the database tells what it holds, by level of secrecy', async () => {
  const levels = await database.levels('communes');
  expect(levels.map(({ secrecy }) => secrecy).sort()).toEqual(['public', 'restricted']);
  for (const { bounds } of levels) expect(bounds[0]).toBeLessThan(bounds[2]);
  expect((await database.validities('communes')).length).toBe(3);
});
