import { type GroundLayer, type IsoDate, layerFeatures, ok, type PreparedLayer, prepareLayer, type Result } from '@giapranh/core'; // biome-ignore format: one source
import type { ProcessWorld } from './world.js';

/** Drawn with the administrative linework, whose accuracy the profile states. */
const DRAWN_LAYERS: readonly GroundLayer[] = ['provinces', 'districts', 'communes', 'borders', 'border-zones', 'watch-units']; // biome-ignore format: a list
/** Layers kept at a time; the one used longest ago gives way. */
const KEPT = 24;

/**
 * Layers made ready for questions on overlaps, once for each vintage. They hold for the world they were made from: a
 * new revision of the data is a new world, with its own.
 */
export class OverlapLayers {
  readonly #ready = new Map<string, Result<PreparedLayer>>();
  #built = 0;

  /** Layers that had to be made so far. */
  get built(): number {
    return this.#built;
  }

  /** Issues: `vintage-unknown`, of `layerFeatures` and of `prepareLayer`; notes are repeated with each question. */
  on(
    { kernel, sources, risk, units }: Omit<ProcessWorld, 'overlapLayers'>,
    layer: GroundLayer,
    asOf: IsoDate,
  ): Result<PreparedLayer> {
    const vintage = units.registry.vintageAt(asOf);
    if (!vintage.ok) return vintage;
    const isDrawn = DRAWN_LAYERS.includes(layer);
    const key = `${layer} ${isDrawn ? vintage.value.id : asOf}`;
    const ready = this.#ready.get(key);
    if (ready !== undefined) return this.#keep(key, ready);
    this.#built += 1;
    const features = layerFeatures(kernel, sources, risk, layer, asOf);
    if (!features.ok) return features;
    const stated = sources.profile.vintages.find(({ id }) => id === vintage.value.id);
    const made = prepareLayer(kernel, features.value, { feature_error_m: isDrawn ? (stated?.accuracy_m ?? 0) : 0 }); // biome-ignore format: a call
    return this.#keep(key, made.ok ? ok(made.value, [...features.notes, ...made.notes]) : made);
  }

  #keep(key: string, layer: Result<PreparedLayer>): Result<PreparedLayer> {
    this.#ready.delete(key);
    this.#ready.set(key, layer);
    const [oldest] = this.#ready.keys();
    if (this.#ready.size > KEPT && oldest !== undefined) this.#ready.delete(oldest);
    return layer;
  }
}
