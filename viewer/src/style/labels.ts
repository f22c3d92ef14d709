import type {
  ExpressionSpecification,
  LayerSpecification,
  VariableAnchorOffsetCollectionSpecification,
} from 'maplibre-gl';
import { isSubject, ownedBy, type StyleContext } from './context.js';
import { BOLD, REGULAR } from './fonts.js';
import { neighbourColours } from './neighbours.js';

const NAME: ExpressionSpecification = ['get', 'short_name'];

/**
 * Where a name may stand when its own place is taken, nearest first; offsets in ems. A name moved out of a small
 * unit would name the wrong ground: how far it may go hangs on the unit's size and the zoom.
 */
const NEAR: VariableAnchorOffsetCollectionSpecification = [
  'center',
  [0, 0],
  'top',
  [0, 0.5],
  'bottom',
  [0, -0.5],
];
const WIDER: VariableAnchorOffsetCollectionSpecification = [
  ...NEAR,
  'left',
  [0.9, 0],
  'right',
  [-0.9, 0],
  'center',
  [0, 1.8],
  'center',
  [0, -1.8],
  'center',
  [1.8, 1.4],
  'center',
  [-1.8, 1.4],
  'center',
  [1.8, -1.4],
  'center',
  [-1.8, -1.4],
];
const WIDEST: VariableAnchorOffsetCollectionSpecification = [
  ...WIDER,
  'center',
  [3, 0],
  'center',
  [-3, 0],
  'center',
  [0, 3],
  'center',
  [0, -3],
  'center',
  [3, 2.4],
  'center',
  [-3, 2.4],
  'center',
  [3, -2.4],
  'center',
  [-3, -2.4],
];
const LARGE_UNIT_m2 = 4e8;
const byRoom = (
  small: VariableAnchorOffsetCollectionSpecification,
  large: VariableAnchorOffsetCollectionSpecification,
): ExpressionSpecification => [
  'case',
  ['>=', ['coalesce', ['get', 'area_m2'], 0], LARGE_UNIT_m2],
  ['literal', large],
  ['literal', small],
];
const AROUND: ExpressionSpecification = [
  'step',
  ['zoom'],
  // Tiles are laid out at their own whole zoom: from 8 on the map shows communes large enough.
  byRoom(NEAR, WIDEST),
  8,
  byRoom(WIDER, WIDEST),
  11,
  byRoom(WIDEST, WIDEST),
];

/** `Tỉnh Cao Bằng` reads `Cao Bằng` along its border. */
const bare = (property: string): ExpressionSpecification => [
  'case',
  ['==', ['slice', ['get', property], 0, 5], 'Tỉnh '],
  ['slice', ['get', property], 5],
  ['==', ['slice', ['get', property], 0, 10], 'Thành phố '],
  ['slice', ['get', property], 10],
  ['get', property],
];

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

export function unitLabels(context: StyleContext): LayerSpecification[] {
  const { tokens } = context;
  const halo = { 'text-halo-color': tokens.map.halo, 'text-halo-width': 1.8 };
  const ownFirst: ExpressionSpecification = ['case', isSubject(context, 'province_code'), 0, 1];
  const ownDarker: ExpressionSpecification = [
    'case',
    isSubject(context, 'province_code'),
    tokens.map.label,
    tokens.map.labelPlace,
  ];
  const isWatched: ExpressionSpecification = ['has', 'watch_list'];
  /** Names of a level: plain, and those of watch units bold, earlier, and rather beside their place than not at all. */
  const names = (
    layer: 'communes' | 'districts',
    sizes: { readonly plain: ExpressionSpecification; readonly watched: ExpressionSpecification },
    minzoom: number,
  ): LayerSpecification[] => {
    const base = { type: 'symbol', source: 'units', 'source-layer': `${layer}-labels` } as const;
    return ownedBy(layer, [
      {
        id: `${layer}-names`,
        ...base,
        minzoom,
        filter: ['!', isWatched],
        layout: {
          'text-field': NAME,
          'text-font': [REGULAR],
          'text-size': sizes.plain,
          'text-max-width': 6.5,
          'text-padding': 4,
          'symbol-sort-key': ownFirst,
        },
        paint: { 'text-color': ownDarker, ...halo },
      },
      {
        id: `${layer}-names-watched`,
        ...base,
        minzoom: 7.5,
        filter: isWatched,
        layout: {
          'text-field': NAME,
          'text-font': [BOLD],
          'text-size': sizes.watched,
          'text-max-width': 7,
          'text-padding': 2,
          'text-variable-anchor-offset': AROUND,
          'text-justify': 'auto',
          'symbol-sort-key': ['-', 0, ['coalesce', ['get', 'area_m2'], 0]],
        },
        paint: { 'text-color': tokens.map.labelStrong, ...halo },
      },
    ]);
  };
  const watched: ExpressionSpecification = ['interpolate', ['linear'], ['zoom'], 7.5, 10.5, 9, 12.5, 13, 16];
  return [
    ...names(
      'communes',
      { plain: ['interpolate', ['linear'], ['zoom'], 8, 10, 11, 12.5, 14, 15], watched },
      8,
    ),
    ...names(
      'districts',
      { plain: ['interpolate', ['linear'], ['zoom'], 7, 10.5, 9, 13, 13, 17], watched },
      7,
    ),
    ...ownedBy('provinces', [
      {
        id: 'province-names',
        type: 'symbol',
        source: 'units',
        'source-layer': 'provinces-labels',
        maxzoom: 9,
        layout: {
          'text-field': ['upcase', NAME],
          'text-font': [BOLD],
          'text-size': ['interpolate', ['linear'], ['zoom'], 5, 11, 8, 15],
          'text-letter-spacing': 0.12,
          'text-max-width': 8,
          'text-variable-anchor-offset': AROUND,
          'text-justify': 'auto',
        },
        paint: { 'text-color': tokens.map.labelStrong, ...halo },
      },
    ]),
  ];
}

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
