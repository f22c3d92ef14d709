import type { Polygon, Position } from 'geojson';
import { expect, test } from 'vitest';
import { loadGeometryKernel } from '../kernel.js';
import { dissolve } from './dissolve.js';
import { coverageEdges } from './edges.js';
import { repairCoverage } from './repair.js';

const polygon = (...rings: Position[][]): Polygon => ({
  type: 'Polygon',
  coordinates: rings.map((ring) => [...ring, ring[0] ?? []]),
});
const box = (w: number, s: number, e: number, n: number): Polygon =>
  polygon([
    [w, s],
    [e, s],
    [e, n],
    [w, n],
  ]);
const kernel = await loadGeometryKernel();
const OPTIONS = { minPartArea: 1e-4, maxGapArea: 0.01, vertexTolerance: 1e-9 };

function areaOf(geometry: Parameters<typeof kernel.area>[0]): number {
  const area = kernel.area(geometry);
  if (!area.ok) throw new Error(area.issues[0].message.en);
  return area.value;
}

test('edges between members cancel; the outline keeps its vertices', () => {
  const cells = [box(0, 0, 1, 1), box(1, 0, 2, 1), box(0, 1, 1, 2)];
  const [left, right] = dissolve(coverageEdges(cells), [0, 1, 0], 2);
  expect(left?.coordinates).toHaveLength(1);
  expect(left?.coordinates[0]?.[0]).toHaveLength(7);
  expect(left === null || left === undefined ? 0 : areaOf(left)).toBe(2);
  expect(right).toEqual({ type: 'MultiPolygon', coordinates: [box(1, 0, 2, 1).coordinates] });
});

test('a ring of cells around nothing has a hole, wound the other way', () => {
  const ring = [box(0, 0, 3, 1), box(0, 2, 3, 3), box(0, 1, 1, 2), box(2, 1, 3, 2)];
  const repaired = repairCoverage(kernel, ring, { ...OPTIONS, maxGapArea: 0.5 });
  if (!repaired.ok) throw new Error(repaired.issues[0].code);
  const [whole] = dissolve(coverageEdges(repaired.value.cells), [0, 0, 0, 0], 1);
  expect(whole?.coordinates).toHaveLength(1);
  expect(whole?.coordinates[0]).toHaveLength(2);
  expect(whole === null || whole === undefined ? 0 : areaOf(whole)).toBe(8);
});

test('parts that touch in a point stay two shells, and a hole may touch its shell', () => {
  const [diagonal] = dissolve(coverageEdges([box(0, 0, 1, 1), box(1, 1, 2, 2)]), [0, 0], 1);
  expect(diagonal?.coordinates).toHaveLength(2);
  const around = [
    polygon([
      [0, 0],
      [2, 0],
      [4, 0],
      [4, 4],
      [2, 3],
    ]),
    polygon([
      [0, 0],
      [2, 3],
      [4, 4],
      [0, 4],
    ]),
    polygon([
      [2, 0],
      [3, 1],
      [2, 2],
      [1, 1],
    ]),
  ] as const;
  const holed = kernel.difference(around[0], around[2]);
  if (!holed.ok || holed.value.type !== 'Polygon') throw new Error('unexpected');
  const [outer] = dissolve(coverageEdges([holed.value, around[1]]), [0, 0], 1);
  if (outer === null || outer === undefined) throw new Error('unexpected');
  expect(kernel.invalidReason(outer)).toMatchObject({ ok: true, value: null });
});

test('four squares that touch corner to corner around an empty one stay four shells', () => {
  const squares = [box(1, 0, 2, 1), box(0, 1, 1, 2), box(2, 1, 3, 2), box(1, 2, 2, 3)];
  const [ring] = dissolve(coverageEdges(squares), [0, 0, 0, 0], 1);
  expect(ring?.coordinates.map((rings) => rings.length)).toEqual([1, 1, 1, 1]);
});

test('edges that do not close give null, not a wrong polygon', () => {
  const edges = coverageEdges([box(0, 0, 1, 1)]);
  edges.to[0] = 3;
  expect(dissolve(edges, [0], 1)).toEqual([null]);
});

test('an overlap stays with the earlier cell and every vertex is shared afterwards', () => {
  const repaired = repairCoverage(kernel, [box(0, 0, 1.1, 1), box(1, 0, 2, 1)], OPTIONS);
  if (!repaired.ok) throw new Error(repaired.issues[0].code);
  const { cells, overlaps } = repaired.value;
  expect(overlaps).toMatchObject([{ keeper: 0, loser: 1 }]);
  expect(cells.map(areaOf)).toEqual([1.1, expect.closeTo(0.9, 12)]);
  const [whole] = dissolve(coverageEdges(cells), [0, 0], 1);
  expect(whole?.coordinates).toHaveLength(1);
});

test('a T-junction gets its vertex, a sliver between neighbours its owner, a speck goes', () => {
  const low = polygon([
    [0, 0],
    [2, 0],
    [2, 1],
    [0, 1],
  ]);
  const left = polygon([
    [0, 1],
    [0.999, 1],
    [1, 1.5],
    [0.999, 2],
    [0, 2],
  ]);
  const right = box(1, 1, 2, 2);
  const speck = {
    type: 'MultiPolygon' as const,
    coordinates: [right.coordinates, box(3, 3, 3.001, 3.001).coordinates],
  };
  const repaired = repairCoverage(kernel, [low, left, speck], OPTIONS);
  if (!repaired.ok) throw new Error(repaired.issues[0].code);
  const { cells, gaps, splinters } = repaired.value;
  expect(splinters).toMatchObject([{ cell: 2 }]);
  // Below (1, 1.5) the sliver is enclosed and filled; above it opens to the outside and stays.
  expect(gaps).toHaveLength(1);
  expect(gaps[0]?.neighbour).toBe(1);
  expect(cells[0]?.coordinates[0]?.[0]?.map(String)).toContain('1,1');
  const [whole] = dissolve(coverageEdges(cells), [0, 0, 0], 1);
  expect(whole?.coordinates[0]).toHaveLength(1);
});
