import { expect, it } from 'vitest';
import type { LayerFeature } from '../feature.js';
import { withSpots } from './spots.js';

const site = (id: string, site_id: string, coordinates: number[]): LayerFeature => ({
  layer: 'mineral-sites',
  id,
  geometry: { type: 'Point', coordinates },
  properties: { site_id },
  validity: { from: null, to: null },
});

it('numbers the sites of one spot, the same in every vintage', () => {
  const features = [
    site('2023:b', 'b', [105.5, 22]),
    site('2025-07-01:b', 'b', [105.5, 22]),
    site('2023:c', 'c', [105.6, 22]),
    site('a', 'a', [105.5, 22]),
  ];
  const spots = withSpots(features);
  expect(spots.map(({ id, properties }) => [id, properties['spot_index']])).toEqual([
    ['2023:b', 1],
    ['2025-07-01:b', 1],
    ['2023:c', 0],
    ['a', 0],
  ]);
  expect(spots.map(({ geometry }) => geometry)).toEqual(features.map(({ geometry }) => geometry));
});

it('leaves outlines alone', () => {
  const area: LayerFeature = { ...site('2023:d', 'd', []), geometry: { type: 'Polygon', coordinates: [] } };
  expect(withSpots([area])).toEqual([area]);
});
