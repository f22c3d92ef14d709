import type { LayerId } from '@giapranh/core';
import type { FilterSpecification, LayerSpecification } from 'maplibre-gl';
import type { StyleContext } from './context.js';
import { BESIDE } from './sites.js';
import { sourceOf } from './sources.js';

const OUTLINED = ['provinces', 'districts', 'communes', 'borders', 'border-zones', 'watch-units'] as const;

/** Layers whose chosen feature is marked on the map. */
export const HIGHLIGHTED: readonly LayerId[] = [...OUTLINED, 'mineral-sites'];

/** The style layers that mark it; the map sets their filter. */
export function highlightLayer(layer: LayerId): readonly string[] {
  return layer === 'mineral-sites' ? ['chosen-mineral-sites'] : [`chosen-${layer}-casing`, `chosen-${layer}`];
}

const NOTHING: FilterSpecification = ['==', ['get', 'id'], ''];

export function outlines({ tokens }: StyleContext): LayerSpecification[] {
  const layout = { 'line-join': 'round', 'line-cap': 'round' } as const;
  return OUTLINED.flatMap((layer): LayerSpecification[] => {
    const base = { source: sourceOf(layer) ?? '', 'source-layer': layer, filter: NOTHING, layout };
    return [
      {
        id: `chosen-${layer}-casing`,
        type: 'line',
        ...base,
        paint: { 'line-color': tokens.map.halo, 'line-width': 6.5, 'line-opacity': 0.9 },
      },
      {
        id: `chosen-${layer}`,
        type: 'line',
        ...base,
        paint: { 'line-color': tokens.map.select, 'line-width': 3 },
      },
    ];
  });
}

export function chosenSite(): LayerSpecification {
  return {
    id: 'chosen-mineral-sites',
    type: 'symbol',
    source: 'analysis',
    'source-layer': 'mineral-sites',
    filter: NOTHING,
    layout: {
      'icon-image': 'site-chosen',
      'icon-offset': BESIDE,
      'icon-allow-overlap': true,
      'icon-ignore-placement': true,
    },
  };
}
