import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { CATALOG, type LayerId, REGISTERS } from '@giapranh/core';
import { openStore } from '@giapranh/store';
import type { FeatureCollection } from 'geojson';
import { beforeAll, describe, expect, it } from 'vitest';
import { withTemporaryFolders } from '../temporary-folder.js';
import { storeWorld, WORLD_COUNTS } from './store-world.js';

const run = promisify(execFile);
const SHOWN_TYPES = {
  polygon: ' (Multi Polygon)',
  line: ' (Multi Line String)',
  point: ' (Point)',
  any: '',
} as const;
const folders = withTemporaryFolders();
const { features } = storeWorld();
let dataDir = '';
let file = '';

async function opened() {
  const store = await openStore({ dataDir, profile: 'bac-kan' });
  if (!store.ok) throw new Error(JSON.stringify(store.issues));
  return store.value;
}

/** GDAL's own reading; a warning of its is a failure of ours. */
async function gdal(program: string, ...args: string[]): Promise<string> {
  const { stdout, stderr } = await run(program, args, { maxBuffer: 64_000_000 });
  expect(stderr).toBe('');
  return stdout;
}

beforeAll(async () => {
  dataDir = await folders.create();
  file = join(dataDir, 'bac-kan.gpkg');
  const store = await opened();
  const meta = { profile: 'bac-kan', contentHash: 'world', loadedAt: '2026-03-01T00:00:00Z' };
  expect(await store.replaceAll(meta, features)).toMatchObject({ ok: true });
  await store.close();
});

describe('GDAL', () => {
  it('finds the GeoPackage valid, requirement by requirement', async () => {
    // The validator comes with gdal-bin, for the system's own Python.
    await gdal('/usr/bin/python3', '-m', 'osgeo_utils.samples.validate_gpkg', file);
  });

  it('lists the layers with their geometry types, and no table of ours among them', async () => {
    const layers = (await gdal('ogrinfo', '-ro', '-so', file)).matchAll(/^\d+: (.+)$/gm);
    const expected = [...CATALOG, ...REGISTERS].map(
      ({ id, geometry }) => `${id.replaceAll('-', '_')}${SHOWN_TYPES[geometry]}`,
    );
    expect([...layers].map(([, layer]) => layer).sort()).toEqual(
      [...expected, 'giapranh_meta (None)'].sort(),
    );
  });

  it('reads counts, extents, system, names and field types', async () => {
    const store = await opened();
    const { layers } = await store.info();
    await store.close();
    for (const [layer, count] of Object.entries(WORLD_COUNTS)) {
      const shown = await gdal('ogrinfo', '-ro', '-so', file, layer.replaceAll('-', '_'));
      expect(shown).toContain(`Feature Count: ${count}\n`);
      const [west, south, east, north] = layers.find((entry) => entry.layer === layer)?.bbox ?? [0, 0, 0, 0];
      expect(shown).toContain(
        `Extent: (${west.toFixed(6)}, ${south.toFixed(6)}) - (${east.toFixed(6)}, ${north.toFixed(6)})`,
      );
      expect(shown).toContain('ID["EPSG",4326]');
      expect(shown).toContain('FID Column = fid');
      expect(shown).toContain('valid_from: Date');
    }
    const communes = await gdal('ogrinfo', '-ro', '-so', file, 'communes');
    expect(communes).toContain('IDENTIFIER=Xã, phường');
    expect(communes).toContain('area_m2: Real');
    expect(communes).toContain('flag_count: Integer64');
    expect(communes).toContain('was: String(JSON)');
  });

  it('reads the same coordinates and Vietnamese texts', async () => {
    const out = join(dataDir, 'communes.geojson');
    await gdal(
      'ogr2ogr',
      '-f',
      'GeoJSON',
      '-lco',
      'COORDINATE_PRECISION=17',
      '-lco',
      'RFC7946=NO',
      out,
      file,
      'communes',
    );
    const collection: FeatureCollection = JSON.parse(await readFile(out, 'utf8'));
    const given = features.filter(({ layer }) => layer === 'communes');
    expect(collection.features.map(({ geometry }) => geometry)).toStrictEqual(
      given.map(({ geometry }) => geometry),
    );
    expect(collection.features.map(({ properties }) => properties?.['name'])).toEqual(
      given.map(({ properties }) => properties['name']),
    );
  });

  it('finds and uses the spatial index', async () => {
    const shown = await gdal(
      'ogrinfo',
      '-ro',
      '-q',
      file,
      '-sql',
      "SELECT HasSpatialIndex('communes', 'geom')",
    );
    expect(shown).toContain('HasSpatialIndex (Integer) = 1');
    const boxed = await gdal(
      'ogrinfo',
      '-ro',
      '-so',
      '-spat',
      '105.4',
      '21.9',
      '105.6',
      '22.1',
      file,
      'places',
    );
    const store = await opened();
    const page = await store.query({
      layer: 'places' satisfies LayerId,
      bbox: [105.4, 21.9, 105.6, 22.1],
      limit: 0,
      offset: 0,
    });
    await store.close();
    expect(boxed).toContain(`Feature Count: ${page.numberMatched}\n`);
    expect(page.numberMatched).toBeGreaterThan(0);
  });

  it('edits it as QGIS does, and the store finds the edit by its index', async () => {
    const edit = (sql: string) => gdal('ogrinfo', '-q', file, '-sql', sql);
    await edit(
      "UPDATE places SET geom = (SELECT geom FROM places WHERE id = 'p1'), name = 'Chợ Đồn' WHERE id = 'p0'",
    );
    await edit("DELETE FROM places WHERE id = 'p2'");
    await edit(
      "INSERT INTO places (geom, id, name) SELECT geom, 'added', 'Na Rì' FROM places WHERE id = 'p1'",
    );
    const store = await opened();
    const { geometry } = features.find(({ id }) => id === 'p1') ?? { geometry: undefined };
    if (geometry?.type !== 'Point') throw new Error('p1 is a point');
    const [x = 0, y = 0] = geometry.coordinates;
    const { features: there } = await store.query({
      layer: 'places',
      bbox: [x, y, x, y],
      limit: 10,
      offset: 0,
    });
    expect(there.map(({ id, properties }) => [id, properties['name']])).toEqual([
      ['p0', 'Chợ Đồn'],
      ['p1', 'Chợ Rã'],
      ['added', 'Na Rì'],
    ]);
    expect(await store.get('places', 'p2')).toBeUndefined();
    await store.close();
    expect(existsSync(`${file}-journal`)).toBe(false);
  });
});
