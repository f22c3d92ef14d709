import type { Position } from 'geojson';
import { expect, it } from 'vitest';
import { labelPoint, middleOf } from './label-point.js';
import { fromUnitSquare } from './mercator.js';
import { toShapes } from './shape.js';

it('names a way half way along its longest line', () => {
  const [shape] = toShapes({
    type: 'MultiLineString',
    coordinates: [
      [
        [105, 0],
        [105.1, 0],
      ],
      [
        [106, 0],
        [106.1, 0],
        [106.4, 0],
      ],
    ],
  });
  if (shape === undefined) throw new Error('a line has a shape');
  const [x, y] = middleOf(shape) ?? [];
  expect((x ?? 0) * 360 - 180).toBeCloseTo(106.2, 9);
  expect(y).toBeCloseTo(0.5, 9);
});

/** Even-odd over the rings, degrees. */
function isInside([x, y]: readonly [number, number], rings: readonly Position[][]): boolean {
  let inside = false;
  for (const ring of rings) {
    for (const [at, [bx = 0, by = 0]] of ring.entries()) {
      const [ax = 0, ay = 0] = ring[at - 1] ?? ring.at(-1) ?? [];
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
    }
  }
  return inside;
}

it.each<[string, Position[][]]>([
  ['a sliver of ten centimetres', sliver(0.005, 0.000001)],
  ['a bent sliver', [[...(sliver(0.3, 0.00002)[0] ?? []).slice(0, 2), [105.1, 22.5], [105.0, 22.0]]]],
  ['a ring of ground around a lake', [square(105, 22, 0.4), square(105.0001, 22.0001, 0.3998).reverse()]],
  ['a horseshoe', [horseshoe()]],
])('finds a place inside %s', (_, rings) => {
  const [shape] = toShapes({ type: 'Polygon', coordinates: rings });
  const [x, y] = (shape === undefined ? undefined : labelPoint(shape)) ?? [0, 0];
  expect(isInside(fromUnitSquare(x, y), rings)).toBe(true);
});

function sliver(length_deg: number, width_deg: number): Position[][] {
  const [x, y] = [105, 22];
  return [
    [
      [x, y],
      [x + length_deg, y + length_deg],
      [x + length_deg, y + length_deg + width_deg],
      [x, y + width_deg],
      [x, y],
    ],
  ];
}

function square(west: number, south: number, side: number): Position[] {
  const [east, north] = [west + side, south + side];
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
}

function horseshoe(): Position[] {
  const arc = (radius: number): Position[] =>
    Array.from({ length: 40 }, (_, at) => {
      const angle = 0.3 + ((2 * Math.PI - 0.6) * at) / 39;
      return [105 + radius * Math.cos(angle), 22 + radius * Math.sin(angle)];
    });
  const [outer, inner] = [arc(0.3), arc(0.297)];
  return [...outer, ...inner.reverse(), ...outer.slice(0, 1)];
}
