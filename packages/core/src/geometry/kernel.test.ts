import type { Geometry, Polygon } from 'geojson';
import { beforeAll, describe, expect, it } from 'vitest';
import { type GeometryKernel, loadGeometryKernel } from './kernel.js';
import { doubleSignedArea } from './winding.js';

const square = (x: number, y: number, size: number): Polygon => ({
  type: 'Polygon',
  coordinates: [
    [
      [x, y],
      [x + size, y],
      [x + size, y + size],
      [x, y + size],
      [x, y],
    ],
  ],
});

describe('the geometry kernel', () => {
  let kernel: GeometryKernel;
  beforeAll(async () => {
    kernel = await loadGeometryKernel();
  });
  const area = (geometry: Geometry): number => {
    const measured = kernel.area(geometry);
    return measured.ok ? measured.value : Number.NaN;
  };

  it('overlays', () => {
    const [a, b] = [square(0, 0, 2), square(1, 1, 2)];
    const results = [
      kernel.intersection(a, b),
      kernel.union([a, b]),
      kernel.difference(a, b),
      kernel.symmetricDifference(a, b),
    ];
    expect(results.map((result) => (result.ok ? area(result.value) : result.issues))).toEqual([1, 7, 3, 6]);
  });

  it('gives polygons wound as RFC 7946 asks', () => {
    const ring = kernel.difference(square(0, 0, 4), square(1, 1, 1));
    if (!ring.ok || ring.value.type !== 'Polygon') throw new Error('expected a polygon');
    expect(ring.value.coordinates.map((coordinates) => doubleSignedArea(coordinates))).toEqual([32, -2]);
  });

  it('buffers a point into a polygon with the segments asked for', () => {
    const buffered = kernel.buffer({ type: 'Point', coordinates: [0, 0] }, 10, { quadrantSegments: 4 });
    expect(buffered.ok && buffered.value.type === 'Polygon' && buffered.value.coordinates[0]?.length).toBe(
      17,
    );
  });

  it('says what is invalid, where, and repairs it', () => {
    const bowTie: Polygon = {
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [2, 2],
          [2, 0],
          [0, 2],
          [0, 0],
        ],
      ],
    };
    expect(kernel.invalidReason(bowTie)).toMatchObject({
      ok: true,
      value: { reason: 'Self-intersection', at: [1, 1] },
    });
    const repaired = kernel.makeValid(bowTie);
    expect(repaired.ok && area(repaired.value)).toBe(2);
    expect(kernel.invalidReason(square(0, 0, 1))).toMatchObject({ ok: true, value: null });
  });

  it.each([
    ['geometry-coordinate-not-finite', { type: 'Point', coordinates: [Number.NaN, 1] }],
    ['geometry-coordinate-not-finite', { type: 'LineString', coordinates: [[0, 0], [1]] }],
    ['geometry-too-few-points', { type: 'LineString', coordinates: [[0, 0]] }],
    ['geometry-too-few-points', { type: 'Polygon', coordinates: [[[0, 0]]] }],
    [
      'geometry-ring-unclosed',
      {
        type: 'Polygon',
        coordinates: [
          [
            [0, 0],
            [1, 0],
            [1, 1],
            [0, 1],
          ],
        ],
      },
    ],
  ] satisfies [string, Geometry][])('refuses bad input with %s', (code, geometry) => {
    const refused = kernel.intersection(square(0, 0, 1), geometry);
    expect(refused).toMatchObject({ ok: false, issues: [{ code }] });
    expect(refused.ok ? [] : refused.issues[0].path[0]).toBe(1);
  });

  it('survives many failures and goes on right', () => {
    const unclosed: Polygon = {
      type: 'Polygon',
      coordinates: [square(0, 0, 1).coordinates[0]?.slice(0, 4) ?? []],
    };
    for (let i = 0; i < 2000; i += 1) expect(kernel.buffer(unclosed, 1).ok).toBe(false);
    expect(area(square(0, 0, 3))).toBe(9);
  });

  it('simplifies a coverage without gaps or overlaps', () => {
    const wiggle = Array.from({ length: 41 }, (_, i) => [i % 2 === 0 ? 10 : 10.2, i / 2]);
    const left: Polygon = { type: 'Polygon', coordinates: [[[0, 0], ...wiggle, [0, 20], [0, 0]]] };
    const right: Polygon = {
      type: 'Polygon',
      coordinates: [[[20, 20], ...wiggle.toReversed(), [20, 0], [20, 20]]],
    };
    const simplified = kernel.coverageSimplify([left, right], 2);
    if (!simplified.ok) throw new Error('simplify failed');
    const [a, b] = simplified.value;
    expect(a?.coordinates[0]?.[0]?.length).toBeLessThan(15);
    expect(a && b && area(a) + area(b)).toBeCloseTo(400, 9);
  });

  it('asks a prepared geometry many times', () => {
    const prepared = kernel.prepare(square(0, 0, 10));
    if (!prepared.ok) throw new Error('prepare failed');
    const { value: field } = prepared;
    expect(field.intersects(square(9, 9, 3))).toMatchObject({ value: true });
    expect(field.covers(square(9, 9, 3))).toMatchObject({ value: false });
    expect(field.contains(square(2, 2, 3))).toMatchObject({ value: true });
    expect(field.distance(square(13, 0, 1))).toMatchObject({ value: 3 });
    const part = field.intersection(square(9, 9, 3));
    expect(part.ok && area(part.value)).toBe(1);
    field.dispose();
  });

  it('handles empty geometries', () => {
    expect(kernel.union([])).toMatchObject({ ok: true });
    expect(area({ type: 'MultiPolygon', coordinates: [] })).toBe(0);
    expect(kernel.intersection(square(0, 0, 1), square(5, 5, 1))).toMatchObject({
      ok: true,
      value: { type: 'Polygon', coordinates: [] },
    });
  });
});
