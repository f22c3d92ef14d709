import type { Feature } from 'geojson';
import { type FilterSpecification, GeoJSONSource, type Map as MapLibreMap } from 'maplibre-gl';
import type { LonLat } from '../state/view-state.js';
import type { Tokens } from '../style/tokens.js';

const SOURCE = 'measured';

/** Lines, area and corners of what is being measured, above everything else. */
export function addMeasureLayers(map: MapLibreMap, { map: colours }: Tokens): void {
  if (map.getSource(SOURCE) !== undefined) return;
  const shape = (kind: string): FilterSpecification => ['==', ['geometry-type'], kind];
  map.addSource(SOURCE, { type: 'geojson', data: { type: 'FeatureCollection', features: [] } });
  map.addLayer({
    id: 'measured-area',
    type: 'fill',
    source: SOURCE,
    filter: shape('Polygon'),
    paint: { 'fill-color': colours.select, 'fill-opacity': 0.14 },
  });
  map.addLayer({
    id: 'measured-casing',
    type: 'line',
    source: SOURCE,
    filter: shape('LineString'),
    layout: { 'line-join': 'round', 'line-cap': 'round' },
    paint: { 'line-color': colours.halo, 'line-width': 6, 'line-opacity': 0.9 },
  });
  map.addLayer({
    id: 'measured-line',
    type: 'line',
    source: SOURCE,
    filter: shape('LineString'),
    layout: { 'line-join': 'round', 'line-cap': 'round' },
    paint: { 'line-color': colours.select, 'line-width': 2.5 },
  });
  map.addLayer({
    id: 'measured-point',
    type: 'circle',
    source: SOURCE,
    filter: shape('Point'),
    paint: {
      'circle-radius': 4.5,
      'circle-color': colours.halo,
      'circle-stroke-color': colours.select,
      'circle-stroke-width': 2.5,
    },
  });
}

export function recolourMeasure(map: MapLibreMap, { map: colours }: Tokens): void {
  if (map.getSource(SOURCE) === undefined) return;
  map.setPaintProperty('measured-area', 'fill-color', colours.select);
  map.setPaintProperty('measured-casing', 'line-color', colours.halo);
  map.setPaintProperty('measured-line', 'line-color', colours.select);
  map.setPaintProperty('measured-point', 'circle-color', colours.halo);
  map.setPaintProperty('measured-point', 'circle-stroke-color', colours.select);
}

/** `closed`: the points are corners of an area. */
export function drawMeasured(map: MapLibreMap, points: readonly LonLat[], closed: boolean): void {
  const source = map.getSource(SOURCE);
  if (!(source instanceof GeoJSONSource)) return;
  const path = points.map(([lon, lat]): [number, number] => [lon, lat]);
  const [first] = path;
  const ring = closed && first !== undefined && path.length > 2 ? [...path, first] : path;
  const features: Feature[] = path.map((coordinates) => ({
    type: 'Feature',
    properties: {},
    geometry: { type: 'Point', coordinates },
  }));
  if (path.length > 1) {
    features.unshift({
      type: 'Feature',
      properties: {},
      geometry: { type: 'LineString', coordinates: ring },
    });
  }
  if (ring.length > path.length) {
    features.unshift({
      type: 'Feature',
      properties: {},
      geometry: { type: 'Polygon', coordinates: [ring] },
    });
  }
  source.setData({ type: 'FeatureCollection', features });
}
