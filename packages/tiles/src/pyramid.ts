import { type IsoDate, isValidOn, type LayerId } from '@giapranh/core';
import { EXTENT, POINT_BUFFER } from './cut/grid.js';
import { hilbertTileId, type TilePlace } from './pmtiles/hilbert.js';
import type { PreparedLayer } from './prepare.js';
import { joinTiles, type LayerTile, tileSource } from './tile-source.js';
import { type UnitBox, unitBoxesMeet, unitBoxOf } from './unit-box.js';

/** The layers as they are on a day. */
export function layersOn(layers: readonly PreparedLayer[], asOf: IsoDate): PreparedLayer[] {
  return layers.map((layer) => ({
    ...layer,
    features: layer.features.filter(({ validity }) => isValidOn(validity, asOf)),
  }));
}

interface Occupied extends TilePlace {
  readonly boxes: readonly UnitBox[];
}

/** The tile with what comes near it; nothing shown by a deeper tile lies outside its parent's reach. */
function occupy(place: TilePlace, among: readonly UnitBox[]): Occupied[] {
  const { z, x, y } = place;
  const margin = POINT_BUFFER / EXTENT;
  const [west, east] = [(x - margin) / 2 ** z, (x + 1 + margin) / 2 ** z];
  const [north, south] = [(y - margin) / 2 ** z, (y + 1 + margin) / 2 ** z];
  const boxes = among.filter((box) => unitBoxesMeet(box, [west, north, east, south]));
  return boxes.length === 0 ? [] : [{ ...place, boxes }];
}

function children({ z, x, y, boxes }: Occupied): Occupied[] {
  return [0, 1].flatMap((right) =>
    [0, 1].flatMap((down) => occupy({ z: z + 1, x: 2 * x + right, y: 2 * y + down }, boxes)),
  );
}

export interface PyramidOptions {
  readonly minZoom: number;
  readonly maxZoom: number;
  /** Told now and then: tiles looked at, of those of the zoom. */
  readonly onProgress?: (progress: { z: number; done: number; total: number }) => void;
}

/** A tile of all layers, and what it could not show; see `LayerTile`. */
export interface PyramidTile extends TilePlace {
  /** MVT 2.1, not compressed; empty where only what could not be drawn is counted. */
  readonly data: Uint8Array;
  /** By layer: what is drawn, and what is not. */
  readonly layers: readonly ({ readonly layer: LayerId } & Omit<LayerTile, 'data'>)[];
}

/** Tiles between two reports of progress. */
const REPORTED = 64;

/** Every tile with something in it or lost from it, in the order of `hilbertTileId`: what a file of tiles holds. */
export function* cutPyramid(
  layers: readonly PreparedLayer[],
  { minZoom, maxZoom, onProgress }: PyramidOptions,
): Generator<PyramidTile> {
  const sources = layers.map((layer) => tileSource(layer));
  const boxes = layers.flatMap(({ features }) =>
    features.map(({ lines }) => unitBoxOf(lines.map(({ xy }) => xy))),
  );
  let level = occupy({ z: 0, x: 0, y: 0 }, boxes);
  for (let z = 0; z <= maxZoom; z++) {
    if (z >= minZoom) {
      const ordered = level.map((place) => ({ place, id: hilbertTileId(place) })).sort((a, b) => a.id - b.id);
      for (const [done, { place }] of ordered.entries()) {
        if (done % REPORTED === 0) onProgress?.({ z, done, total: ordered.length });
        const { x, y } = place;
        const cuts = sources.flatMap((source) => {
          const cut = source.cut(z, x, y);
          const isNothing = cut === undefined || (cut.data.length === 0 && cut.collapsed === 0);
          return isNothing ? [] : [{ layer: source.definition.id, ...cut }];
        });
        if (cuts.length === 0) continue;
        yield {
          z,
          x,
          y,
          data: joinTiles(cuts.map((cut) => cut.data)),
          layers: cuts.map(({ layer, features, collapsed, thinned }) => ({
            layer,
            features,
            collapsed,
            thinned,
          })),
        };
      }
    }
    if (z < maxZoom) level = level.flatMap(children);
  }
}
