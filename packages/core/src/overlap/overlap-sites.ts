import type { GeometryKernel } from '../geometry/kernel.js';
import { ok, type Result } from '../result.js';
import { prepareLayer } from './prepared-layer.js';
import type { OverlapFeature, OverlapOptions, OverlapSite, SiteOverlap } from './site-overlap.js';

/**
 * Overlaps of sites with features of any layers: common area and length and shortest distance on the ellipsoid, and
 * whether they meet within the error bars. Pairs that do not meet are left out beyond `within_m`.
 *
 * A site known only by its communes is measured by their ground: `in` where a feature covers it all, otherwise
 * `undetermined` with the part of the ground that is covered as `share`.
 *
 * Invalid sites and features are repaired, or left out where repair would be guessing; each with a note that names
 * it. Fails only when nothing could be read. To ask more than once, keep the layer of `prepareLayer`.
 */
export function overlapSites(
  kernel: GeometryKernel,
  sites: readonly OverlapSite[],
  features: readonly OverlapFeature[],
  options: OverlapOptions = {},
): Result<SiteOverlap[]> {
  const layer = prepareLayer(kernel, features, options);
  if (!layer.ok) return layer;
  const found = layer.value.overlaps(sites);
  return found.ok ? ok(found.value, [...layer.notes, ...found.notes]) : found;
}
