import type { LayerSpecification } from 'maplibre-gl';
import { ownedBy, type StyleContext } from './context.js';
import { neighbourColours } from './neighbours.js';
import { ROUND, THIN_OUTLINE } from './strokes.js';

/** Invisible ground of the units, so that a click on it finds them. */
export function unitAreas({ tokens }: StyleContext): LayerSpecification[] {
  const area = (layer: 'communes' | 'districts') =>
    ownedBy(layer, [
      {
        id: `${layer}-area`,
        type: 'fill',
        source: 'units',
        'source-layer': layer,
        paint: { 'fill-color': tokens.map.land, 'fill-opacity': 0 },
      },
    ]);
  return [...area('communes'), ...area('districts')];
}

export function unitLines({ tokens }: StyleContext): LayerSpecification[] {
  return [
    ...ownedBy('communes', [
      {
        id: 'communes',
        type: 'line',
        source: 'units',
        'source-layer': 'communes',
        layout: THIN_OUTLINE,
        paint: {
          'line-color': tokens.map.commune,
          'line-width': ['interpolate', ['linear'], ['zoom'], 7, 0.4, 10, 0.9, 14, 1.6],
        },
      },
    ]),
    ...ownedBy('districts', [
      {
        id: 'districts',
        type: 'line',
        source: 'units',
        'source-layer': 'districts',
        layout: THIN_OUTLINE,
        paint: {
          'line-color': tokens.map.district,
          'line-width': ['interpolate', ['linear'], ['zoom'], 6, 0.5, 10, 1.1, 14, 2.2],
        },
      },
    ]),
  ];
}

/** Outlines of all provinces, and over them, in the neighbour's colour, the borders that the profile is about. */
export function provinceLines({ tokens, neighbours }: StyleContext): LayerSpecification[] {
  return [
    ...ownedBy('provinces', [
      // Both neighbours bring their side of a border: the band is half as strong as it looks.
      {
        id: 'provinces-band',
        type: 'line',
        source: 'units',
        'source-layer': 'provinces',
        layout: ROUND,
        paint: {
          'line-color': tokens.map.province,
          'line-opacity': 0.09,
          'line-width': ['interpolate', ['linear'], ['zoom'], 5, 2.5, 9, 6, 14, 14],
        },
      },
      {
        id: 'provinces',
        type: 'line',
        source: 'units',
        'source-layer': 'provinces',
        layout: THIN_OUTLINE,
        paint: {
          'line-color': tokens.map.province,
          'line-width': ['interpolate', ['linear'], ['zoom'], 5, 0.7, 9, 1.3, 14, 2.2],
        },
      },
    ]),
    ...ownedBy('borders', [
      {
        id: 'borders-casing',
        type: 'line',
        source: 'units',
        'source-layer': 'borders',
        layout: ROUND,
        paint: {
          'line-color': tokens.map.halo,
          'line-width': ['interpolate', ['linear'], ['zoom'], 5, 2.4, 9, 4.6, 14, 8],
          'line-opacity': 0.85,
        },
      },
      {
        id: 'borders',
        type: 'line',
        source: 'units',
        'source-layer': 'borders',
        layout: ROUND,
        paint: {
          'line-color': neighbourColours(tokens, neighbours),
          'line-width': ['interpolate', ['linear'], ['zoom'], 5, 1.2, 9, 2.2, 14, 4],
        },
      },
    ]),
  ];
}
