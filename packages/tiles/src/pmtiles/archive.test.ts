import { gunzipSync, gzipSync } from 'node:zlib';
import { PMTiles, type Source, tileIdToZxy, zxyToTileId } from 'pmtiles';
import { describe, expect, it } from 'vitest';
import type { Tileset } from '../tileset.js';
import { type PackedTile, type PmtilesArchive, pmtilesArchive } from './archive.js';
import { hilbertTileId } from './hilbert.js';

const tileset: Tileset = {
  name: 'Bắc Kạn',
  description: 'Vùng giáp ranh',
  attribution: '© Nhà xuất bản',
  minZoom: 0,
  maxZoom: 9,
  bounds: [105.4308321, 21.8043934, 106.2471891, 22.7412669],
  center: { lon_deg: 105.83901, lat_deg: 22.27283, zoom: 8 },
  vectorLayers: [{ id: 'communes', description: 'Xã', minzoom: 6, maxzoom: 9, fields: { id: 'string' } }],
  extra: { as_of: '2026-01-01' },
};

const gzip = (content: Uint8Array | string): Uint8Array => gzipSync(content);

function tilesOf(ids: Iterable<number>, contentOf: (id: number) => string): PackedTile[] {
  return Array.from(ids, (id) => {
    const [z, x, y] = tileIdToZxy(id);
    return { z, x, y, data: gzip(contentOf(id)) };
  });
}

function fileOf({ parts }: PmtilesArchive): Buffer {
  return Buffer.concat(parts);
}

/** Counts how often the reader comes back to the file. */
function readerOf(file: Buffer): { archive: PMTiles; requests: () => number } {
  let requests = 0;
  const source: Source = {
    getKey: () => 'test',
    getBytes: async (offset, length) => {
      requests += 1;
      return { data: new Uint8Array(file.subarray(offset, offset + length)).buffer };
    },
  };
  // Its own way to unpack is a stream a tile: slow for thousands.
  const unpack = async (data: ArrayBuffer, compression: number): Promise<ArrayBuffer> =>
    compression === 2 ? new Uint8Array(gunzipSync(data)).buffer : expect.fail('not gzip');
  return { archive: new PMTiles(source, undefined, unpack), requests: () => requests };
}

async function readBack(file: Buffer, tiles: readonly PackedTile[]): Promise<void> {
  const { archive } = readerOf(file);
  for (const { z, x, y, data } of tiles) {
    const read = await archive.getZxy(z, x, y);
    // The reader unpacks what it gives.
    if (read === undefined || !Buffer.from(read.data).equals(gunzipSync(data))) {
      expect.fail(`${z}/${x}/${y} is not what was written`);
    }
  }
}

/** No two alike, and no rule in what they weigh: directories do not shrink to nothing. */
function unlike(id: number): string {
  const scattered = Array.from(
    { length: 8 },
    (_, at) => Math.imul(id ^ (id >>> 5), 0x9e3779b1 + 2 * at) >>> 0,
  );
  return scattered.join('').slice(0, 9 + ((scattered[0] ?? 0) % 64)) + id;
}

describe('a tile id', () => {
  it('is the one of the pmtiles package at every zoom', () => {
    for (let id = 0; id < (4 ** 7 - 1) / 3; id++) {
      const [z, x, y] = tileIdToZxy(id);
      if (hilbertTileId({ z, x, y }) !== id) expect.fail(`${z}/${x}/${y} is ${id}`);
    }
    for (let z = 7; z <= 26; z++) {
      const [x, y] = [Math.floor(0.7947 * 2 ** z), Math.floor(0.4364 * 2 ** z)];
      expect(hilbertTileId({ z, x, y })).toBe(zxyToTileId(z, x, y));
    }
  });
});

describe('an archive', () => {
  const few = tilesOf([0, 1, 5, 6, 7, 20, 349_524], unlike);

  it('is read back byte for byte, and knows what it has not', async () => {
    const file = fileOf(pmtilesArchive(few, tileset, gzip));
    await readBack(file, few);
    const { archive } = readerOf(file);
    for (const id of [2, 8, 349_523, 349_525]) {
      expect(await archive.getZxy(...tileIdToZxy(id))).toBeUndefined();
    }
  });

  it('tells its kind, zooms, bounds and counts', async () => {
    const { archive } = readerOf(fileOf(pmtilesArchive(few, tileset, gzip)));
    expect(await archive.getHeader()).toMatchObject({
      specVersion: 3,
      clustered: true,
      internalCompression: 2,
      tileCompression: 2,
      tileType: 1,
      minZoom: 0,
      maxZoom: 9,
      minLon: 105.4308321,
      minLat: 21.8043934,
      maxLon: 106.2471891,
      maxLat: 22.7412669,
      centerZoom: 8,
      centerLon: 105.83901,
      centerLat: 22.27283,
      numAddressedTiles: 7,
      numTileEntries: 7,
      numTileContents: 7,
    });
    expect(await archive.getMetadata()).toMatchObject({
      name: 'Bắc Kạn',
      attribution: '© Nhà xuất bản',
      as_of: '2026-01-01',
      minzoom: '0',
      maxzoom: '9',
      bounds: '105.4308321,21.8043934,106.2471891,22.7412669',
      vector_layers: tileset.vectorLayers,
    });
  });

  it('keeps a content once, and a run of it as one entry', async () => {
    const sea = tilesOf([10, 11, 12, 13, 15, 16, 40], (id) => (id === 15 ? 'land' : 'sea'));
    const archive = pmtilesArchive(sea, tileset, gzip);
    expect(archive).toMatchObject({ addressed: 7, entries: 4, contents: 2 });
    await readBack(fileOf(archive), sea);
    expect(await readerOf(fileOf(archive)).archive.getZxy(...tileIdToZxy(14))).toBeUndefined();
  });

  it('has leaf directories when the root would pass 16 kB, and one more request finds any tile', async () => {
    const many = tilesOf(
      Array.from({ length: 30_000 }, (_, at) => 3 * at + (at % 2)),
      unlike,
    );
    const file = fileOf(pmtilesArchive(many, tileset, gzip));
    const { archive, requests } = readerOf(file);
    const header = await archive.getHeader();
    expect(header.rootDirectoryOffset + header.rootDirectoryLength).toBeLessThanOrEqual(16_384);
    expect(header.leafDirectoryLength ?? 0).toBeGreaterThan(16_384);
    const before = requests();
    const [z, x, y] = tileIdToZxy(45_000);
    await archive.getZxy(z, x, y);
    expect(requests() - before).toBe(2);
    await readBack(file, many);
  });

  it('is the same from the same tiles', () => {
    expect(fileOf(pmtilesArchive(few, tileset, gzip))).toEqual(fileOf(pmtilesArchive(few, tileset, gzip)));
  });

  it('refuses tiles out of order', () => {
    expect(() => pmtilesArchive([...few].reverse(), tileset, gzip)).toThrow(RangeError);
  });

  it('may be empty', async () => {
    const { archive } = readerOf(fileOf(pmtilesArchive([], tileset, gzip)));
    expect(await archive.getZxy(0, 0, 0)).toBeUndefined();
  });
});
