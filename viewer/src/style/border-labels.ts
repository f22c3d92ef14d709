import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { ownedBy, type StyleContext } from './context.js';
import { BOLD } from './fonts.js';
import { neighbourColours } from './neighbours.js';

/** `Tỉnh Cao Bằng` reads `Cao Bằng` along its border. */
const bare = (property: string): ExpressionSpecification => [
  'case',
  ['==', ['slice', ['get', property], 0, 5], 'Tỉnh '],
  ['slice', ['get', property], 5],
  ['==', ['slice', ['get', property], 0, 10], 'Thành phố '],
  ['slice', ['get', property], 10],
  ['get', property],
];

/** Both provinces' names along the line they share. */
export function borderLabels({ tokens, neighbours }: StyleContext): LayerSpecification[] {
  return ownedBy('borders', [
    {
      id: 'border-names',
      type: 'symbol',
      source: 'units',
      'source-layer': 'borders',
      minzoom: 8,
      layout: {
        'symbol-placement': 'line',
        'symbol-spacing': 460,
        'text-field': ['concat', bare('a_name'), ' – ', bare('b_name')],
        'text-font': [BOLD],
        'text-size': ['interpolate', ['linear'], ['zoom'], 8, 10.5, 13, 13],
        'text-letter-spacing': 0.04,
        'text-max-angle': 360,
        'text-rotation-alignment': 'viewport',
        'text-max-width': 20,
      },
      paint: {
        'text-color': neighbourColours(tokens, neighbours),
        'text-halo-color': tokens.map.halo,
        'text-halo-width': 2.6,
      },
    },
  ]);
}
