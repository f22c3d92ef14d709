import { execFile, spawn } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { PMTiles, type Source } from 'pmtiles';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { withTemporaryFolders } from '../temporary-folder.js';
import { decodeTile, tileAt } from '../vector-tile.js';
import { giapranh, jsonOf } from './cli-process.js';
import { rawGet } from './raw-get.js';

const run = promisify(execFile);
const server = inject('serverUrl');
const folders = withTemporaryFolders();

const AS_OF = '2026-01-01';
const LAYERS = 'communes,borders,mineral-sites';
const [MIN_ZOOM, MAX_ZOOM] = [6, 9] as const;

interface Built {
  readonly layers: readonly string[];
  readonly bounds: readonly [number, number, number, number];
  readonly tiles: number;
  readonly features: number;
  readonly files: readonly { path: string; kind: string; bytes: number; tiles: number }[];
}

/** The archive as the pmtiles package reads any: by ranges of bytes. */
function openArchive(file: Buffer): PMTiles {
  const source: Source = {
    getKey: () => 'archive',
    getBytes: async (offset, length) => ({
      data: new Uint8Array(file.subarray(offset, offset + length)).buffer,
    }),
  };
  return new PMTiles(source);
}

interface Served {
  readonly z: number;
  readonly x: number;
  readonly y: number;
  /** Empty where the server has nothing. */
  readonly bytes: Uint8Array;
}

/** What the running server has at every place the archive could have, and around it. */
async function servedTiles([west, south, east, north]: Built['bounds']): Promise<Served[]> {
  const served: Served[] = [];
  for (let z = MIN_ZOOM; z <= MAX_ZOOM; z++) {
    const [first, last] = [tileAt(west, north, z), tileAt(east, south, z)];
    for (let x = first.x - 1; x <= last.x + 1; x++) {
      for (let y = first.y - 1; y <= last.y + 1; y++) {
        const { status, body } = await rawGet(
          new URL(`/tiles/${LAYERS}/${z}/${x}/${y}.mvt?asOf=${AS_OF}`, server),
          { 'accept-encoding': 'gzip' },
        );
        served.push({ z, x, y, bytes: status === 204 ? new Uint8Array() : gunzipSync(body) });
      }
    }
  }
  return served;
}

describe('tiles build', () => {
  let folder = '';
  let built: Built;
  let served: readonly Served[] = [];
  const pathOf = (kind: string): string => join(folder, `bac-kan.${kind}`);

  beforeAll(async () => {
    folder = await folders.create();
    // What was cut short before is replaced by the whole.
    await writeFile(pathOf('pmtiles'), 'PMTiles\u0003');
    const options = ['--layers', LAYERS, '--as-of', AS_OF, '--format', 'json', '--lang', 'en'];
    const zooms = ['--min-zoom', String(MIN_ZOOM), '--max-zoom', String(MAX_ZOOM)];
    const out = ['--out', pathOf('pmtiles'), pathOf('mbtiles')];
    built = jsonOf(await giapranh(['tiles', 'build', ...out, ...options, ...zooms])) as Built;
    served = await servedTiles(built.bounds);
  });

  it('says what it wrote, and leaves nothing else behind', async () => {
    expect((await readdir(folder)).sort()).toEqual(['bac-kan.mbtiles', 'bac-kan.pmtiles']);
    expect(built).toMatchObject({ layers: LAYERS.split(','), tiles: served.filter(hasBytes).length });
    expect(built.files.map(({ kind, tiles }) => [kind, tiles])).toEqual([
      ['pmtiles', built.tiles],
      ['mbtiles', built.tiles],
    ]);
    expect(built.files[0]?.bytes).toBe((await readFile(pathOf('pmtiles'))).length);
  });

  it('has in PMTiles every tile of the server, byte for byte, and no other', async () => {
    const archive = openArchive(await readFile(pathOf('pmtiles')));
    expect(built.tiles).toBeGreaterThan(20);
    for (const { z, x, y, bytes } of served) {
      const tile = await archive.getZxy(z, x, y);
      if (!Buffer.from(tile?.data ?? new ArrayBuffer()).equals(bytes)) expect.fail(`${z}/${x}/${y}`);
    }
  });

  it('tells in PMTiles zooms, bounds, day, layers and whom to credit', async () => {
    const archive = openArchive(await readFile(pathOf('pmtiles')));
    const [header, metadata] = [await archive.getHeader(), await archive.getMetadata()];
    expect(header).toMatchObject({ clustered: true, minZoom: 6, maxZoom: 9, numAddressedTiles: built.tiles });
    expect([header.minLon, header.minLat, header.maxLon, header.maxLat]).toEqual(built.bounds);
    const tileJson = (await (await fetch(new URL(`/tiles/${LAYERS}.json?lang=en`, server))).json()) as {
      attribution: string;
      vector_layers: { id: string; fields: object }[];
    };
    expect(metadata).toMatchObject({ as_of: AS_OF, profile: 'bac-kan', minzoom: '6', maxzoom: '9' });
    const { attribution, vector_layers } = metadata as typeof tileJson;
    expect(new Set(attribution.split('; '))).toEqual(new Set(tileJson.attribution.split('; ')));
    expect(vector_layers.map(({ id, fields }) => [id, Object.keys(fields)])).toEqual(
      tileJson.vector_layers.map(({ id, fields }) => [id, Object.keys(fields)]),
    );
  });

  // GDAL reads PMTiles from 3.8 on; what older systems have reads MBTiles.
  it('has in MBTiles the same features in the same places, as GDAL reads it', async () => {
    for (const z of [MIN_ZOOM, MAX_ZOOM]) {
      for (const layer of LAYERS.split(',')) {
        const drawn = served
          .filter((tile) => tile.z === z && hasBytes(tile))
          .reduce((sum, { bytes }) => sum + (decodeTile(bytes).get(layer)?.length ?? 0), 0);
        const told = await ogrinfo('-so', '-oo', `ZOOM_LEVEL=${z}`, pathOf('mbtiles'), layer);
        expect([z, layer, /Feature Count: (\d+)/.exec(told)?.[1]]).toEqual([z, layer, String(drawn)]);
      }
    }
    // EPSG:3857 of 105.8 E 22.1 N, inside Bắc Kạn: rows turned over would find nothing there.
    const here = ['-spat', '11777000', '2524000', '11778000', '2525000'];
    const found = await ogrinfo(
      '-q',
      '-oo',
      `ZOOM_LEVEL=${MAX_ZOOM}`,
      ...here,
      pathOf('mbtiles'),
      'communes',
    );
    expect(found).toMatch(/name \(String\) = (Xã|Phường) /);
    expect(found).toMatch(/province_code \(String\) = 19/);
    expect(found).toMatch(/area_m2 \(Real\) = \d+/);
  });
});

describe('serve --tiles', () => {
  let archive: ReturnType<typeof serveArchive>;
  let url = '';
  let path = '';
  beforeAll(async () => {
    path = join(await folders.create(), 'bản đồ.pmtiles');
    const zooms = ['--min-zoom', '6', '--max-zoom', '8'];
    await giapranh([
      ...['tiles', 'build', '--out', path, path.replace('.pmtiles', '.mbtiles'), '--layers', 'communes'],
      ...zooms,
    ]);
    archive = serveArchive(path);
    url = await archive.listening;
  });
  afterAll(async () => {
    archive.child.kill('SIGTERM');
    expect(await archive.exit).toBe(0);
  });

  it('answers the tiles of the file by its TileJSON, for good, in every encoding', async () => {
    const json = (await (
      await fetch(new URL(`/tiles/${encodeURIComponent('bản đồ')}.json`, url))
    ).json()) as {
      tilejson: string;
      tiles: string[];
      minzoom: number;
      maxzoom: number;
    };
    expect(json).toMatchObject({ tilejson: '3.0.0', minzoom: 6, maxzoom: 8 });
    const { z, x, y } = tileAt(105.83, 22.15, 8);
    const address = (place: string): URL => new URL((json.tiles[0] ?? '').replace('{z}/{x}/{y}', place));
    const tile = await openArchive(await readFile(path)).getZxy(z, x, y);
    const here = address(`${z}/${x}/${y}`);
    const plain = await rawGet(here, {});
    expect(Buffer.from(tile?.data ?? new ArrayBuffer()).equals(plain.body)).toBe(true);
    const packed = await rawGet(here, { 'accept-encoding': 'gzip' });
    expect(gunzipSync(packed.body).equals(plain.body)).toBe(true);
    const smaller = await rawGet(here, { 'accept-encoding': 'gzip;q=0.5, br' });
    expect(brotliDecompressSync(smaller.body).equals(plain.body)).toBe(true);
    expect(smaller.headers['cache-control']).toContain('immutable');
    expect((await rawGet(here, { 'if-none-match': plain.headers.etag ?? '' })).status).toBe(304);
    const statuses = ['8/0/0', '9/0/0', '3/8/0'].map(
      async (place) => (await rawGet(address(place), {})).status,
    );
    expect(await Promise.all(statuses)).toEqual([204, 404, 404]);
  });

  it.each(['the server', 'the MBTiles file'])('opens in QGIS, which draws it, from %s', async (source) => {
    const template = `${url}/tiles/${encodeURIComponent('bản đồ')}/{z}/{x}/{y}.mvt`;
    const uri =
      source === 'the server'
        ? `type=xyz&url=${template}&zmin=6&zmax=8`
        : `type=mbtiles&url=${encodeURIComponent(path.replace('.pmtiles', '.mbtiles'))}`;
    const box = ['11700000', '2450000', '11850000', '2600000'];
    const { stdout } = await run(
      '/usr/bin/python3',
      [fileURLToPath(new URL('qgis/open-tiles.py', import.meta.url)), uri, ...box, await folders.create()],
      { env: { ...process.env, QT_QPA_PLATFORM: 'offscreen' } },
    );
    const told = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as { valid: boolean; drawn: number };
    expect(told).toMatchObject({ valid: true, min: 6, max: 8 });
    expect(told.drawn).toBeGreaterThan(1000);
  });

  it('refuses what is no archive of vector tiles', async () => {
    const other = join(await folders.create(), 'a.pmtiles');
    await writeFile(other, 'xin chào');
    const refused = serveArchive(other);
    refused.listening.catch(() => {});
    expect(await refused.exit).toBe(2);
    expect(refused.told()).toContain('PMTiles');
  });
});

/** The built command on a free port. */
function serveArchive(path: string) {
  const main = fileURLToPath(new URL('../../packages/cli/dist/main.js', import.meta.url));
  const child = spawn(process.execPath, [main, 'serve', '--tiles', path, '--port', '0']);
  let told = '';
  const exit = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const listening = new Promise<string>((resolve, reject) => {
    const take = (chunk: Buffer): void => {
      told += chunk.toString('utf8');
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(told)?.[0];
      if (found !== undefined) resolve(found);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.once('exit', (code) => reject(new Error(`ended with ${code}: ${told}`)));
  });
  return { child, listening, exit, told: () => told };
}

function hasBytes({ bytes }: Served): boolean {
  return bytes.length > 0;
}

async function ogrinfo(...args: readonly string[]): Promise<string> {
  const { stdout, stderr } = await run('ogrinfo', ['-ro', ...args], { maxBuffer: 1 << 26 });
  expect(stderr).not.toMatch(/ERROR|Warning/);
  return stdout;
}

describe('tiles build refuses with 2 and one clear message, and writes nothing', () => {
  it.each<[string, readonly string[], RegExp]>([
    ['a kind it does not know', ['--out', 'map.zip'], /\.pmtiles .+ \.mbtiles/],
    ['a folder that is not there', ['--out', 'no/such/map.pmtiles'], /no such folder/],
    ['a file of something else', ['--out', 'notes.pmtiles'], /not pmtiles; it is left as it is/],
    [
      'an unknown layer',
      ['--out', 'a.pmtiles', '--layers', 'commune'],
      /Layers: provinces, districts, communes/,
    ],
    ['zooms the wrong way round', ['--out', 'a.mbtiles', '--min-zoom', '9', '--max-zoom', '4'], /above/],
    ['a day that is none', ['--out', 'a.mbtiles', '--as-of', '2023-02-30'], /YYYY-MM-DD/],
  ])('%s', async (_, args, message) => {
    const folder = await folders.create();
    await writeFile(join(folder, 'notes.pmtiles'), 'xin chào các bạn');
    const here = args.map((argument, at) => (args[at - 1] === '--out' ? join(folder, argument) : argument));
    const { code, out, told } = await giapranh(['tiles', 'build', '--lang', 'en', ...here]);
    expect([code, out]).toEqual([2, '']);
    expect(told).toMatch(message);
    expect(told.match(/Error/g)?.length).toBe(1);
    expect(await readdir(folder)).toEqual(['notes.pmtiles']);
    expect(await readFile(join(folder, 'notes.pmtiles'), 'utf8')).toBe('xin chào các bạn');
  });
});
