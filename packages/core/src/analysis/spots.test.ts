import { expect, it } from 'vitest';
import type { LayerFeature } from '../feature.js';
import { withSpots } from './spots.js';

const site = (id: string, vintage: string, coordinates: number[]): LayerFeature => ({
  layer: 'mineral-sites',
  id,
  geometry: { type: 'Point', coordinates },
  properties: { vintage },
  validity: { from: null, to: null },
});

it('numbers the sites of one spot by id, each vintage for itself', () => {
  const features = [
    site('2023:b', '2023', [105.5, 22]),
    site('2023:a', '2023', [105.5, 22]),
    site('2025:a', '2025-07-01', [105.5, 22]),
    site('2023:c', '2023', [105.6, 22]),
  ];
  const spots = withSpots(features);
  expect(spots.map(({ id, properties }) => [id, properties['spot_index']])).toEqual([
    ['2023:b', 1],
    ['2023:a', 0],
    ['2025:a', 0],
    ['2023:c', 0],
  ]);
  expect(spots.map(({ geometry }) => geometry)).toEqual(features.map(({ geometry }) => geometry));
});

it('leaves outlines alone', () => {
  const area: LayerFeature = {
    ...site('area', '2023', []),
    geometry: { type: 'Polygon', coordinates: [] },
  };
  expect(withSpots([area])).toEqual([area]);
});
