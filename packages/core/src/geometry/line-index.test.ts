import type { Position } from 'geojson';
import { expect, it } from 'vitest';
import { LineIndex } from './line-index.js';

/** A line that winds back on itself, and one more far from it. */
const lines: Position[][] = [
  Array.from({ length: 300 }, (_, i) => [100 * Math.sin(i / 7) + i, 100 * Math.cos(i / 11)]),
  [
    [5_000, 0],
    [5_000, 100],
  ],
];

function bruteSquare(x: number, y: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (const line of lines) {
    for (const [i, [x1 = 0, y1 = 0]] of line.slice(1).entries()) {
      const [x0 = 0, y0 = 0] = line[i] ?? [];
      const [dx, dy] = [x1 - x0, y1 - y0];
      const t = Math.min(1, Math.max(0, ((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy)));
      least = Math.min(least, (x - x0 - t * dx) ** 2 + (y - y0 - t * dy) ** 2);
    }
  }
  return least;
}

it('finds the nearest segment wherever it is asked from, with or without a hint', () => {
  const index = new LineIndex(lines);
  expect(index.segmentCount).toBe(300);
  for (let i = 0; i < 500; i += 1) {
    const [x, y] = [((i * 7919) % 7_000) - 800, ((i * 104_729) % 1_200) - 600];
    const expected = bruteSquare(x, y);
    const found = index.nearest(x, y);
    expect(found.square).toBeCloseTo(expected, 6);
    expect((x - found.x) ** 2 + (y - found.y) ** 2).toBeCloseTo(expected, 6);
    expect(index.nearest(x, y, Number.POSITIVE_INFINITY, i % 300).square).toBeCloseTo(expected, 6);
  }
});

it('finds nothing beyond its reach', () => {
  const index = new LineIndex(lines);
  expect(index.nearest(5_100, 50, 99)).toMatchObject({ segment: -1, square: Number.POSITIVE_INFINITY });
  expect(index.nearest(5_100, 50, 101)).toMatchObject({ segment: 299, x: 5_000, y: 50 });
});

it('takes lone points, and no lines at all', () => {
  expect(
    new LineIndex([
      [
        [3, 4],
        [3, 4],
      ],
    ]).nearest(0, 0),
  ).toMatchObject({ square: 25, x: 3, y: 4 });
  expect(new LineIndex([]).nearest(0, 0).segment).toBe(-1);
});
