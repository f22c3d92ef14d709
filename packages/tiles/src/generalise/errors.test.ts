import { expect, it } from 'vitest';
import { generalisationErrors } from './errors.js';

/** Repeatable noise in 0..1. */
function noise(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function wiggle(count: number, seed: number): Float64Array {
  const random = noise(seed);
  return Float64Array.from({ length: 2 * count }, (_, at) =>
    at % 2 === 0 ? 0.5 + at / 2e5 : 0.4 + random() / 1e4,
  );
}

function kept(xy: Float64Array, errors: Float32Array, tolerance: number): [number, number][] {
  return Array.from(errors, (error, at) => [error, at] as const)
    .filter(([error]) => error > tolerance)
    .map(([, at]) => [xy[2 * at] ?? 0, xy[2 * at + 1] ?? 0]);
}

function distance(px: number, py: number, line: readonly [number, number][]): number {
  return line.slice(1).reduce((least, [bx, by], at) => {
    const [ax, ay] = line[at] ?? [0, 0];
    const [dx, dy] = [bx - ax, by - ay];
    const along = Math.max(0, Math.min(1, ((px - ax) * dx + (py - ay) * dy) / (dx * dx + dy * dy)));
    return Math.min(least, Math.hypot(px - ax - along * dx, py - ay - along * dy));
  }, Infinity);
}

it('stays within the tolerance of the original line, for every tolerance', () => {
  const xy = wiggle(400, 7);
  const [errors = new Float32Array()] = generalisationErrors([{ xy, closed: false }], 1);
  let before = 401;
  for (const tolerance of [1e-6, 1e-5, 3e-5, 6e-5, 1e-4]) {
    const line = kept(xy, errors, tolerance);
    expect(line.length).toBeLessThan(before);
    before = line.length;
    for (let at = 0; at < xy.length; at += 2) {
      expect(distance(xy[at] ?? 0, xy[at + 1] ?? 0, line)).toBeLessThanOrEqual(tolerance * (1 + 1e-6));
    }
  }
});

it('drops the same vertices from a line two polygons share, in whichever direction it runs', () => {
  const shared = wiggle(200, 11);
  const [west, east] = [shared[0] ?? 0, shared.at(-2) ?? 0];
  const backwards = Float64Array.from(
    shared,
    (_, at) => shared[shared.length - 2 - (at & ~1) + (at & 1)] ?? 0,
  );
  const above = Float64Array.of(...shared, east, 0.3, west, 0.3);
  const below = Float64Array.of(...backwards, west, 0.5, east, 0.5);
  const [up = new Float32Array(), down = new Float32Array()] = generalisationErrors(
    [
      { xy: above, closed: true },
      { xy: below, closed: true },
    ],
    1,
  );
  expect([...down.subarray(0, 200)].reverse()).toEqual([...up.subarray(0, 200)]);
  expect(up[0], 'the junction').toBe(Infinity);
});

it('keeps three vertices of an island and never makes one line of two', () => {
  const island = Float64Array.from({ length: 80 }, (_, at) =>
    at % 2 === 0
      ? 0.5 + 1e-6 * Math.cos((at / 80) * 2 * Math.PI)
      : 0.5 + 1e-6 * Math.sin((at / 80) * 2 * Math.PI),
  );
  const lens = [
    { xy: Float64Array.of(0.1, 0.1, 0.15, 0.1001, 0.2, 0.1), closed: false },
    { xy: Float64Array.of(0.1, 0.1, 0.15, 0.0999, 0.2, 0.1), closed: false },
  ];
  const [ring, upper, lower] = generalisationErrors([{ xy: island, closed: true }, ...lens], 1);
  expect(ring?.filter((error) => error === Infinity)).toHaveLength(3);
  expect([upper?.[1], lower?.[1]].filter((error) => error === Infinity)).toHaveLength(1);
});

it('never lets a line pass over a vertex of another', () => {
  const bulge = Float64Array.of(0.4, 0.5, 0.5, 0.501, 0.6, 0.5);
  const inside = Float64Array.of(0.45, 0.5004, 0.55, 0.5004);
  const [errors] = generalisationErrors(
    [
      { xy: bulge, closed: false },
      { xy: inside, closed: false },
    ],
    1,
  );
  expect(errors?.[1]).toBe(Infinity);
});
