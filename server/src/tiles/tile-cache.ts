/** A tile ready to send. */
export interface CachedTile {
  /** Compressed with gzip; `null` when nothing is in the tile. */
  readonly gzip: Uint8Array | null;
  /** Of the content, whatever the encoding: weak. */
  readonly etag: string;
}

const ENTRY_OVERHEAD_bytes = 300;

/** The tiles asked for most recently, up to a number of bytes. */
export class TileCache {
  readonly #limit_bytes: number;
  readonly #tiles = new Map<string, CachedTile>();
  bytes = 0;

  constructor(limit_bytes: number) {
    this.#limit_bytes = limit_bytes;
  }

  get size(): number {
    return this.#tiles.size;
  }

  get(key: string): CachedTile | undefined {
    const tile = this.#tiles.get(key);
    if (tile === undefined) return undefined;
    this.#tiles.delete(key);
    this.#tiles.set(key, tile);
    return tile;
  }

  set(key: string, tile: CachedTile): void {
    this.#drop(key);
    this.#tiles.set(key, tile);
    this.bytes += weight(tile);
    for (const oldest of this.#tiles.keys()) {
      if (this.bytes <= this.#limit_bytes) break;
      this.#drop(oldest);
    }
  }

  clear(): void {
    this.#tiles.clear();
    this.bytes = 0;
  }

  #drop(key: string): void {
    const tile = this.#tiles.get(key);
    if (tile === undefined) return;
    this.#tiles.delete(key);
    this.bytes -= weight(tile);
  }
}

function weight(tile: CachedTile): number {
  return (tile.gzip?.byteLength ?? 0) + ENTRY_OVERHEAD_bytes;
}
