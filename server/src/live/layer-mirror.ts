import type { LayerId } from '@giapranh/core';
import type { Change, FeatureStore, StoredFeature } from '@giapranh/store';
import { readRows } from './read-rows.js';

/** A feature as it was before a change, and as it is now. */
export interface Turned<Kept> {
  readonly before: Kept | undefined;
  readonly after: Kept | undefined;
}

/** What the analysis knows of a layer as it is stored: read once, then kept by what the store tells of changes. */
export class LayerMirror<Kept extends Pick<StoredFeature, 'revision'>> {
  readonly layer: LayerId;
  readonly #store: FeatureStore;
  /** What is kept of a feature; `undefined`: it is not looked at. */
  readonly #keep: (feature: StoredFeature) => Kept | undefined;
  readonly #rows = new Map<string, Kept>();

  constructor(store: FeatureStore, layer: LayerId, keep: (feature: StoredFeature) => Kept | undefined) {
    this.layer = layer;
    this.#store = store;
    this.#keep = keep;
  }

  get(id: string): Kept | undefined {
    return this.#rows.get(id);
  }

  rows(): readonly Kept[] {
    return [...this.#rows.values()];
  }

  /** Takes over what is stored now, of some features or (`null`) of all; tells what is another than it was. */
  async take(ids: Change['ids']): Promise<readonly Turned<Kept>[]> {
    if (ids === null) return this.#takeAll();
    const found = await readRows(this.#store, this.layer, ids);
    return ids.flatMap((id, at) => this.#set(id, found[at]));
  }

  async #takeAll(): Promise<readonly Turned<Kept>[]> {
    const left = new Set(this.#rows.keys());
    const turned: Turned<Kept>[] = [];
    for await (const feature of this.#store.each(this.layer)) {
      left.delete(feature.id);
      turned.push(...this.#set(feature.id, feature));
    }
    return [...turned, ...[...left].flatMap((id) => this.#set(id, undefined))];
  }

  /** What is still of the same revision stays the same object. */
  #set(id: string, feature: StoredFeature | undefined): readonly Turned<Kept>[] {
    const before = this.#rows.get(id);
    if (before?.revision === feature?.revision) return [];
    const after = feature === undefined ? undefined : this.#keep(feature);
    if (after === undefined) this.#rows.delete(id);
    else this.#rows.set(id, after);
    return before === undefined && after === undefined ? [] : [{ before, after }];
  }
}
