import type { LayerSpecification } from 'maplibre-gl';
import { isSubject, ownedBy, type StyleContext } from './context.js';

/** Ground: paper where there is data, grey where there is none; no outline is drawn beyond the data. */
export function ground(context: StyleContext): LayerSpecification[] {
  const { tokens } = context;
  return [
    { id: 'void', type: 'background', paint: { 'background-color': tokens.map.void } },
    {
      id: 'land',
      type: 'fill',
      source: 'units',
      'source-layer': 'provinces',
      paint: {
        'fill-color': ['case', isSubject(context, 'code'), tokens.map.landSubject, tokens.map.land],
        'fill-antialias': false,
      },
    },
  ];
}

export function rivers({ tokens }: StyleContext): LayerSpecification[] {
  return ownedBy('rivers', [
    {
      id: 'rivers',
      type: 'line',
      source: 'context',
      'source-layer': 'rivers',
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: {
        'line-color': tokens.map.water,
        'line-width': ['interpolate', ['linear'], ['zoom'], 6, 0.8, 10, 1.8, 14, 3.5],
      },
    },
  ]);
}

export function roads({ tokens }: StyleContext): LayerSpecification[] {
  const base = { source: 'context', 'source-layer': 'roads' } as const;
  const layout = { 'line-cap': 'round', 'line-join': 'round' } as const;
  return ownedBy('roads', [
    {
      id: 'railways',
      type: 'line',
      ...base,
      filter: ['==', ['get', 'kind'], 'railway'],
      paint: {
        'line-color': tokens.map.railway,
        'line-width': ['interpolate', ['linear'], ['zoom'], 7, 0.7, 12, 1.6],
        'line-dasharray': [5, 2],
      },
    },
    {
      id: 'roads-casing',
      type: 'line',
      ...base,
      filter: ['!=', ['get', 'kind'], 'railway'],
      layout,
      paint: {
        'line-color': tokens.map.roadCasing,
        'line-width': ['interpolate', ['linear'], ['zoom'], 6, 1.4, 10, 3.4, 14, 8],
        'line-opacity': 0.8,
      },
    },
    {
      id: 'roads',
      type: 'line',
      ...base,
      filter: ['!=', ['get', 'kind'], 'railway'],
      layout,
      paint: {
        'line-color': ['match', ['get', 'kind'], 'expressway', tokens.map.expressway, tokens.map.road],
        'line-width': [
          'interpolate',
          ['linear'],
          ['zoom'],
          6,
          0.6,
          10,
          ['match', ['get', 'kind'], 'expressway', 2.4, 1.6],
          14,
          ['match', ['get', 'kind'], 'expressway', 6, 4.5],
        ],
      },
    },
  ]);
}
