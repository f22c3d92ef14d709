import { type Tileset, tilesetMetadata } from '../tileset.js';
import { type Gzip, packDirectories } from './directory.js';
import { encodeHeader, FIRST_REQUEST_BYTES, HEADER_BYTES, type TileCounts } from './header.js';
import type { TilePlace } from './hilbert.js';
import { TileContents } from './tile-contents.js';

/** A tile as files keep it: a gzip of MVT 2.1. */
export interface PackedTile extends TilePlace {
  readonly data: Uint8Array;
}

export interface PmtilesArchive extends TileCounts {
  /** The whole file, in pieces to be written one after another. */
  readonly parts: readonly Uint8Array[];
}

/**
 * A PMTiles 3 archive: clustered, each content once, runs of one content as one entry, leaf directories where the
 * root would not come with a reader's first request. The same tiles give the same bytes. Tiles come in the order of
 * `hilbertTileId`; throws RangeError otherwise.
 */
export function pmtilesArchive(tiles: Iterable<PackedTile>, tileset: Tileset, gzip: Gzip): PmtilesArchive {
  const contents = new TileContents();
  for (const tile of tiles) contents.add(tile, tile.data);
  const { root, leaves } = packDirectories(contents.entries, gzip, FIRST_REQUEST_BYTES - HEADER_BYTES);
  const described = { ...tilesetMetadata(tileset), vector_layers: tileset.vectorLayers };
  const metadata = gzip(JSON.stringify(described));
  const counts = {
    addressed: contents.addressed,
    entries: contents.entries.length,
    contents: contents.parts.length,
  };
  const lengths = {
    root: root.length,
    metadata: metadata.length,
    leaves: leaves.reduce((sum, leaf) => sum + leaf.length, 0),
    tiles: contents.size_bytes,
  };
  const header = encodeHeader(lengths, counts, tileset);
  return { ...counts, parts: [header, root, metadata, ...leaves, ...contents.parts] };
}
