import { gzipSync } from 'node:zlib';
import { ok, type Result } from '@giapranh/core';
import { writeMbtiles } from '@giapranh/store';
import {
  cutPyramid,
  type Gzip,
  mbtilesMetadata,
  type PackedTile,
  type PreparedLayer,
  pmtilesArchive,
  type Tileset,
} from '@giapranh/tiles';
import type { CommandContext } from '../command.js';
import { text } from '../command.js';
import { type ArchiveFile, replaceFile, writeParts } from './archive-file.js';

/** Made once, read for years: the smallest. */
const gzip: Gzip = (content) => gzipSync(content, { level: 9 });

/** All tiles, packed, and what was drawn in them. */
export interface PackedPyramid {
  readonly tiles: readonly PackedTile[];
  /** A feature counts once a tile. */
  readonly features: number;
  /** Features too small for the grid of a tile they touch. */
  readonly collapsed: number;
  /** Points that gave way to more important ones. */
  readonly thinned: number;
}

export function packPyramid(
  layers: readonly PreparedLayer[],
  { minZoom, maxZoom }: Tileset,
  context: CommandContext,
): PackedPyramid {
  const tiles: PackedTile[] = [];
  let [features, collapsed, thinned] = [0, 0, 0];
  const onProgress = ({ z, done, total }: { z: number; done: number; total: number }): void =>
    context.terminal.progress(
      text(context, `Cắt ô mức ${z}: ${done}/${total}`, `Cutting tiles at z${z}: ${done}/${total}`),
    );
  for (const { z, x, y, data, ...counts } of cutPyramid(layers, { minZoom, maxZoom, onProgress })) {
    tiles.push({ z, x, y, data: gzip(data) });
    features += counts.features;
    collapsed += counts.collapsed;
    thinned += counts.thinned;
  }
  return { tiles, features, collapsed, thinned };
}

/** A file that was written. */
export interface WrittenArchive extends ArchiveFile {
  readonly bytes: number;
  readonly tiles: number;
}

/** Issues: those of `replaceFile` and of `writeMbtiles`. */
export async function writeArchive(
  file: ArchiveFile,
  tileset: Tileset,
  { tiles }: PackedPyramid,
): Promise<Result<WrittenArchive>> {
  const written = await replaceFile(file.path, async (partial) => {
    if (file.kind === 'mbtiles') return writeMbtiles(partial, mbtilesMetadata(tileset), tiles);
    await writeParts(partial, pmtilesArchive(tiles, tileset, gzip).parts);
    return ok(undefined);
  });
  return written.ok ? ok({ ...file, bytes: written.value, tiles: tiles.length }) : written;
}
