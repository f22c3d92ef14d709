import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { Tokens } from '../style/tokens.js';

/** The first side's rings in one colour, the other's in another, stronger nearer the border. */
export function zoneLayers(tokens: Tokens, source: string): LayerSpecification[] {
  const [first] = tokens.neighbours;
  const second = tokens.neighbours[1] ?? first;
  const colour: ExpressionSpecification = ['case', ['get', 'first'], first, second];
  const isZone: ExpressionSpecification = ['has', 'first'];
  return [
    {
      id: 'asked-zones',
      type: 'fill',
      source,
      filter: isZone,
      paint: { 'fill-color': colour, 'fill-opacity': ['get', 'opacity'], 'fill-antialias': false },
    },
    {
      id: 'asked-zones-edge',
      type: 'line',
      source,
      filter: isZone,
      layout: { 'line-join': 'round' },
      paint: { 'line-color': colour, 'line-width': 1.2, 'line-opacity': 0.9 },
    },
    {
      id: 'asked-border-casing',
      type: 'line',
      source,
      filter: ['!', isZone],
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: { 'line-color': tokens.map.halo, 'line-width': 6, 'line-opacity': 0.9 },
    },
    {
      id: 'asked-border',
      type: 'line',
      source,
      filter: ['!', isZone],
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: { 'line-color': tokens.map.select, 'line-width': 2.6 },
    },
  ];
}
