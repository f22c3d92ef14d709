import type { LayerFeature } from '../feature.js';

/**
 * Sites known by their commune share its point. Each point feature gets `spot_index`, its turn among those drawn at
 * the same spot in the same vintage (0 first, by id), so that a map can draw them side by side instead of one
 * over the other. Nothing is moved: geometries stay as they are.
 */
export function withSpots(features: readonly LayerFeature[]): LayerFeature[] {
  const spotOf = ({ geometry, properties }: LayerFeature): string | undefined =>
    geometry.type === 'Point'
      ? `${String(properties['vintage'])} ${geometry.coordinates.join(' ')}`
      : undefined;
  const turns = new Map<string, number>();
  const indices = new Map<string, number>();
  for (const feature of [...features].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const spot = spotOf(feature);
    if (spot === undefined) continue;
    const turn = turns.get(spot) ?? 0;
    turns.set(spot, turn + 1);
    indices.set(feature.id, turn);
  }
  return features.map((feature) => {
    const index = indices.get(feature.id);
    return index === undefined
      ? feature
      : { ...feature, properties: { ...feature.properties, spot_index: index } };
  });
}
