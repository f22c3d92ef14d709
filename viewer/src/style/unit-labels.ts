import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { isSubject, ownedBy, type StyleContext } from './context.js';
import { BOLD, REGULAR } from './fonts.js';
import { AROUND } from './label-room.js';

const NAME: ExpressionSpecification = ['get', 'short_name'];

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
