import { expect, it } from 'vitest';
import { middleOf } from './label-point.js';
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
