import { layerDefinition } from '@giapranh/core';
import type { LayerSpecification } from 'maplibre-gl';

/** Tiles carry every layer at every zoom; a style layer draws it from where the catalogue shows it. */
export function shownFrom(layer: LayerSpecification): LayerSpecification {
  const source = 'source-layer' in layer ? layer['source-layer'] : undefined;
  const from = layerDefinition(source?.replace(/-labels$/, '') ?? '')?.shownFrom ?? 0;
  return from === 0 ? layer : { ...layer, minzoom: Math.max(from, layer.minzoom ?? 0) };
}
