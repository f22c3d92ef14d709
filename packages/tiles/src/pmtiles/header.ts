import type { Tileset } from '../tileset.js';

export const HEADER_BYTES = 127;
/** Where readers expect the root directory to end at the latest. */
export const FIRST_REQUEST_BYTES = 16_384;

const MAGIC = 'PMTiles';
const VERSION = 3;
const GZIP = 2;
const VECTOR_TILES = 1;
const STEPS_PER_DEGREE = 1e7;

/** Lengths of the sections, which follow each other in this order. */
export interface SectionLengths {
  readonly root: number;
  readonly metadata: number;
  readonly leaves: number;
  readonly tiles: number;
}

export interface TileCounts {
  /** Tiles. */
  readonly addressed: number;
  /** Runs of tiles that share a content. */
  readonly entries: number;
  readonly contents: number;
}

/** The 127 bytes a PMTiles 3 archive begins with; little-endian. */
export function encodeHeader(lengths: SectionLengths, counts: TileCounts, tileset: Tileset): Uint8Array {
  const bytes = new Uint8Array(HEADER_BYTES);
  const view = new DataView(bytes.buffer);
  bytes.set([...MAGIC].map((letter) => letter.charCodeAt(0)));
  view.setUint8(7, VERSION);
  let [at, offset] = [8, HEADER_BYTES];
  const number = (value: number): void => {
    view.setBigUint64(at, BigInt(value), true);
    at += 8;
  };
  for (const length of [lengths.root, lengths.metadata, lengths.leaves, lengths.tiles]) {
    number(offset);
    number(length);
    offset += length;
  }
  for (const count of [counts.addressed, counts.entries, counts.contents]) number(count);
  const isClustered = 1;
  const { minZoom, maxZoom, bounds, center } = tileset;
  for (const value of [isClustered, GZIP, GZIP, VECTOR_TILES, minZoom, maxZoom]) view.setUint8(at++, value);
  const degrees = (value: number): void => {
    view.setInt32(at, Math.round(value * STEPS_PER_DEGREE), true);
    at += 4;
  };
  bounds.forEach(degrees);
  view.setUint8(at++, center.zoom);
  degrees(center.lon_deg);
  degrees(center.lat_deg);
  return bytes;
}
