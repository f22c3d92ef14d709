import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Viewer } from '../app/viewer.js';
import { REGULAR } from '../style/fonts.js';
import { TOKENS } from '../style/tokens.js';

const FILL = 'patrol-priority';
const FIGURE = 'patrol-priority-figure';
const BELOW = 'mineral-sites-area';
const PARTS = ['communes', 'districts'] as const;

/** Communes (districts before the reform) the darker the sooner their turn for patrols, with the score written in. */
export function showPriorities(viewer: Viewer, map: MapLibreMap, on: boolean): void {
  const { theme } = viewer.store.state();
  const { map: colours, accent } = TOKENS[theme];
  for (const part of PARTS) {
    const [fill, figure] = [`${FILL}-${part}`, `${FIGURE}-${part}`];
    for (const id of [fill, figure]) if (map.getLayer(id) !== undefined) map.removeLayer(id);
    if (!on) continue;
    const below = map.getLayer(BELOW) === undefined ? undefined : BELOW;
    map.addLayer(
      {
        id: fill,
        type: 'fill',
        source: 'units',
        'source-layer': part,
        filter: ['has', 'priority'],
        paint: {
          'fill-color': accent,
          'fill-opacity': ['interpolate', ['linear'], ['get', 'priority'], 0, 0.03, 60, 0.34],
        },
      },
      below,
    );
    map.addLayer({
      id: figure,
      type: 'symbol',
      source: 'units',
      'source-layer': `${part}-labels`,
      filter: ['has', 'priority'],
      minzoom: 8.5,
      layout: {
        'text-field': ['to-string', ['round', ['get', 'priority']]],
        'text-font': [REGULAR],
        'text-size': 13,
        'text-offset': [0, 1.1],
        'text-allow-overlap': true,
      },
      paint: { 'text-color': colours.labelStrong, 'text-halo-color': colours.halo, 'text-halo-width': 1.8 },
    });
  }
}
