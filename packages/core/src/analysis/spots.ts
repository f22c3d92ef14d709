import type { LayerFeature } from '../feature.js';

function spotOf({ geometry }: LayerFeature): string | undefined {
  return geometry.type === 'Point' ? geometry.coordinates.join(' ') : undefined;
}

/**
 * Sites known by their commune share its point. Each point feature gets `spot_index`, the turn of its site among
 * those drawn at the same spot (0 first, by site id), so that a map can draw them side by side instead of one over
 * the other. A site keeps its turn in every vintage, and nothing is moved: geometries stay as they are.
 */
export function withSpots(features: readonly LayerFeature[]): LayerFeature[] {
  const siteOf = ({ properties }: LayerFeature): string => String(properties['site_id']);
  const sitesAt = new Map<string, Set<string>>();
  for (const feature of [...features].sort((a, b) => (siteOf(a) < siteOf(b) ? -1 : 1))) {
    const spot = spotOf(feature);
    if (spot === undefined) continue;
    const sites = sitesAt.get(spot) ?? new Set();
    sitesAt.set(spot, sites.add(siteOf(feature)));
  }
  return features.map((feature) => {
    const sites = sitesAt.get(spotOf(feature) ?? '');
    if (sites === undefined) return feature;
    const spot_index = [...sites].indexOf(siteOf(feature));
    return { ...feature, properties: { ...feature.properties, spot_index } };
  });
}
