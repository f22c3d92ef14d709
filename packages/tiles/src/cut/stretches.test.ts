import { expect, it } from 'vitest';
import { doubleArea } from '../shape.js';
import { clipRing } from './clip.js';
import { tileFrame } from './grid.js';
import { nearVertices } from './stretches.js';

/** A wavy ring of 4,000 vertices in the unit square, around its middle. */
const RING = Float64Array.from({ length: 8000 }, (_, at) => {
  const angle = (2 * Math.PI * Math.floor(at / 2)) / 4000;
  const reach = 0.2 + 0.02 * Math.sin(97 * angle) + 0.001 * Math.sin(701 * angle);
  return 0.5 + reach * (at % 2 === 0 ? Math.cos(angle) : Math.sin(angle));
});

/** Every vertex kept: what is clipped without leaving stretches out. */
function clippedArea(xy: Float64Array, z: number, x: number, y: number): number {
  return doubleArea(clipRing(xy, tileFrame(z, x, y)));
}

it('keeps few vertices of a ring far around a box, and every one inside', () => {
  const near = nearVertices(RING, 0.69, 0.49, 0.73, 0.53);
  expect(near.length).toBeLessThan(RING.length / 8);
  for (let at = 0; at < RING.length; at += 2) {
    const [x = 0, y = 0] = RING.subarray(at, at + 2);
    if (x < 0.69 || x > 0.73 || y < 0.49 || y > 0.53) continue;
    expect(near.some((value, index) => index % 2 === 0 && value === x && near[index + 1] === y)).toBe(true);
  }
});

it('leaves out nothing that a tile shows: four tiles and their parent hold the same ground', () => {
  for (const [x, y] of [
    [5, 4],
    [3, 2],
    [4, 5],
  ] as const) {
    const whole = clippedArea(RING, 3, x, y);
    // Short rings are not looked at in stretches: the same ring in pieces of its star, each a triangle.
    let pieces = 0;
    for (let at = 0; at < RING.length; at += 2) {
      const next = (at + 2) % RING.length;
      const triangle = Float64Array.of(
        0.5,
        0.5,
        RING[at] ?? 0,
        RING[at + 1] ?? 0,
        RING[next] ?? 0,
        RING[next + 1] ?? 0,
      );
      pieces += clippedArea(triangle, 3, x, y);
    }
    expect(Math.abs(whole - pieces)).toBeLessThan(1e-3);
  }
});
