import { expect, it } from 'vitest';
import type { PlanePoint } from './plane.js';
import { type Crossing, crossings, isSimple, segmentsMeet } from './ring-math.js';

function ring(...corners: readonly (readonly [x: number, y: number])[]): PlanePoint[] {
  return corners.map(([x, y]) => ({ x, y }) as PlanePoint);
}

function everyPair(points: readonly PlanePoint[]): Crossing[] {
  const n = points.length;
  const at = (index: number) => points[index % n] ?? ({ x: 0, y: 0 } as PlanePoint);
  const found: Crossing[] = [];
  for (let i = 0; i < n; i += 1)
    for (let j = i + 2; j < n; j += 1) {
      if (i === 0 && j === n - 1) continue;
      if (segmentsMeet(at(i), at(i + 1), at(j), at(j + 1))) found.push([i, j]);
    }
  return found;
}

it('finds the same crossings as comparing every pair', () => {
  let state = 7;
  const next = () => {
    state = (state * 16807) % 2147483647;
    return state % 40;
  };
  for (let run = 0; run < 500; run += 1) {
    const points = ring(...Array.from({ length: 3 + (run % 12) }, () => [next(), next()] as const));
    expect(crossings(points, 1000)).toEqual(everyPair(points));
  }
});

it('knows a simple ring from a bow tie and from one that touches itself', () => {
  expect(isSimple(ring([0, 0], [0, 1], [1, 1], [1, 0]))).toBe(true);
  expect(isSimple(ring([0, 0], [1, 1], [0, 1], [1, 0]))).toBe(false);
  expect(isSimple(ring([0, 0], [2, 0], [2, 2], [1, 0], [0, 2]))).toBe(false);
});
