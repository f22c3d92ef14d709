import {
  filterMatcher,
  type IsoDate,
  type LayerDefinition,
  type LayerId,
  type Validity,
} from '@giapranh/core';
import type { TileDatabase } from '@giapranh/store';
import {
  type Choice,
  type FeatureChange,
  type LayerTile,
  type LayerUpdate,
  type PreparedFeature,
  type PreparedLayer,
  type TileSource,
  tileNumber,
  tileReach,
  tileRules,
  tileSource,
  updateLayers,
} from '@giapranh/tiles';
import type { Geometry } from 'geojson';
import { isShown, markOf } from './mark.js';
import { dayIn, type Periods, periodOn, periodsOf } from './periods.js';
import type { CutRequest } from './worker-messages.js';

/** A filter asks properties; of tiles it never asks geometry. */
const NOWHERE: Geometry = { type: 'GeometryCollection', geometries: [] };

function choiceOf({ secrecy, units, filter }: CutRequest): (layer: LayerId) => Choice {
  const mayShow = (feature: PreparedFeature): boolean => isShown(markOf(feature), { secrecy, units });
  if (filter === null) return () => ({ mayShow });
  const matches = filterMatcher(filter);
  return (layer) => ({
    mayShow,
    isWanted: ({ id, properties, validity }) =>
      matches({ layer, id, properties, validity, geometry: NOWHERE }),
  });
}

/** Cuts tiles of the layers in memory and has the database cut those of the others. */
export class LayerCutter {
  #layers: readonly PreparedLayer[];
  readonly #stored: readonly LayerDefinition[];
  readonly #database: TileDatabase | undefined;
  #storedValidities: readonly Validity[] = [];
  #periods: Periods = { changes: [] };
  /** The sources of all layers as they are in one period, by the day that stands for it; made when first asked for. */
  #sources = new Map<IsoDate, Map<LayerId, TileSource>>();

  constructor(
    layers: readonly PreparedLayer[],
    stored: readonly LayerDefinition[],
    database: TileDatabase | undefined,
  ) {
    this.#layers = layers;
    this.#stored = stored;
    this.#database = database;
  }

  get layers(): readonly PreparedLayer[] {
    return this.#layers;
  }

  get periods(): Periods {
    return this.#periods;
  }

  /** Looks again on which days something begins or ends. */
  async refreshPeriods(): Promise<void> {
    const stored = await Promise.all(this.#stored.map(({ id }) => this.#database?.validities(id) ?? []));
    this.#storedValidities = stored.flat();
    this.#findPeriods();
  }

  #findPeriods(): void {
    const own = this.#layers.flatMap(({ features }) => features.map(({ validity }) => validity));
    const before = this.#periods.changes.join();
    this.#periods = periodsOf([...own, ...this.#storedValidities]);
    if (before !== this.#periods.changes.join()) this.#sources.clear();
  }

  #sourcesOn(asOf: IsoDate): Map<LayerId, TileSource> {
    const day = dayIn(this.#periods, periodOn(this.#periods, asOf)) ?? asOf;
    const sources =
      this.#sources.get(day) ??
      new Map(this.#layers.map((layer) => [layer.definition.id, tileSource(layer, day)]));
    this.#sources.set(day, sources);
    return sources;
  }

  /** The layers of a tile, in the order asked. */
  async cut(request: CutRequest): Promise<LayerTile[]> {
    const { z, x, y, asOf, secrecy, units, filter } = request;
    const [sources, choose] = [this.#sourcesOn(asOf), choiceOf(request)];
    const tiles: LayerTile[] = [];
    for (const layer of request.layers) {
      const stored = this.#stored.find(({ id }) => id === layer);
      const tile =
        stored === undefined || this.#database === undefined
          ? sources.get(layer)?.cut(z, x, y, choose(layer))
          : await this.#database.tile(
              {
                ...{ layer, z, x, y, asOf, secrecy, reach: tileReach(z, x, y) },
                ...(units === null ? {} : { units }),
                ...(filter === null ? {} : { filter }),
                ...tileRules(stored, z),
              },
              tileNumber,
            );
      if (tile !== undefined) tiles.push(tile);
    }
    return tiles;
  }

  /** Takes an edit over; sources go on with what did not change. */
  update(changes: readonly FeatureChange[]): readonly LayerUpdate[] {
    const { layers, updates } = updateLayers(this.#layers, changes);
    this.#layers = layers;
    const changed = new Map(layers.map((layer) => [layer.definition.id, layer]));
    for (const sources of this.#sources.values()) {
      for (const { layer } of updates) {
        const [source, next] = [sources.get(layer), changed.get(layer)];
        if (source !== undefined && next !== undefined) sources.set(layer, source.with(next));
      }
    }
    this.#findPeriods();
    return updates;
  }
}
