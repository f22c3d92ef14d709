import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { ownedBy, type StyleContext } from './context.js';
import { REGULAR } from './fonts.js';
import { ROUND } from './strokes.js';

const LEVEL: ExpressionSpecification = ['coalesce', ['get', 'level'], 'none'];
/** Known by its commune only: the symbol is hollow, inside a dotted ring. */
const VAGUE: ExpressionSpecification = ['==', ['get', 'precision'], 'communes'];

/** Higher levels lie on top and are placed first. */
const RANK: ExpressionSpecification = ['match', LEVEL, 'high', 4, 'medium', 3, 'low', 2, 'info', 1, 0];

/**
 * Sites drawn at one spot stand side by side, the first in the middle. Only sites known by commune share a spot,
 * so nothing is moved whose place is known.
 */
export const BESIDE: ExpressionSpecification = [
  'match',
  ['coalesce', ['get', 'spot_index'], 0],
  1,
  ['literal', [24, 0]],
  2,
  ['literal', [12, 21]],
  3,
  ['literal', [-12, 21]],
  4,
  ['literal', [-24, 0]],
  5,
  ['literal', [-12, -21]],
  6,
  ['literal', [12, -21]],
  ['literal', [0, 0]],
];

/** The symbol of a site; `levels` by feature id go before the level in the tiles. */
export function siteImage(
  levels: readonly (readonly [id: string, level: string])[] = [],
): ExpressionSpecification {
  const level: ExpressionSpecification =
    levels.length === 0
      ? LEVEL
      : ([
          'coalesce',
          ['get', ['coalesce', ['get', 'id'], ''], ['literal', Object.fromEntries(levels)]],
          LEVEL,
        ] as ExpressionSpecification);
  return ['concat', 'site-', level, ['case', VAGUE, '-commune', '']];
}

/** Sites with an outline of their own. */
export function siteAreas({ tokens }: StyleContext): LayerSpecification[] {
  const base = { source: 'analysis', 'source-layer': 'mineral-sites' } as const;
  const colour = (part: 'fill' | 'edge'): ExpressionSpecification => [
    'match',
    LEVEL,
    'high',
    tokens.risk.high[part],
    'medium',
    tokens.risk.medium[part],
    'low',
    tokens.risk.low[part],
    'info',
    tokens.risk.info[part],
    tokens.risk.none[part],
  ];
  return ownedBy('mineral-sites', [
    {
      id: 'mineral-sites-area',
      type: 'fill',
      ...base,
      filter: ['==', ['geometry-type'], 'Polygon'],
      paint: { 'fill-color': colour('fill'), 'fill-opacity': 0.55 },
    },
    {
      id: 'mineral-sites-outline',
      type: 'line',
      ...base,
      filter: ['!=', ['geometry-type'], 'Point'],
      layout: ROUND,
      paint: {
        'line-color': colour('edge'),
        'line-width': ['interpolate', ['linear'], ['zoom'], 8, 2, 14, 3.5],
      },
    },
  ]);
}

/** A symbol each: points in their place, lines and areas in their middle, so that none is too small to be seen. */
export function sitePoints({ tokens }: StyleContext): LayerSpecification[] {
  const middle = { source: 'analysis', 'source-layer': 'mineral-sites-labels' } as const;
  return ownedBy('mineral-sites', [
    {
      id: 'mineral-sites-name',
      type: 'symbol',
      ...middle,
      minzoom: 10.5,
      layout: {
        'text-field': ['get', 'name'],
        'text-font': [REGULAR],
        'text-size': 11.5,
        'text-variable-anchor-offset': ['left', [1.3, 0], 'right', [-1.3, 0], 'top', [0, 1.2]],
        'text-justify': 'auto',
        'text-max-width': 9,
        'symbol-sort-key': ['-', 0, RANK],
      },
      paint: {
        'text-color': tokens.map.labelStrong,
        'text-halo-color': tokens.map.halo,
        'text-halo-width': 1.6,
      },
    },
    {
      id: 'mineral-sites',
      type: 'symbol',
      ...middle,
      layout: {
        'icon-image': siteImage(),
        'icon-size': ['interpolate', ['linear'], ['zoom'], 6, 0.5, 8, 0.68, 9, 0.85, 12, 1],
        'icon-offset': BESIDE,
        'icon-allow-overlap': true,
        'icon-padding': 1,
        'symbol-sort-key': RANK,
      },
    },
  ]);
}
