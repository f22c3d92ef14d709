import type { LayerDefinition } from '@giapranh/core';
import type { Change, FeatureStore } from '@giapranh/store';
import { changedGround, type FeatureChange, type LayerUpdate } from '@giapranh/tiles';
import type { LayerCutter } from './layer-cutter.js';
import { type Mark, markKey, markOf } from './mark.js';
import type { LayerChange } from './worker-messages.js';

/** The features a change names as they are now; all of the layer, and those that were, when it names none. */
async function readChange(
  { layer, ids }: Change,
  store: FeatureStore,
  cutter: LayerCutter,
): Promise<FeatureChange[]> {
  if (ids !== null) {
    const found = await Promise.all(ids.map((id) => store.get(layer, id)));
    return ids.map((id, at) => ({ layer, id, feature: found[at] }));
  }
  const known = cutter.layers.find(({ definition }) => definition.id === layer);
  const changes = new Map<string, FeatureChange>(
    known?.features.map(({ id }) => [id, { layer, id, feature: undefined }]),
  );
  for await (const feature of store.each(layer)) changes.set(feature.id, { layer, id: feature.id, feature });
  return [...changes.values()];
}

function marksOf({ gone, come }: LayerUpdate): Mark[] {
  const marks = [...gone, ...come].map(markOf);
  return [...new Map(marks.map((mark) => [markKey(mark), mark])).values()];
}

/** Brings the cutter up to date with the store; tells what changed, layer by layer. */
export async function takeChanges(
  changes: readonly Change[],
  store: FeatureStore,
  cutter: LayerCutter,
  stored: readonly LayerDefinition[],
): Promise<LayerChange[]> {
  const isStored = ({ layer }: Change): boolean => stored.some(({ id }) => id === layer);
  const read = await Promise.all(
    changes.filter((change) => !isStored(change)).map((change) => readChange(change, store, cutter)),
  );
  const deepest = Math.max(...cutter.layers.map(({ definition }) => definition.zoom.max));
  const updates = cutter.update(read.flat());
  return [
    ...updates.map((update) => ({
      layer: update.layer,
      marks: marksOf(update),
      ground: changedGround([update], deepest),
    })),
    ...changes.filter(isStored).map(({ layer }) => ({ layer, marks: null, ground: null })),
  ];
}
