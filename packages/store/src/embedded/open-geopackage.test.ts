import { createHash } from 'node:crypto';
import { chmod, copyFile, mkdtemp, open, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FeatureStore } from '../feature-store.js';
import { openGeoPackage } from './open-geopackage.js';
import { sqliteDriver } from './sqlite.js';

let folder = '';
let path = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'giapranh-gpkg-'));
  path = join(folder, 'bac-kan.gpkg');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function opened(): Promise<FeatureStore> {
  const result = await openGeoPackage(folder, 'bac-kan');
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value;
}

async function codes(profile = 'bac-kan', dataDir = folder): Promise<readonly string[]> {
  const result = await openGeoPackage(dataDir, profile);
  if (result.ok) await result.value.close();
  return result.ok ? [] : result.issues.map((issue) => issue.code);
}

async function connection() {
  const driver = await sqliteDriver();
  if (!driver.ok) throw new Error('no SQLite');
  return driver.value.open(path, 0);
}

async function sql(text: string): Promise<void> {
  const raw = await connection();
  raw.exec(text);
  raw.close();
}

/** Enough features for the file to have pages to damage. */
async function fill(): Promise<void> {
  const store = await opened();
  const features = Array.from({ length: 2000 }, (_, index) => ({
    layer: 'places' as const,
    id: String(index),
    geometry: { type: 'Point' as const, coordinates: [105, 22] },
    properties: { name: 'Bản Thi '.repeat(10) },
    validity: { from: null, to: null },
  }));
  await store.replaceAll(
    { profile: 'bac-kan', contentHash: 'x', loadedAt: '2026-01-01T00:00:00Z' },
    features,
  );
  await store.close();
}

async function digest(): Promise<string> {
  return createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
}

describe('a new store', () => {
  it('is a GeoPackage 1.3 named after the profile, in write-ahead mode', async () => {
    await (await opened()).close();
    const header = await readFile(path);
    expect(header.toString('latin1', 68, 72)).toBe('GPKG');
    expect(header.readUInt32BE(60)).toBe(10300);
    const raw = await connection();
    expect(raw.rows('PRAGMA journal_mode')).toEqual([['wal']]);
    raw.close();
  });

  it('is made once by several that come at once', async () => {
    const results = await Promise.all(Array.from({ length: 4 }, () => openGeoPackage(folder, 'bac-kan')));
    expect(results.map((result) => result.ok)).toEqual([true, true, true, true]);
    for (const result of results) if (result.ok) await result.value.close();
  });

  it('takes an empty file for a new one', async () => {
    await writeFile(path, '');
    expect(await codes()).toEqual([]);
  });
});

describe('a file that is not ours', () => {
  const refusals: readonly (readonly [string, string, () => Promise<void>])[] = [
    ['bytes of nothing', 'store-not-a-database', () => writeFile(path, Buffer.alloc(8192, 0x41))],
    ['a short text', 'store-not-a-database', () => writeFile(path, 'xin chào')],
    [
      'another database',
      'store-foreign-file',
      () => sql('CREATE TABLE mine (a); INSERT INTO mine VALUES (1)'),
    ],
    [
      'another GeoPackage',
      'store-foreign-file',
      () => sql('PRAGMA application_id = 0x47504b47; CREATE TABLE gpkg_contents (table_name TEXT)'),
    ],
    [
      'another profile’s store',
      'store-foreign-file',
      async () => {
        await fill();
        await sql("UPDATE giapranh_meta SET value = 'can-tho' WHERE key = 'profile'");
      },
    ],
    [
      'a store of a later release',
      'store-newer',
      async () => {
        await fill();
        await sql("INSERT INTO giapranh_migration (number, name) VALUES (999, 'later')");
      },
    ],
  ];
  for (const [name, code, make] of refusals) {
    it(`is refused and left alone: ${name}`, async () => {
      await make();
      const before = await digest();
      expect(await codes()).toEqual([code]);
      expect(await digest()).toBe(before);
    });
  }

  it('is refused when it was cut short', async () => {
    await fill();
    await truncate(path, 100_000);
    expect(await codes()).toEqual(['store-corrupt']);
  });

  it('is refused when its middle was overwritten', async () => {
    await fill();
    const file = await open(path, 'r+');
    await file.write(Buffer.alloc(40_000, 0x7f), 0, 40_000, 200_000);
    await file.close();
    const before = await digest();
    expect(await codes()).toEqual(['store-corrupt']);
    expect(await digest()).toBe(before);
  });
});

describe('a place that cannot be used', () => {
  it('is named: a file in the directory’s place', async () => {
    await writeFile(path, '');
    expect(await codes('bac-kan', path)).toEqual(['store-directory']);
  });

  it('is named: a file that may not be written', async () => {
    await fill();
    const root = process.geteuid?.() === 0;
    await chmod(path, 0o444);
    await chmod(folder, 0o555);
    if (root) process.seteuid?.(65_534);
    try {
      const result = await openGeoPackage(folder, 'bac-kan');
      const store = result.ok ? result.value : undefined;
      const meta = { profile: 'bac-kan', contentHash: 'y', loadedAt: '2026-01-01T00:00:00Z' };
      const written = store === undefined ? result : await store.replaceAll(meta, []);
      expect(written).toMatchObject({ ok: false, issues: [{ code: 'store-permission' }] });
    } finally {
      if (root) process.seteuid?.(0);
      await chmod(folder, 0o755);
    }
  });

  it('lets no profile id out of the directory', async () => {
    for (const id of ['../x', 'a/b', '', 'Bắc Kạn', 'a--b', 'x'.repeat(51)]) {
      expect(await codes(id), id).toEqual(['store-profile-id']);
    }
  });
});

describe('a file another program writes to', () => {
  it('opens and answers at once, and refuses to load', async () => {
    await fill();
    const writer = await connection();
    writer.exec('BEGIN IMMEDIATE');
    const store = await opened();
    const page = await store.query({ layer: 'places', limit: 1, offset: 0 });
    expect(page.numberMatched).toBe(2000);
    const meta = { profile: 'bac-kan', contentHash: 'y', loadedAt: '2026-01-01T00:00:00Z' };
    expect(await store.replaceAll(meta, [])).toMatchObject({ ok: false, issues: [{ code: 'store-locked' }] });
    writer.exec('ROLLBACK');
    writer.close();
    expect(await store.replaceAll(meta, [])).toMatchObject({ ok: true });
    await store.close();
  });
});

describe('a catalogue that grew', () => {
  it('gets its new table and its new column, and keeps the rest', async () => {
    await fill();
    await sql(`DROP TABLE rtree_rivers_geom; DROP TABLE rivers;
      DELETE FROM gpkg_data_columns WHERE table_name = 'rivers' OR (table_name = 'places' AND column_name = 'rank');
      DELETE FROM gpkg_extensions WHERE table_name = 'rivers';
      DELETE FROM gpkg_geometry_columns WHERE table_name = 'rivers';
      DELETE FROM gpkg_contents WHERE table_name = 'rivers';
      DROP INDEX places_rank_idx; ALTER TABLE places DROP COLUMN rank`);
    const store = await opened();
    expect((await store.query({ layer: 'rivers', limit: 1, offset: 0 })).numberMatched).toBe(0);
    const { features } = await store.query({ layer: 'places', limit: 1, offset: 0, filter: { rank: null } });
    expect(features[0]?.properties).toMatchObject({ rank: null, kind: null });
    await store.close();
  });
});

describe('the one file', () => {
  it('is the whole content once the store is closed', async () => {
    await fill();
    await copyFile(path, join(folder, 'can-tho.gpkg'));
    path = join(folder, 'can-tho.gpkg');
    const raw = await connection();
    expect(raw.rows('SELECT count(*) FROM places')).toEqual([[2000]]);
    raw.close();
  });
});
