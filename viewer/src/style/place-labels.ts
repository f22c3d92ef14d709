import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { ownedBy, type StyleContext } from './context.js';
import { BOLD, REGULAR } from './fonts.js';

const IS_NATURE: ExpressionSpecification = [
  'in',
  ['get', 'kind'],
  ['literal', ['mountain', 'pass', 'lake', 'stream', 'waterfall', 'park']],
];
const IS_TOWN: ExpressionSpecification = ['in', ['get', 'kind'], ['literal', ['city', 'town']]];

/** A road of several numbers shows the first: `CT.09, CT.38, QL.18` would hide what it runs through. */
const FIRST_NUMBER: ExpressionSpecification = [
  'let',
  'ref',
  ['coalesce', ['get', 'ref'], ''],
  [
    'case',
    ['>', ['index-of', ',', ['var', 'ref']], 0],
    ['slice', ['var', 'ref'], 0, ['index-of', ',', ['var', 'ref']]],
    ['var', 'ref'],
  ],
];

export function placeLabels({ tokens }: StyleContext): LayerSpecification[] {
  const places = { source: 'context', 'source-layer': 'places' } as const;
  const halo = { 'text-halo-color': tokens.map.halo, 'text-halo-width': 1.4 };
  return [
    ...ownedBy('roads', [
      {
        id: 'road-numbers',
        type: 'symbol',
        source: 'context',
        'source-layer': 'roads',
        minzoom: 8.5,
        filter: ['!=', ['coalesce', ['get', 'ref'], ''], ''],
        layout: {
          'symbol-placement': 'line',
          'symbol-spacing': 420,
          'text-field': FIRST_NUMBER,
          'text-font': [BOLD],
          'text-size': 9.5,
          'text-rotation-alignment': 'viewport',
          'icon-image': 'road-plate',
          'icon-text-fit': 'both',
          'icon-text-fit-padding': [1, 3, 1, 3],
          'icon-rotation-alignment': 'viewport',
        },
        paint: { 'text-color': '#5d4521' },
      },
    ]),
    ...ownedBy('places', [
      {
        id: 'places-nature',
        type: 'symbol',
        ...places,
        minzoom: 10.5,
        filter: IS_NATURE,
        layout: {
          'text-field': ['get', 'name'],
          'text-font': [REGULAR],
          'text-size': ['interpolate', ['linear'], ['zoom'], 10, 10, 14, 12],
          'text-letter-spacing': 0.03,
          'text-max-width': 7,
          'text-padding': 10,
          'symbol-sort-key': ['get', 'rank'],
        },
        paint: {
          'text-color': [
            'match',
            ['get', 'kind'],
            ['lake', 'stream', 'waterfall'],
            tokens.map.labelWater,
            ['mountain', 'pass'],
            tokens.map.labelRelief,
            tokens.map.labelPlace,
          ],
          ...halo,
        },
      },
      {
        id: 'places-villages',
        type: 'symbol',
        ...places,
        minzoom: 11,
        filter: ['all', ['!', IS_NATURE], ['!', IS_TOWN]],
        layout: {
          'text-field': ['get', 'name'],
          'text-font': [REGULAR],
          'text-size': ['interpolate', ['linear'], ['zoom'], 11, 10, 14, 12],
          'text-max-width': 7,
          // Roomy where many would crowd the names of units.
          'text-padding': ['interpolate', ['linear'], ['zoom'], 11, 16, 13, 6],
          'symbol-sort-key': ['get', 'rank'],
        },
        paint: { 'text-color': tokens.map.labelPlace, ...halo },
      },
      {
        id: 'places-towns-dot',
        type: 'circle',
        ...places,
        minzoom: 9.5,
        filter: IS_TOWN,
        paint: {
          'circle-radius': ['interpolate', ['linear'], ['zoom'], 9.5, 1.8, 13, 3],
          'circle-color': tokens.map.label,
          'circle-stroke-color': tokens.map.halo,
          'circle-stroke-width': 1.4,
        },
      },
      {
        id: 'places-towns',
        type: 'symbol',
        ...places,
        // Further out the unit of the same name stands beside it.
        minzoom: 11,
        filter: IS_TOWN,
        layout: {
          'text-field': ['get', 'name'],
          'text-font': [REGULAR],
          'text-size': ['interpolate', ['linear'], ['zoom'], 11, 11.5, 13, 13.5],
          'text-max-width': 8,
          'text-variable-anchor-offset': [
            'left',
            [0.6, 0],
            'right',
            [-0.6, 0],
            'top',
            [0, 0.5],
            'bottom',
            [0, -0.5],
          ],
          'text-justify': 'auto',
          'symbol-sort-key': ['get', 'rank'],
        },
        paint: { 'text-color': tokens.map.label, ...halo },
      },
    ]),
  ];
}
