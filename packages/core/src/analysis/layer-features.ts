import { LAYER_IDS, type LayerId } from '../catalog.js';
import type { LayerFeature } from '../feature.js';
import type { GeometryKernel } from '../geometry/kernel.js';
import { type Issue, issue } from '../issue.js';
import { err, ok, type Result } from '../result.js';
import type { RiskContext } from '../risk/risk-context.js';
import { type IsoDate, isValidOn } from '../units.js';
import { borderFeature } from './border-features.js';
import { groundUnits, groundZones } from './ground-layers.js';
import type { ProfileSources } from './sources.js';
import { unitFeatures } from './unit-features.js';
import { watchFeatures } from './watch-features.js';

/** What sites can be laid over: every layer that is ground or line before any site is judged. */
export const GROUND_LAYERS = [
  'provinces',
  'districts',
  'communes',
  'borders',
  'border-zones',
  'watch-units',
  'places',
  'roads',
  'rivers',
] as const satisfies readonly LayerId[];

export type GroundLayer = (typeof GROUND_LAYERS)[number];

/** Issue: `layer-unknown`, naming the layers there are. */
export function groundLayer(id: string): Result<GroundLayer> {
  const found = GROUND_LAYERS.find((layer) => layer === id);
  return found === undefined ? err(unknownLayer(id)) : ok(found);
}

function unknownLayer(id: string): Issue {
  const published = LAYER_IDS.some((layer) => layer === id);
  const layers = GROUND_LAYERS.join(', ');
  return issue(
    'layer-unknown',
    ['layer', id],
    published ? `Lớp “${id}” không có đất hay đường để so với khu vực.` : `Không có lớp “${id}”.`,
    published ? `The layer "${id}" has no ground or line to lay sites over.` : `There is no layer "${id}".`,
    { vi: `Các lớp: ${layers}.`, en: `Layers: ${layers}.` },
  );
}

/**
 * The features of one layer as of a day, as `analyseProfile` publishes them but for the sums of sites. Issues: those
 * of the ground and of the zones.
 */
export function layerFeatures(
  kernel: GeometryKernel,
  sources: ProfileSources,
  context: RiskContext,
  layer: GroundLayer,
  asOf: IsoDate,
): Result<readonly LayerFeature[]> {
  if (layer === 'places' || layer === 'roads' || layer === 'rivers') {
    return ok(sources[layer].filter(({ validity }) => isValidOn(validity, asOf)));
  }
  const vintage = context.registry.vintageAt(asOf);
  if (!vintage.ok) return vintage;
  const ground = context.ground(vintage.value.id);
  if (!ground.ok) return ground;
  switch (layer) {
    case 'borders':
      return ok(
        ground.value.borders.map((line) => borderFeature(ground.value, line)),
        ground.notes,
      );
    case 'border-zones':
      return groundZones(kernel, sources, ground.value);
    case 'watch-units':
      return ok(watchFeatures(sources.profile, ground.value), ground.notes);
    default: {
      const units = unitFeatures(context.registry, groundUnits(ground.value), [], ground.value.watch);
      return ok(
        units.filter((feature) => feature.layer === layer),
        ground.notes,
      );
    }
  }
}
