import type { Polygon } from 'geojson';
import { expect, it } from 'vitest';
import { geodesicArea_m2 } from './area.js';
import { densified } from './densify.js';
import { geodesicDistance_m } from './length.js';

const large: Polygon = {
  type: 'Polygon',
  coordinates: [
    [
      [105.5, 22],
      [106.5, 22],
      [106.2, 22.6],
      [105.5, 22],
    ],
  ],
};

it('cuts long edges along the geodesic: the ground stays the same', () => {
  const cut = densified(large, 200);
  if (cut.type !== 'Polygon') throw new Error('still a polygon');
  const [ring = []] = cut.coordinates;
  const edges = ring.slice(1).map((place, i) => geodesicDistance_m(ring[i] ?? place, place));
  expect(Math.max(...edges)).toBeLessThanOrEqual(200.000001);
  expect(geodesicArea_m2(cut) / geodesicArea_m2(large)).toBeCloseTo(1, 9);
});

it('gives back what has no long edge', () => {
  const cut = densified(large, 200);
  expect(densified(cut, 201)).toBe(cut);
  const point = { type: 'Point' as const, coordinates: [105, 22] };
  expect(densified(point, 1)).toBe(point);
});
