import type { MultiPolygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { EdgeIndex } from './edge-index.js';
import { interiorPoint } from './interior-point.js';
import { PlaceTable } from './place-table.js';
import { pointLocator } from './point-location.js';
import { spatialIndex } from './spatial-index.js';

const square = (west: number, south: number, size: number): Position[] => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
];
const ring: MultiPolygon = {
  type: 'MultiPolygon',
  coordinates: [[square(0, 0, 10), square(4, 4, 2).toReversed()], [square(20, 0, 1)]],
};

describe('places in polygons', () => {
  it('locates points in parts and outside holes', () => {
    const locator = pointLocator(ring);
    const inside = (x: number, y: number): boolean => locator.contains(x, y);
    expect([inside(1, 1), inside(5, 5), inside(20.5, 0.5), inside(15, 0.5), inside(5, 3.9)]).toEqual([
      true,
      false,
      true,
      false,
      true,
    ]);
    expect(pointLocator({ type: 'MultiPolygon', coordinates: [] }).contains(0, 0)).toBe(false);
  });

  it('finds a point inside, clear of holes', () => {
    const [x, y] = interiorPoint(ring.coordinates[0] ?? []) ?? [Number.NaN, Number.NaN];
    expect(pointLocator(ring).contains(x, y)).toBe(true);
    expect(
      interiorPoint([
        [
          [0, 0],
          [5, 0],
          [0, 0],
        ],
      ]),
    ).toBeUndefined();
  });
});

describe('indexes', () => {
  it('remembers places by their exact coordinates, through growth', () => {
    const table = new PlaceTable();
    for (let i = 0; i < 5_000; i += 1) expect(table.add(i / 7, -i / 3, i, i / 2)).toBe(i);
    expect(table.add(10 / 7, -10 / 3, 99, 99)).toBe(10);
    expect(table.lonLatOf(10 / 7, -10 / 3)).toEqual([10, 5]);
    expect(table.lonLatOf(10 / 7 + 1e-12, -10 / 3)).toBeUndefined();
  });

  it('finds boxes and edges', () => {
    const index = spatialIndex([
      [0, 0, 1, 1],
      [5, 5, 6, 6],
      [0.5, 0.5, 2, 2],
    ]);
    expect(index.search([0.9, 0.9, 1.5, 1.5])).toEqual([0, 2]);
    expect(index.nearest(7, 7, 1)).toEqual([1]);
    expect(spatialIndex([]).search([0, 0, 1, 1])).toEqual([]);
    const edges = new EdgeIndex(ring);
    expect(edges.meets([4.5, 4.5, 5.5, 5.5])).toBe(false);
    expect(edges.edgesNear([9, 9, 11, 11])).toHaveLength(2);
    expect(new EdgeIndex({ type: 'Point', coordinates: [3, 3] }).meets([2, 2, 4, 4])).toBe(true);
  });
});
