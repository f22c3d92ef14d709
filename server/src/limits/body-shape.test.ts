import { expect, it } from 'vitest';
import { bodyFault } from './body-shape.js';

const LIMITS = { depth: 12, vertices: 10, parts: 3 };
const code = (body: unknown) => bodyFault(body, LIMITS)?.code;
const ring = (count: number) => Array.from({ length: count }, (_, at) => [at, at]);
const polygon = (...rings: number[][][]) => ({ geometry: { type: 'Polygon', coordinates: rings } });

it('lets through what is within the limits, to the last', () => {
  expect(code(polygon(ring(10)))).toBeUndefined();
  expect(code(polygon(ring(4), ring(3), ring(3)))).toBeUndefined();
  expect(code({ geometry: { type: 'Point', coordinates: [1, 2] } })).toBeUndefined();
  expect(code(null)).toBeUndefined();
});

it('counts vertices and parts of one geometry, wherever it is', () => {
  expect(code({ inputs: { sites: { features: [polygon(ring(11))] } } })).toBe('server-limit-vertices');
  expect(code(polygon(ring(1), ring(1), ring(1), ring(1)))).toBe('server-limit-parts');
  expect(bodyFault(polygon(ring(11)), LIMITS)?.path).toEqual(['geometry', 'coordinates']);
  // Empty lists weigh as much as what they could hold.
  expect(code({ coordinates: [Array.from({ length: 11 }, () => [])] })).toBe('server-limit-vertices');
});

it('measures a body of a hundred thousand brackets without falling', () => {
  const deep: unknown = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`);
  expect(code(deep)).toBe('server-limit-depth');
  expect(code({ coordinates: deep })).toBe('server-limit-depth');
});
