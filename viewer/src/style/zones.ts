import type { LayerSpecification } from 'maplibre-gl';
import { ownedBy, type StyleContext } from './context.js';
import { neighbourColours } from './neighbours.js';
import { RING_OPACITY } from './rings.js';
import { THIN_OUTLINE } from './strokes.js';

/** One hue a neighbour, one strength a ring. */
export function zones({ tokens, neighbours }: StyleContext): LayerSpecification[] {
  const colour = neighbourColours(tokens, neighbours);
  return ownedBy('border-zones', [
    {
      id: 'border-zones',
      type: 'fill',
      source: 'analysis',
      'source-layer': 'border-zones',
      paint: { 'fill-color': colour, 'fill-opacity': RING_OPACITY, 'fill-antialias': false },
    },
    {
      id: 'border-zones-edge',
      type: 'line',
      source: 'analysis',
      'source-layer': 'border-zones',
      minzoom: 8,
      layout: THIN_OUTLINE,
      paint: {
        'line-color': colour,
        'line-opacity': 0.45,
        'line-width': ['interpolate', ['linear'], ['zoom'], 8, 0.3, 12, 0.9],
      },
    },
  ]);
}
