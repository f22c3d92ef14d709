import { CATALOG, type LayerDefinition, type LayerFeature, ok, REGISTERS, type Result } from '@giapranh/core';
import {
  type FeatureStore,
  openStore,
  openTileDatabase,
  parseDatabaseUrl,
  type TileDatabase,
} from '@giapranh/store';
import {
  type LayerInput,
  type PreparedLayer,
  packLayers,
  prepareLayers,
  unpackLayers,
} from '@giapranh/tiles';
import { type Mark, markKey, markOf } from './mark.js';
import { readPrepared, writePrepared } from './prepared-file.js';
import type { MarkState, TileWorkerData } from './worker-messages.js';

/** Every layer tiles are made of: what is published and what people record. */
const LAYERS: readonly LayerDefinition[] = [...CATALOG, ...REGISTERS];

/** Where the features are. */
export interface TileStores {
  readonly store: FeatureStore;
  /** Makes tiles of layers too large for memory. */
  readonly database: TileDatabase | undefined;
}

/** What the tile thread works with. */
export interface OpenLayers {
  /** Layers kept in memory, generalised together. */
  readonly layers: PreparedLayer[];
  /** Layers too large for that. */
  readonly stored: readonly LayerDefinition[];
  readonly marks: readonly MarkState[];
  readonly prepared: boolean;
  /** Why what was prepared could not be written for the next start. */
  readonly notKept?: string;
}

/** Issues: those of opening the store. */
export async function openStores(data: TileWorkerData): Promise<Result<TileStores>> {
  const url = data.databaseUrl === null ? undefined : parseDatabaseUrl(data.databaseUrl);
  if (url !== undefined && !url.ok) return url;
  const store = await openStore({
    ...(url === undefined ? {} : { databaseUrl: url.value }),
    dataDir: data.dataDir,
    profile: data.profile,
  });
  if (!store.ok) return store;
  if (url === undefined) return ok({ store: store.value, database: undefined });
  const database = await openTileDatabase(url.value, data.profile, data.query_ms);
  return database.ok ? ok({ store: store.value, database: database.value }) : database;
}

/** How much there is and how new: tells content from content at no comparison of geometries. */
class Tally {
  #count = 0;
  #newest = 0;

  add(revision: number): void {
    this.#count += 1;
    this.#newest = Math.max(this.#newest, revision);
  }

  get text(): string {
    return `${this.#newest}-${this.#count}`;
  }
}

/** The features of the layers, and the state of all and of each mark. */
async function readFeatures(
  store: FeatureStore,
  definitions: readonly LayerDefinition[],
): Promise<{ inputs: LayerInput[]; revision: string; marks: MarkState[] }> {
  const inputs: LayerInput[] = [];
  const [all, byMark] = [new Tally(), new Map<string, { mark: Mark; tally: Tally }>()];
  for (const definition of definitions) {
    const features: LayerFeature[] = [];
    for await (const feature of store.each(definition.id)) {
      features.push(feature);
      all.add(feature.revision);
      const mark = markOf({ ...feature, secrecy: feature.secrecy ?? definition.secrecy });
      const own = byMark.get(markKey(mark)) ?? { mark, tally: new Tally() };
      byMark.set(markKey(mark), own);
      own.tally.add(feature.revision);
    }
    inputs.push({ definition, features });
  }
  const marks = [...byMark.values()].map(({ mark, tally }) => ({ mark, state: tally.text }));
  return { inputs, revision: all.text, marks };
}

/** The layers from the prepared file of this very content, or prepared anew and written there. */
export async function openLayers(
  { store, database }: TileStores,
  { preparedPath, featuresInMemory }: TileWorkerData,
): Promise<OpenLayers> {
  const { layers: summaries } = await store.info();
  const countOf = (id: string): number => summaries.find(({ layer }) => layer === id)?.count ?? 0;
  const isStored = ({ id }: LayerDefinition): boolean =>
    database !== undefined && countOf(id) > featuresInMemory;
  const [stored, kept] = [LAYERS.filter(isStored), LAYERS.filter((layer) => !isStored(layer))];
  const { inputs, revision, marks } = await readFeatures(store, kept);

  const path = `${preparedPath}-${revision}.tiles`;
  const packed = await readPrepared(path);
  const unpacked = packed === undefined ? undefined : unpackLayers(packed, kept);
  if (unpacked?.ok === true && unpacked.value.length === kept.length) {
    return { layers: unpacked.value, stored, marks, prepared: false };
  }
  const layers = prepareLayers(inputs);
  const notKept = await writePrepared(path, packLayers(layers)).then(
    () => undefined,
    (error: unknown) => String(error),
  );
  return { layers, stored, marks, prepared: true, ...(notKept === undefined ? {} : { notKept }) };
}
