import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { PMTiles } from 'pmtiles';

class FileSource {
  constructor(file) {
    this.file = file;
  }
  getKey() {
    return 'file';
  }
  async getBytes(offset, length) {
    const buffer = Buffer.alloc(length);
    await this.file.read(buffer, 0, length, offset);
    return { data: buffer.buffer.slice(buffer.byteOffset, buffer.byteOffset + length) };
  }
}

const tileX = (lon, z) => Math.floor((lon / 360 + 0.5) * 2 ** z);
const tileY = (lat, z) =>
  Math.floor((0.5 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / (2 * Math.PI)) * 2 ** z);

/** Every address of a box at a zoom. */
export function* addresses([west, south, east, north], z) {
  for (let x = tileX(west, z); x <= tileX(east, z); x += 1) {
    for (let y = tileY(north, z); y <= tileY(south, z); y += 1) yield { z, x, y };
  }
}

/** The tiles of an archive (`.pmtiles`) or of a folder `z/x/y.pbf`, decompressed; `packed` is their size as kept. */
export async function readTiles(path, box, zooms) {
  const tiles = [];
  if (path.endsWith('.pmtiles')) {
    const file = await open(path);
    const archive = new PMTiles(new FileSource(file));
    for (const z of zooms) {
      for (const place of addresses(box, z)) {
        const found = await archive.getZxy(place.z, place.x, place.y);
        if (found !== undefined) {
          const data = new Uint8Array(found.data);
          tiles.push({ ...place, data });
        }
      }
    }
    await file.close();
    return tiles;
  }
  for (const z of zooms.filter((zoom) => existsSync(join(path, String(zoom))))) {
    for (const x of readdirSync(join(path, String(z)))) {
      for (const name of readdirSync(join(path, String(z), x))) {
        const packed = readFileSync(join(path, String(z), x, name));
        const data = packed[0] === 0x1f ? gunzipSync(packed) : packed;
        tiles.push({ z, x: Number(x), y: Number.parseInt(name, 10), data });
      }
    }
  }
  return tiles;
}
