import { gzipSync } from 'node:zlib';
import { type LayerId, ok, type Result } from '@giapranh/core';
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

/** What happened to a layer's features, once a tile. */
export interface LayerCounts {
  readonly layer: LayerId;
  /** Drawn; a feature counts once a tile. */
  features: number;
  /** Too small for the grid of a tile they touch; units keep the point of their name. */
  collapsed: number;
  /** Points that gave way to more important ones. */
  thinned: number;
}

/** All tiles, packed, and what was drawn in them. */
export interface PackedPyramid {
  readonly tiles: readonly PackedTile[];
  readonly layers: readonly LayerCounts[];
}

export function packPyramid(
  layers: readonly PreparedLayer[],
  { minZoom, maxZoom }: Pick<Tileset, 'minZoom' | 'maxZoom'>,
  context: CommandContext,
): PackedPyramid {
  const tiles: PackedTile[] = [];
  const counts = new Map(
    layers.map(({ definition: { id } }): [LayerId, LayerCounts] => [
      id,
      { layer: id, features: 0, collapsed: 0, thinned: 0 },
    ]),
  );
  const onProgress = ({ z, done, total }: { z: number; done: number; total: number }): void =>
    context.terminal.progress(
      text(context, `Cắt ô mức ${z}: ${done}/${total}`, `Cutting tiles at z${z}: ${done}/${total}`),
    );
  for (const { z, x, y, data, layers: found } of cutPyramid(layers, { minZoom, maxZoom, onProgress })) {
    if (data.length > 0) tiles.push({ z, x, y, data: gzip(data) });
    for (const { layer, features, collapsed, thinned } of found) {
      const count = counts.get(layer);
      if (count === undefined) continue;
      count.features += features;
      count.collapsed += collapsed;
      count.thinned += thinned;
    }
  }
  return { tiles, layers: [...counts.values()] };
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
