import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { BOLD } from '../style/fonts.js';
import type { Tokens } from '../style/tokens.js';

/** Readings by number: each its own colour and number, the chosen sites as ground or line. */
export function candidateLayers(tokens: Tokens, source: string): LayerSpecification[] {
  const palette: ExpressionSpecification = ['literal', [...tokens.neighbours]];
  const colour: ExpressionSpecification = ['to-color', ['at', ['get', 'colour'], palette]];
  const isSite: ExpressionSpecification = ['has', 'site'];
  return [
    {
      id: 'read-sites-area',
      type: 'fill',
      source,
      filter: ['all', isSite, ['==', ['geometry-type'], 'Polygon']],
      paint: { 'fill-color': colour, 'fill-opacity': 0.3 },
    },
    {
      id: 'read-sites-casing',
      type: 'line',
      source,
      filter: ['all', isSite, ['!=', ['geometry-type'], 'Point']],
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: { 'line-color': tokens.map.halo, 'line-width': 5 },
    },
    {
      id: 'read-sites-line',
      type: 'line',
      source,
      filter: ['all', isSite, ['!=', ['geometry-type'], 'Point']],
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: { 'line-color': colour, 'line-width': 2.4 },
    },
    {
      id: 'read-candidates',
      type: 'circle',
      source,
      filter: ['==', ['geometry-type'], 'Point'],
      paint: {
        'circle-radius': ['case', ['get', 'chosen'], 12, 10],
        'circle-color': colour,
        'circle-stroke-color': tokens.map.halo,
        'circle-stroke-width': ['case', ['get', 'chosen'], 3, 2],
      },
    },
    {
      id: 'read-candidates-number',
      type: 'symbol',
      source,
      filter: ['==', ['geometry-type'], 'Point'],
      layout: {
        'text-field': ['get', 'number'],
        'text-font': [BOLD],
        'text-size': 12,
        'text-allow-overlap': true,
        'text-ignore-placement': true,
      },
      paint: { 'text-color': tokens.map.halo },
    },
  ];
}
