import { type LayerFeature, parseIsoDate } from '@giapranh/core';
import type { Geometry, Position } from 'geojson';
import { seeded } from '../seeded.js';

export const WORLD_COUNTS = { communes: 300, borders: 80, places: 200, 'mineral-sites': 120 } as const;

/** A wiggly ring around a centre, anticlockwise, never crossing itself; `clockwise` for holes. */
function ring(random: () => number, [x, y]: Position, radius: number, clockwise = false): Position[] {
  const corners = 5 + Math.floor(random() * 40);
  const positions = Array.from({ length: corners }, (_, corner) => {
    const angle = ((clockwise ? -corner : corner) / corners) * 2 * Math.PI;
    const reach = radius * (0.6 + 0.4 * random());
    return [(x ?? 0) + reach * Math.cos(angle), (y ?? 0) + reach * Math.sin(angle)];
  });
  return [...positions, ...positions.slice(0, 1)];
}

/** Features of four layers over Bắc Kạn's degree square, some of them on whole tenths of a degree. */
export function storeWorld(seed = 1): {
  readonly features: readonly LayerFeature[];
  readonly random: () => number;
} {
  const random = seeded(seed);
  const place = (): Position => {
    const [x, y] = [105 + 2 * random(), 21.5 + random()];
    return random() < 0.2 ? [Math.round(x * 10) / 10, Math.round(y * 10) / 10] : [x, y];
  };
  const reform = parseIsoDate('2025-07-01') ?? null;
  const validity = (index: number) =>
    [
      { from: null, to: reform },
      { from: reform, to: null },
      { from: null, to: null },
    ][index % 3] ?? { from: null, to: null };
  const each = <T>(count: number, make: (index: number) => T): T[] =>
    Array.from({ length: count }, (_, index) => make(index));
  const features: LayerFeature[] = [
    ...each(WORLD_COUNTS.communes, (index): LayerFeature => {
      const centre = place();
      const holed = [ring(random, centre, 0.05), ring(random, centre, 0.02, true)];
      const coordinates = index % 5 === 0 ? [holed, [ring(random, [108, 21 + index / 1000], 0.01)]] : [holed];
      const properties = {
        code: String(index),
        name: `Xã Yên Thịnh ${index}`,
        level: index % 4 === 0 ? 'high' : null,
        area_m2: random() * 1e8,
      };
      return {
        layer: 'communes',
        id: `c${index}`,
        geometry: { type: 'MultiPolygon', coordinates },
        properties,
        validity: validity(index),
      };
    }),
    ...each(WORLD_COUNTS.borders, (index): LayerFeature => {
      const coordinates = [each(20, place), each(2, place)];
      return {
        layer: 'borders',
        id: `b${index}`,
        geometry: { type: 'MultiLineString', coordinates },
        properties: { pair: '06-04', snap: { parts: [index] } },
        validity: validity(index),
      };
    }),
    ...each(
      WORLD_COUNTS.places,
      (index): LayerFeature => ({
        layer: 'places',
        id: `p${index}`,
        geometry: { type: 'Point', coordinates: place() },
        properties: { name: 'Chợ Rã', rank: index % 7 },
        validity: validity(index),
      }),
    ),
    ...each(WORLD_COUNTS['mineral-sites'], (index): LayerFeature => {
      const centre = place();
      const geometry: Geometry =
        index % 2 === 0
          ? { type: 'Point', coordinates: centre }
          : { type: 'Polygon', coordinates: [ring(random, centre, 0.01)] };
      return {
        layer: 'mineral-sites',
        id: `s${index}`,
        geometry,
        properties: {
          name: `Khu vực ${index}`,
          decision_date: '2023-05-23',
          flags: [{ rule: 'near-border' }],
        },
        validity: validity(index),
      };
    }),
  ];
  return { features, random };
}
