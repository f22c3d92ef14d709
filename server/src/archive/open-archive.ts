import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { basename } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gunzip, gzip } from 'node:zlib';
import { err, type Issue, issue, ok, type Result } from '@giapranh/core';
import { Compression, type Header, PMTiles, type RangeResponse, type Source, TileType } from 'pmtiles';
import type { CachedTile } from '../tiles/tile-cache.js';

const [pack, unpack, packSmaller] = [promisify(gzip), promisify(gunzip), promisify(brotliCompress)];

/** Tiles kept ready to send, the most recently asked for. */
const MOST_READY = 4_000;

/** A PMTiles 3 file of vector tiles, open for reading. */
export interface TileArchive {
  /** The file's name without its ending: what its addresses are called. */
  readonly name: string;
  /** Another whenever the file is another. */
  readonly version: string;
  readonly header: Header;
  readonly metadata: Readonly<Record<string, unknown>>;
  /** From memory only. */
  ready(z: number, x: number, y: number): CachedTile | undefined;
  tile(z: number, x: number, y: number): Promise<CachedTile>;
  close(): Promise<void>;
}

class FileSource implements Source {
  readonly #file: FileHandle;
  readonly #key: string;

  constructor(file: FileHandle, key: string) {
    this.#file = file;
    this.#key = key;
  }

  getKey(): string {
    return this.#key;
  }

  async getBytes(offset: number, length: number): Promise<RangeResponse> {
    const { bytesRead, buffer } = await this.#file.read(new Uint8Array(length), 0, length, offset);
    return { data: buffer.buffer.slice(0, bytesRead) };
  }
}

function refusal(path: string, vi: string, en: string): Issue {
  return issue('server-archive', ['GIAPRANH_TILES', path], vi, en, {
    vi: 'Dựng tệp bằng: giapranh tiles build --out FILE.pmtiles',
    en: 'Build one with: giapranh tiles build --out FILE.pmtiles',
  });
}

/** In a thread of the pool: neither directories nor tiles are unpacked on the request's. */
async function decompress(bytes: ArrayBuffer, kind: Compression): Promise<ArrayBuffer> {
  if (kind === Compression.None || kind === Compression.Unknown) return bytes;
  if (kind !== Compression.Gzip) throw new Error(`compression ${kind} is not read`);
  return new Uint8Array(await unpack(new Uint8Array(bytes))).buffer;
}

async function packed(data: ArrayBuffer | undefined): Promise<CachedTile> {
  const bytes = new Uint8Array(data ?? new ArrayBuffer(0));
  const etag = `W/"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
  if (bytes.length === 0) return { gzip: null, etag };
  const params = { [constants.BROTLI_PARAM_QUALITY]: 5 };
  const [small, smaller] = await Promise.all([pack(bytes), packSmaller(bytes, { params })]);
  return { gzip: small, brotli: smaller, etag };
}

async function readArchive(path: string, file: FileHandle): Promise<Result<TileArchive>> {
  const { size, mtimeMs } = await file.stat();
  const version = createHash('sha256').update(`${size} ${mtimeMs}`).digest('hex').slice(0, 12);
  const archive = new PMTiles(new FileSource(file, path), undefined, decompress);
  const header = await archive.getHeader();
  if (header.tileType !== TileType.Mvt) {
    return err(
      refusal(path, 'Tệp không chứa ô bản đồ véc-tơ (MVT).', 'The file does not hold vector tiles (MVT).'),
    );
  }
  const metadata = (await archive.getMetadata()) as Readonly<Record<string, unknown>>;
  const ready = new Map<string, CachedTile>();
  const keyOf = (z: number, x: number, y: number): string => `${z}/${x}/${y}`;
  return ok({
    name: basename(path).replace(/\.pmtiles$/i, ''),
    version,
    header,
    metadata,
    ready: (z, x, y) => ready.get(keyOf(z, x, y)),
    tile: async (z, x, y) => {
      const key = keyOf(z, x, y);
      const tile = ready.get(key) ?? (await packed((await archive.getZxy(z, x, y))?.data));
      ready.delete(key);
      ready.set(key, tile);
      for (const oldest of ready.keys()) {
        if (ready.size <= MOST_READY) break;
        ready.delete(oldest);
      }
      return tile;
    },
    close: () => file.close(),
  });
}

/** Issue: `server-archive` when there is no such file or it is not one of vector tiles. */
export async function openArchive(path: string): Promise<Result<TileArchive>> {
  const file = await open(path, 'r').catch(() => undefined);
  if (file === undefined) {
    return err(refusal(path, 'Không đọc được tệp ô bản đồ.', 'The file of tiles cannot be read.'));
  }
  const archive = await readArchive(path, file).catch(() =>
    err(
      refusal(path, 'Tệp không phải PMTiles 3, hoặc bị hỏng.', 'The file is not PMTiles 3, or is damaged.'),
    ),
  );
  if (!archive.ok) await file.close();
  return archive;
}
