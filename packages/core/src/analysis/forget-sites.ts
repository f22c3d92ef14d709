import type { Geometry } from 'geojson';
import { type Bbox, bboxesMeet, bboxOf } from '../geometry/bbox.js';
import { boxWithin } from '../overlap/nearness.js';
import type { RiskContext } from '../risk/risk-context.js';
import { layersAsked } from '../risk/rule-ground.js';
import type { Site } from '../risk/site.js';
import type { Rule } from '../rule.js';
import type { SiteMemory } from './site-layers.js';

/** A feature of a layer that rules ask about came, went or changed: where it was, and where it is. */
export interface LayerChange {
  readonly layer: string;
  readonly places: readonly Geometry[];
}

/**
 * Takes out of the memory what such changes may have made wrong: sites within the reach of a rule that asks about the
 * layer. Rules that name units or numbers, not places, reach everywhere.
 */
export function forgetSites(
  context: RiskContext,
  memory: SiteMemory,
  sites: readonly Site[],
  changes: readonly LayerChange[],
): void {
  const touched = changes.flatMap(({ layer, places }) => {
    const reach_m = reachOf(context.profile.rules.filter((rule) => layersAsked(rule).includes(layer)));
    return reach_m === null ? [] : places.map((place) => ({ box: bboxOf(place), reach_m }));
  });
  for (const site of touched.length === 0 ? [] : sites) {
    const own = boxesOf(context, site);
    const error_m = site.precision.kind === 'position' ? site.precision.error_m : 0;
    const isNear = touched.some(({ box, reach_m }) => {
      if (reach_m === Number.POSITIVE_INFINITY) return true;
      const grown = boxWithin(box, reach_m + error_m);
      return own.some((part) => bboxesMeet(grown, part));
    });
    if (isNear) for (const known of memory.values()) known.delete(site);
  }
}

/** How far from a feature rules look; `null` where none asks. */
function reachOf(rules: readonly Rule[]): number | null {
  const reaches = rules.map((rule): number => {
    switch (rule.kind) {
      case 'sighting-near':
        return rule.within_m + rule.layer_error_m;
      case 'overlaps-layer':
        return rule.layer_error_m;
      case 'levelling-in':
        return rule.ground.type === 'layer' ? rule.ground.layer_error_m : 0;
      default:
        return Number.POSITIVE_INFINITY;
    }
  });
  return reaches.length === 0 ? null : Math.max(...reaches);
}

function boxesOf({ communes }: RiskContext, { geometry, precision }: Site): readonly Bbox[] {
  if (precision.kind === 'position') return [bboxOf(geometry)];
  return precision.communes.flatMap((commune) => {
    const ground = communes.of(commune);
    return ground.ok && ground.value !== null ? [bboxOf(ground.value)] : [];
  });
}
