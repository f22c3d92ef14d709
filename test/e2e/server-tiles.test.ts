import { gunzipSync } from 'node:zlib';
import { type GeometryKernel, loadGeometryKernel } from '@giapranh/core';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { must } from '../must.js';
import { decodeTile, doubleArea, tileAt, toPolygons } from '../vector-tile.js';
import { rawGet } from './raw-get.js';

const server = inject('serverUrl');
const UNITS = 'provinces,communes';

async function fetchTile(path: string): Promise<Uint8Array> {
  const response = await fetch(new URL(path, server));
  return new Uint8Array(await response.arrayBuffer());
}

const pathOf = ({ z, x, y }: { z: number; x: number; y: number }): string => `${z}/${x}/${y}`;
const NEAR_BAC_KAN = tileAt(105.83, 22.15, 8);

it('puts the layers asked for into one tile, each with its labels', async () => {
  const tile = decodeTile(await fetchTile(`/tiles/${UNITS},places/${pathOf(NEAR_BAC_KAN)}.mvt`));
  expect([...tile.keys()].sort()).toEqual([
    'communes',
    'communes-labels',
    'places',
    'provinces',
    'provinces-labels',
  ]);
  for (const feature of tile.get('communes') ?? []) {
    expect(feature.properties['name']).toBe(String(feature.properties['name']).normalize('NFC'));
    expect(String(feature.properties['id'])).toMatch(/^2025-07-01:\d{5}$/);
    expect(Number.isSafeInteger(feature.number)).toBe(true);
    expect(feature.properties).not.toHaveProperty('was');
  }
});

it('keeps the number of a feature over zooms', async () => {
  const numberAt = async (z: number): Promise<unknown> => {
    const tile = decodeTile(await fetchTile(`/tiles/provinces/${pathOf(tileAt(105.83, 22.15, z))}.mvt`));
    return tile.get('provinces')?.find(({ properties }) => properties['code'] === '19')?.number;
  };
  expect(await numberAt(6)).toBeDefined();
  expect(await numberAt(6)).toBe(await numberAt(11));
});

it('differs by day: districts in 2023, none in 2026', async () => {
  const of = async (day: string): Promise<string[]> => {
    const path = `/tiles/districts,communes/${pathOf(NEAR_BAC_KAN)}.mvt?asOf=${day}`;
    return [...decodeTile(await fetchTile(path)).keys()].sort();
  };
  expect(await of('2023-05-23')).toEqual(['districts', 'districts-labels']);
  expect(await of('2026-01-01')).toEqual(['communes', 'communes-labels']);
  const empty = await fetch(new URL(`/tiles/districts/${pathOf(NEAR_BAC_KAN)}.mvt?asOf=2026-01-01`, server));
  expect(empty.status).toBe(204);
});

it('answers 304 to its own ETag, gzip to who takes it, and the same tile by the OGC address', async () => {
  const url = new URL(`/tiles/communes/${pathOf(NEAR_BAC_KAN)}.mvt`, server);
  const first = await fetch(url);
  const bytes = new Uint8Array(await first.arrayBuffer());
  expect(first.headers.get('content-type')).toBe('application/vnd.mapbox-vector-tile');
  const etag = first.headers.get('etag') ?? '';
  expect((await rawGet(url, { 'if-none-match': etag })).status).toBe(304);
  const { z, x, y } = NEAR_BAC_KAN;
  expect(await fetchTile(`/collections/communes/tiles/WebMercatorQuad/${z}/${y}/${x}`)).toEqual(bytes);
  const identity = await rawGet(url, { 'accept-encoding': 'identity' });
  const packed = await rawGet(url, { 'accept-encoding': 'gzip' });
  expect([identity.headers['content-encoding'], packed.headers['content-encoding']]).toEqual([
    undefined,
    'gzip',
  ]);
  expect(identity.body).toEqual(bytes);
  expect(new Uint8Array(gunzipSync(packed.body))).toEqual(bytes);
});

it('describes its tiles in TileJSON, and the addresses in it work for good', async () => {
  const response = await fetch(new URL(`/tiles/${UNITS}.json?asOf=2026-01-01`, server));
  const json = (await response.json()) as {
    tilejson: string;
    tiles: string[];
    attribution: string;
    bounds: number[];
    vector_layers: { id: string; fields: object }[];
  };
  expect(json.tilejson).toBe('3.0.0');
  expect(json.attribution).not.toBe('');
  expect(json.vector_layers.map(({ id }) => id)).toEqual([
    'provinces',
    'provinces-labels',
    'communes',
    'communes-labels',
  ]);
  const { z, x, y } = NEAR_BAC_KAN;
  const address = json.tiles[0]?.replace('{z}', `${z}`).replace('{x}', `${x}`).replace('{y}', `${y}`) ?? '';
  const tile = await fetch(address);
  expect(tile.headers.get('cache-control')).toContain('immutable');
  const fields = json.vector_layers.find(({ id }) => id === 'communes')?.fields ?? {};
  const [commune] = decodeTile(new Uint8Array(await tile.arrayBuffer())).get('communes') ?? [];
  for (const name of Object.keys(commune?.properties ?? {})) expect(fields).toHaveProperty(name);
});

it('brings everything a map needs from itself', async () => {
  const style = await (await fetch(new URL('/style.json?asOf=2023-05-23&lang=en', server))).text();
  const hosts = [...style.matchAll(/https?:\/\/[^/"]+/g)].map(([host]) => host);
  expect(new Set(hosts)).toEqual(new Set([server]));
  expect(style).not.toMatch(/\{(origin|asOf|subject)\}/);
  for (const path of [
    '/glyphs/Noto%20Sans%20Regular/0-255.pbf',
    '/glyphs/Noto%20Sans%20Bold,Arial/7680-7935.pbf',
    '/fonts/noto-sans-vietnamese-400-normal.woff2',
    '/sprites/giapranh.json',
    '/sprites/giapranh@2x.png',
  ]) {
    const response = await fetch(new URL(path, server));
    expect([path, response.status]).toEqual([path, 200]);
    expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(0);
  }
  const blank = await fetch(new URL('/glyphs/Noto%20Sans%20Regular/19968-20223.pbf', server));
  expect([blank.status, (await blank.arrayBuffer()).byteLength]).toEqual([200, 0]);
});

describe('on the ground of the profile, neighbouring communes', () => {
  /** The profile's ground. */
  const [WEST, SOUTH, EAST, NORTH] = [104.8, 21.3, 107.4, 23.4] as const;
  let kernel: GeometryKernel;
  beforeAll(async () => {
    kernel = await loadGeometryKernel();
  });

  function tilesOf(z: number, sample = false): { z: number; x: number; y: number }[] {
    const [first, last] = [tileAt(WEST, NORTH, z), tileAt(EAST, SOUTH, z)];
    // Of the deepest zooms a part, by a fixed rule, where not all is asked for.
    const step = sample || z > 14 ? Math.max(1, 4 ** (z - 9)) : 1;
    const tiles = [];
    for (let x = first.x; x <= last.x; x++) {
      for (let y = first.y; y <= last.y; y++) if ((x * 31 + y * 17) % step === 0) tiles.push({ z, x, y });
    }
    return tiles;
  }

  it.each(Array.from({ length: 17 }, (_, z) => z))(
    'have no gap and no invalid ring at zoom %i',
    async (z) => {
      const found = { tiles: 0, invalid: 0, gaps: 0, overlap_steps2: 0 };
      for (const at of tilesOf(z)) {
        const bytes = await fetchTile(`/tiles/communes/${pathOf(at)}.mvt?asOf=2026-01-01`);
        if (bytes.length === 0) continue;
        found.tiles += 1;
        const polygons = (decodeTile(bytes).get('communes') ?? []).map(toPolygons);
        for (const polygon of polygons) if (must(kernel.invalidReason(polygon)) !== null) found.invalid += 1;
        const union = must(kernel.union(polygons));
        const rings =
          union.type === 'MultiPolygon'
            ? union.coordinates
            : union.type === 'Polygon'
              ? [union.coordinates]
              : [];
        found.gaps += rings.reduce((sum, { length }) => sum + length - 1, 0);
        const areas = polygons.flatMap(({ coordinates }) => coordinates.flat()).map(doubleArea);
        found.overlap_steps2 += areas.reduce((sum, area) => sum + area / 2, 0) - must(kernel.area(union));
      }
      process.stderr.write(
        `z${z}: ${found.tiles} tiles of communes, ${found.gaps} interior gaps, ${found.invalid} invalid rings\n`,
      );
      expect(found.tiles).toBeGreaterThan(0);
      expect(found).toMatchObject({ invalid: 0, gaps: 0 });
      // What two provinces' drawings both claim stays: 4.5 ha in the sources, some hundred square metres a step at z10.
      const step_m = 40_075_016 / 2 ** z / 4096;
      // Further out the same ground is less than a step, and a step or two a tile is the least that can show.
      expect(found.overlap_steps2 * step_m ** 2).toBeLessThan(100_000 + 2 * found.tiles * step_m ** 2);
    },
  );

  it.each([1, 3, 5, 7, 8, 10, 12, 14, 16])(
    'and every other polygon is valid and wound by the rule at zoom %i',
    async (z) => {
      const LAYERS = ['provinces', 'districts', 'border-zones', 'watch-units', 'mineral-sites'];
      const wrong: string[] = [];
      let checked = 0;
      for (const at of tilesOf(z, true)) {
        for (const day of ['2023-05-23', '2026-01-01']) {
          const tile = decodeTile(
            await fetchTile(`/tiles/${LAYERS.join(',')}/${pathOf(at)}.mvt?asOf=${day}`),
          );
          const features = LAYERS.flatMap((layer) => tile.get(layer) ?? []).filter(
            ({ kind }) => kind === 'polygon',
          );
          for (const feature of features) {
            checked += 1;
            const reason = must(kernel.invalidReason(toPolygons(feature)));
            const isShellFirst = doubleArea(feature.lines[0] ?? []) > 0;
            if (reason !== null || !isShellFirst)
              wrong.push(`${pathOf(at)} ${feature.properties['id']} ${reason?.reason}`);
          }
        }
      }
      expect(checked).toBeGreaterThan(0);
      expect(wrong).toEqual([]);
    },
  );
});
