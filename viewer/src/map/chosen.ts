import type { Geometry } from 'geojson';
import { type FilterSpecification, GeoJSONSource, type Map as MapLibreMap } from 'maplibre-gl';
import { BESIDE } from '../style/sites.js';
import type { Tokens } from '../style/tokens.js';

/** What is outlined on the map. Its own source: the tiles need not be read again to mark something else. */
export interface Chosen {
  readonly geometry: Geometry;
  readonly properties: Readonly<Record<string, unknown>>;
}

const SOURCE = 'chosen';
const OUTLINE_BELOW = 'mineral-sites-area';

export function addChosenLayers(map: MapLibreMap, { map: colours }: Tokens): void {
  const layout = { 'line-join': 'round', 'line-cap': 'round' } as const;
  const outlined: FilterSpecification = ['!=', ['geometry-type'], 'Point'];
  map.addSource(SOURCE, { type: 'geojson', data: { type: 'FeatureCollection', features: [] } });
  map.addLayer(
    {
      id: 'chosen-casing',
      type: 'line',
      source: SOURCE,
      filter: outlined,
      layout,
      paint: {
        'line-color': colours.halo,
        'line-width': ['interpolate', ['linear'], ['zoom'], 8, 4, 11, 6.5],
        'line-opacity': 0.9,
      },
    },
    OUTLINE_BELOW,
  );
  map.addLayer(
    {
      id: 'chosen-line',
      type: 'line',
      source: SOURCE,
      filter: outlined,
      layout,
      paint: {
        'line-color': colours.select,
        'line-width': ['interpolate', ['linear'], ['zoom'], 8, 1.8, 11, 3],
      },
    },
    OUTLINE_BELOW,
  );
  map.addLayer({
    id: 'chosen-site',
    type: 'symbol',
    source: SOURCE,
    filter: ['==', ['geometry-type'], 'Point'],
    layout: {
      'icon-image': 'site-chosen',
      'icon-offset': BESIDE,
      'icon-allow-overlap': true,
      'icon-ignore-placement': true,
    },
  });
}

export function recolourChosen(map: MapLibreMap, { map: colours }: Tokens): void {
  map.setPaintProperty('chosen-casing', 'line-color', colours.halo);
  map.setPaintProperty('chosen-line', 'line-color', colours.select);
}

export function markChosen(map: MapLibreMap, chosen: Chosen | null): void {
  const source = map.getSource(SOURCE);
  if (!(source instanceof GeoJSONSource)) return;
  source.setData({
    type: 'FeatureCollection',
    features:
      chosen === null
        ? []
        : [
            {
              type: 'Feature',
              geometry: chosen.geometry,
              properties: { spot_index: chosen.properties['spot_index'] ?? 0 },
            },
          ],
  });
}
