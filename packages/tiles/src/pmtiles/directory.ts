import { ByteWriter } from './byte-writer.js';

/** Compresses bytes, or text as UTF-8; the same content must always give the same bytes. */
export type Gzip = (content: Uint8Array | string) => Uint8Array;

/** A run of tiles with one content, or (`runLength` 0) a leaf directory that begins with the tile. */
export interface DirectoryEntry {
  readonly tileId: number;
  /** From the start of its section. */
  readonly offset: number;
  readonly length: number;
  readonly runLength: number;
}

/** Entries in the order of their tile ids, a column after another, as PMTiles 3 has them; not yet compressed. */
export function encodeDirectory(entries: readonly DirectoryEntry[]): Uint8Array {
  const writer = new ByteWriter();
  writer.varint(entries.length);
  let before = 0;
  for (const { tileId } of entries) {
    writer.varint(tileId - before);
    before = tileId;
  }
  for (const { runLength } of entries) writer.varint(runLength);
  for (const { length } of entries) writer.varint(length);
  let next: number | undefined;
  for (const { offset, length } of entries) {
    // Zero says: right after the entry before.
    writer.varint(offset === next ? 0 : offset + 1);
    next = offset + length;
  }
  return writer.bytes();
}

export interface Directories {
  readonly root: Uint8Array;
  readonly leaves: readonly Uint8Array[];
}

const SMALLEST_LEAF = 4096;

/**
 * The directories, compressed. A root longer than `rootLimit_bytes` would not come with a reader's first request:
 * then it lists leaves, as small ones as its limit allows.
 */
export function packDirectories(
  entries: readonly DirectoryEntry[],
  gzip: Gzip,
  rootLimit_bytes: number,
): Directories {
  const whole = gzip(encodeDirectory(entries));
  if (whole.length <= rootLimit_bytes) return { root: whole, leaves: [] };
  for (let size = SMALLEST_LEAF; ; size *= 2) {
    const leaves: Uint8Array[] = [];
    const listed: DirectoryEntry[] = [];
    let offset = 0;
    for (let at = 0; at < entries.length; at += size) {
      const part = entries.slice(at, at + size);
      const leaf = gzip(encodeDirectory(part));
      leaves.push(leaf);
      listed.push({ tileId: part[0]?.tileId ?? 0, offset, length: leaf.length, runLength: 0 });
      offset += leaf.length;
    }
    const root = gzip(encodeDirectory(listed));
    if (root.length <= rootLimit_bytes || leaves.length === 1) return { root, leaves };
  }
}
