import type { DirectoryEntry } from './directory.js';
import { hilbertTileId, type TilePlace } from './hilbert.js';

/** FNV-1a; equal bytes are found by it and then compared. */
function hashOf(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}

interface Content {
  readonly data: Uint8Array;
  readonly offset: number;
}

/** The tile data section: each content once, in the order of the first tile that has it. */
export class TileContents {
  readonly entries: DirectoryEntry[] = [];
  readonly #byHash = new Map<number, Content[]>();
  readonly #parts: Uint8Array[] = [];
  #size_bytes = 0;
  #addressed = 0;
  #lastId = -1;

  /** Tiles come in the order of their ids; throws RangeError otherwise. */
  add(place: TilePlace, data: Uint8Array): void {
    const tileId = hilbertTileId(place);
    if (tileId <= this.#lastId) throw new RangeError(`tile ${tileId} after ${this.#lastId}`);
    const { offset } = this.#keep(data);
    const last = this.entries.at(-1);
    if (last !== undefined && last.offset === offset && tileId === this.#lastId + 1) {
      this.entries[this.entries.length - 1] = { ...last, runLength: last.runLength + 1 };
    } else {
      this.entries.push({ tileId, offset, length: data.length, runLength: 1 });
    }
    this.#lastId = tileId;
    this.#addressed += 1;
  }

  get parts(): readonly Uint8Array[] {
    return this.#parts;
  }

  get size_bytes(): number {
    return this.#size_bytes;
  }

  /** Tiles, however many share a content. */
  get addressed(): number {
    return this.#addressed;
  }

  #keep(data: Uint8Array): Content {
    const hash = hashOf(data);
    const alike = this.#byHash.get(hash) ?? [];
    const known = alike.find((content) => sameBytes(content.data, data));
    if (known !== undefined) return known;
    const content = { data, offset: this.#size_bytes };
    this.#byHash.set(hash, [...alike, content]);
    this.#parts.push(data);
    this.#size_bytes += data.length;
    return content;
  }
}
