import type { LayerSpecification } from 'maplibre-gl';
import { ownedBy, type StyleContext } from './context.js';
import { THIN_OUTLINE } from './strokes.js';

/** Hatching, so that a watch unit shows beside any colour and without any. */
export function watchUnits({ tokens }: StyleContext): LayerSpecification[] {
  const base = { source: 'analysis', 'source-layer': 'watch-units' } as const;
  return ownedBy('watch-units', [
    {
      id: 'watch-units',
      type: 'fill',
      ...base,
      paint: { 'fill-pattern': tokens.watchHatch, 'fill-opacity': 0.5 },
    },
    {
      id: 'watch-units-edge',
      type: 'line',
      ...base,
      layout: THIN_OUTLINE,
      paint: {
        'line-color': tokens.watch,
        'line-opacity': 0.75,
        'line-width': ['interpolate', ['linear'], ['zoom'], 6, 0.7, 10, 1.4, 14, 2.4],
      },
    },
  ]);
}
