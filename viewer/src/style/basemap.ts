import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl';
import { isSubject, ownedBy, type StyleContext } from './context.js';
import { ROUND, THIN_LINE } from './strokes.js';

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

/** Wider the larger the river; 1 is the largest. */
const byRank = (widths: readonly [number, number, number, number]): ExpressionSpecification => [
  'match',
  ['coalesce', ['get', 'rank'], 4],
  1,
  widths[0],
  2,
  widths[1],
  3,
  widths[2],
  widths[3],
];

/** Far out the ground is for units and zones: what leads across it steps back. */
const QUIET_FAR_OUT: ExpressionSpecification = ['interpolate', ['linear'], ['zoom'], 6, 0.35, 8.5, 1];

export function rivers({ tokens }: StyleContext): LayerSpecification[] {
  return ownedBy('rivers', [
    {
      id: 'rivers',
      type: 'line',
      source: 'context',
      'source-layer': 'rivers',
      layout: ROUND,
      paint: {
        'line-color': tokens.map.water,
        'line-opacity': QUIET_FAR_OUT,
        'line-width': [
          'interpolate',
          ['exponential', 1.3],
          ['zoom'],
          6,
          byRank([1.6, 1.2, 0.9, 0.7]),
          10,
          byRank([3.4, 2.6, 2, 1.5]),
          14,
          byRank([8, 6.4, 5, 4]),
        ],
      },
    },
  ]);
}

/** Width of a road: expressways, then national highways. */
const byKind = (expressway: number, other: number): ExpressionSpecification => [
  'match',
  ['get', 'kind'],
  'expressway',
  expressway,
  other,
];

export function roads({ tokens }: StyleContext): LayerSpecification[] {
  const base = { source: 'context', 'source-layer': 'roads' } as const;
  const notRail: FilterSpecification = ['!=', ['get', 'kind'], 'railway'];
  const expressway = (own: string, other: string): ExpressionSpecification => [
    'match',
    ['get', 'kind'],
    'expressway',
    own,
    other,
  ];
  return ownedBy('roads', [
    {
      id: 'railways',
      type: 'line',
      ...base,
      filter: ['==', ['get', 'kind'], 'railway'],
      paint: {
        'line-color': tokens.map.railway,
        'line-opacity': QUIET_FAR_OUT,
        'line-width': ['interpolate', ['linear'], ['zoom'], 7, 0.7, 12, 1.6],
        'line-dasharray': [5, 2],
      },
    },
    // Far out a road is this one line; nearer it becomes the edge of the road's own ground.
    {
      id: 'roads-casing',
      type: 'line',
      ...base,
      filter: notRail,
      layout: THIN_LINE,
      paint: {
        'line-color': expressway(tokens.map.expresswayCasing, tokens.map.roadCasing),
        'line-opacity': QUIET_FAR_OUT,
        'line-width': [
          'interpolate',
          ['exponential', 1.3],
          ['zoom'],
          6,
          byKind(1, 0.6),
          9,
          byKind(2.2, 1.3),
          11,
          byKind(4.4, 3.2),
          14,
          byKind(10, 7.6),
        ],
      },
    },
    {
      id: 'roads',
      type: 'line',
      ...base,
      minzoom: 9,
      filter: notRail,
      layout: THIN_LINE,
      paint: {
        'line-color': expressway(tokens.map.expressway, tokens.map.road),
        'line-width': [
          'interpolate',
          ['exponential', 1.3],
          ['zoom'],
          9,
          byKind(0.6, 0.2),
          11,
          byKind(2.8, 1.8),
          14,
          byKind(7.6, 5.4),
        ],
      },
    },
  ]);
}
