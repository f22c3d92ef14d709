import type { Geometry, Polygon } from 'geojson';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { type GeometryEngine, type GeometryKernel, loadGeometryKernel } from './kernel.js';
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

const ENGINES: readonly GeometryEngine[] = ['geos', 'jsts'];

describe.each(ENGINES)('the geometry kernel on %s', (engine) => {
  let kernel: GeometryKernel;
  beforeAll(async () => {
    kernel = await loadGeometryKernel({ engine });
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

  it('simplifies a coverage without gaps or overlaps, or says that it cannot', () => {
    const wiggle = Array.from({ length: 41 }, (_, i) => [i % 2 === 0 ? 10 : 10.2, i / 2]);
    const left: Polygon = { type: 'Polygon', coordinates: [[[0, 0], ...wiggle, [0, 20], [0, 0]]] };
    const right: Polygon = {
      type: 'Polygon',
      coordinates: [[[20, 20], ...wiggle.toReversed(), [20, 0], [20, 20]]],
    };
    const simplified = kernel.coverageSimplify([left, right], 2);
    if (engine === 'jsts') {
      expect(simplified).toMatchObject({ ok: false, issues: [{ code: 'geometry-operation-missing' }] });
      return;
    }
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

  it('repairs polygons of every fault to the ground they go around', () => {
    const faulty = (...coordinates: Polygon['coordinates']): Polygon => ({ type: 'Polygon', coordinates });
    const [outer = []] = square(0, 0, 10).coordinates;
    const hole = (x: number, y: number, size: number) =>
      square(x, y, size).coordinates[0]?.toReversed() ?? [];
    const cases: [string, Geometry, number][] = [
      ['a hole outside', faulty(outer, hole(20, 20, 2)), 104],
      ['a hole across the outline', faulty(outer, hole(8, 4, 4)), 92],
      ['two holes over each other', faulty(outer, hole(2, 2, 3), hole(4, 4, 3)), 83],
      ['a spike', faulty([...outer.slice(0, 2), [30, 0], ...outer.slice(1)]), 100],
      ['an outline gone around twice', faulty([...outer, ...outer.slice(1)]), 100],
      ['no ground', faulty([[0, 0], [5, 5], [0, 0], [0, 0]]), 0], // biome-ignore format: a ring
      [
        'parts over each other',
        {
          type: 'MultiPolygon',
          coordinates: [square(0, 0, 10).coordinates, square(5, 5, 10).coordinates],
        },
        175,
      ],
    ];
    for (const [what, geometry, expected] of cases) {
      const repaired = kernel.makeValid(geometry);
      if (!repaired.ok) throw new Error(`${what}: ${repaired.issues[0].message.en}`);
      expect(area(repaired.value), what).toBeCloseTo(expected, 9);
      expect(kernel.invalidReason(repaired.value), what).toMatchObject({ ok: true, value: null });
    }
  });

  it('takes collections of points, lines and ground', () => {
    const mixed: Geometry = {
      type: 'GeometryCollection',
      geometries: [
        { type: 'Point', coordinates: [1, 1] },
        {
          type: 'LineString',
          coordinates: [
            [-5, 5],
            [5, 5],
          ],
        },
        square(8, 8, 4),
      ],
    };
    const field = square(0, 0, 10);
    const common = kernel.intersection(mixed, field);
    if (!common.ok) throw new Error(common.issues[0].message.en);
    expect(area(common.value)).toBe(4);
    expect(kernel.difference(field, mixed)).toMatchObject({ ok: true });
    expect(kernel.distance(mixed, square(20, 8, 1))).toMatchObject({ ok: true, value: 8 });
    const prepared = kernel.prepare(field);
    expect(prepared.ok && prepared.value.intersects(mixed)).toMatchObject({ ok: true, value: true });
    expect(prepared.ok && prepared.value.covers(mixed)).toMatchObject({ ok: true, value: false });
  });

  it('says how a prepared polygon lies to others', () => {
    const prepared = kernel.prepare(square(0, 0, 10));
    if (!prepared.ok) throw new Error('prepare failed');
    const { value: field } = prepared;
    const beside = square(10, 0, 5);
    const answers = [
      field.touches(beside),
      field.overlaps(square(8, 8, 5)),
      field.within(square(-1, -1, 20)),
      field.equals(square(0, 0, 10)),
      field.crosses({ type: 'LineString', coordinates: [[-1, 5], [11, 5]] }), // biome-ignore format: a line
    ];
    expect(answers.map((answer) => (answer.ok ? answer.value : answer.issues))).toEqual(Array(5).fill(true));
    expect(field.overlaps(beside)).toMatchObject({ value: false });
    const left = field.cutFrom(square(5, 0, 10));
    expect(left.ok && area(left.value)).toBe(50);
    field.dispose();
    expect(() => field.touches(beside)).toThrow('dispose');
  });

  it('merges lines, finds faces and simplifies', () => {
    const lines: Geometry = {
      type: 'MultiLineString',
      coordinates: [
        [
          [0, 0],
          [1, 0],
        ],
        [
          [1, 0],
          [2, 0.001],
          [3, 0],
        ],
      ],
    };
    const merged = kernel.lineMerge(lines);
    expect(merged.ok && merged.value.coordinates.map((line) => line.length)).toEqual([4]);
    const thinned = merged.ok ? kernel.simplify(merged.value, 0.1) : merged;
    expect(thinned.ok && kernel.length(thinned.value)).toMatchObject({ value: 3 });
    const [outline = []] = square(0, 0, 2).coordinates;
    const found = kernel.faces({ type: 'MultiLineString', coordinates: [outline, [[-1, 1], [3, 1]]] }); // biome-ignore format: a line
    expect(found.ok && found.value.map(area)).toEqual([2, 2]);
    const inside = kernel.pointOnSurface(square(0, 0, 2));
    expect(inside).toMatchObject({ ok: true, value: [1, 1] });
    expect(kernel.pointOnSurface({ type: 'MultiPolygon', coordinates: [] }).ok).toBe(false);
  });
});

describe('the choice of the engine', () => {
  it('is GEOS, and JSTS where there is no WebAssembly; each is loaded once', async () => {
    expect((await loadGeometryKernel()).engine).toContain('GEOS');
    expect(loadGeometryKernel()).toBe(loadGeometryKernel({ engine: 'geos' }));
    vi.stubGlobal('WebAssembly', undefined);
    try {
      expect((await loadGeometryKernel()).engine).toContain('JSTS');
    } finally {
      vi.unstubAllGlobals();
    }
  });
});
