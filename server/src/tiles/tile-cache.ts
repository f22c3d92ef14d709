import { type TileAddress, tileKey } from './tile-address.js';

/** A tile ready to send. */
export interface CachedTile {
  /** Compressed with gzip; `null` when nothing is in the tile. */
  readonly gzip: Uint8Array | null;
  /** Compressed with Brotli: a moment later than gzip, absent until then. */
  readonly brotli?: Uint8Array;
  /** Of the content, whatever the encoding: weak. */
  readonly etag: string;
}

const ENTRY_OVERHEAD_bytes = 400;

interface Entry {
  readonly address: TileAddress;
  readonly tile: CachedTile;
}

/** The tiles asked for most recently, up to a number of bytes. */
export class TileCache {
  readonly #limit_bytes: number;
  readonly #entries = new Map<string, Entry>();
  bytes = 0;

  constructor(limit_bytes: number) {
    this.#limit_bytes = limit_bytes;
  }

  get size(): number {
    return this.#entries.size;
  }

  get(address: TileAddress): CachedTile | undefined {
    const key = tileKey(address);
    const entry = this.#entries.get(key);
    if (entry === undefined) return undefined;
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    return entry.tile;
  }

  set(address: TileAddress, tile: CachedTile): void {
    const key = tileKey(address);
    this.#drop(key);
    this.#entries.set(key, { address, tile });
    this.bytes += weight(key, tile);
    for (const oldest of this.#entries.keys()) {
      if (this.bytes <= this.#limit_bytes) break;
      this.#drop(oldest);
    }
  }

  /** Adds the second encoding to a tile that is still the same. */
  complete(address: TileAddress, etag: string, brotli: Uint8Array): void {
    const tile = this.#entries.get(tileKey(address))?.tile;
    if (tile?.etag === etag) this.set(address, { ...tile, brotli });
  }

  /** Forgets the tiles that an edit touches; the value is how many. */
  forget(isTouched: (address: TileAddress) => boolean): number {
    let forgotten = 0;
    for (const [key, { address }] of this.#entries) {
      if (!isTouched(address)) continue;
      this.#drop(key);
      forgotten += 1;
    }
    return forgotten;
  }

  #drop(key: string): void {
    const entry = this.#entries.get(key);
    if (entry === undefined) return;
    this.#entries.delete(key);
    this.bytes -= weight(key, entry.tile);
  }
}

/** Keys hold whatever filter was asked for, and count. */
function weight(key: string, { gzip, brotli }: CachedTile): number {
  return (gzip?.byteLength ?? 0) + (brotli?.byteLength ?? 0) + 4 * key.length + ENTRY_OVERHEAD_bytes;
}
