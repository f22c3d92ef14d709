import {
  type GeometryKernel,
  type LayerDefinition,
  type LayerFeature,
  layerDefinition,
  loadGeometryKernel,
} from '@giapranh/core';
import { buildTileSource } from '@giapranh/tiles';
import fc from 'fast-check';
import type { Position } from 'geojson';
import { beforeAll, expect, it } from 'vitest';
import { must } from '../must.js';
import { decodeTile, tileAt, toPolygons } from '../vector-tile.js';

const COLUMNS = 4;
const ROWS = 3;
const CELL_deg = 0.05;

let kernel: GeometryKernel;
let communes: LayerDefinition;

beforeAll(async () => {
  kernel = await loadGeometryKernel();
  const definition = layerDefinition('communes');
  if (definition === undefined) throw new Error('communes');
  communes = definition;
});

/** A wavy line between two nodes: never leaves a lens around the straight one, so lines meet in nodes only. */
function wave(from: Position, to: Position, heights: readonly number[]): Position[] {
  const [[x0 = 0, y0 = 0], [x1 = 0, y1 = 0]] = [from, to];
  return [
    from,
    ...heights.map((height, at): Position => {
      const along = (at + 1) / (heights.length + 1);
      const aside = 0.2 * height * Math.sin(Math.PI * along);
      return [x0 + along * (x1 - x0) - aside * (y1 - y0), y0 + along * (y1 - y0) + aside * (x1 - x0)];
    }),
    to,
  ];
}

/** Twelve cells whose neighbours share wavy sides, vertex by vertex. */
const coverage = fc
  .record({
    jitter: fc.array(fc.double({ min: -0.1, max: 0.1, noNaN: true }), {
      minLength: 2 * (COLUMNS + 1) * (ROWS + 1),
      maxLength: 2 * (COLUMNS + 1) * (ROWS + 1),
    }),
    heights: fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 40, maxLength: 300 }),
  })
  .map(({ jitter, heights }): LayerFeature[] => {
    const node = (column: number, row: number): Position => {
      const at = 2 * (row * (COLUMNS + 1) + column);
      return [
        105.7 + CELL_deg * (column + (jitter[at] ?? 0)),
        22.1 + CELL_deg * (row + (jitter[at + 1] ?? 0)),
      ];
    };
    const side = (seed: number, from: Position, to: Position): Position[] =>
      wave(from, to, [...heights.slice(seed % heights.length), ...heights.slice(0, seed % heights.length)]);
    const level = (column: number, row: number): Position[] =>
      side(7 * column + 31 * row, node(column, row), node(column + 1, row));
    const upright = (column: number, row: number): Position[] =>
      side(13 * column + 5 * row + 3, node(column, row), node(column, row + 1));
    return Array.from({ length: COLUMNS * ROWS }, (_, at): LayerFeature => {
      const [column, row] = [at % COLUMNS, Math.floor(at / COLUMNS)];
      const ring = [
        ...level(column, row),
        ...upright(column + 1, row).slice(1),
        ...level(column, row + 1)
          .reverse()
          .slice(1),
        ...upright(column, row).reverse().slice(1),
      ];
      return {
        layer: 'communes',
        id: String(at),
        geometry: { type: 'Polygon', coordinates: [ring] },
        properties: {},
        validity: { from: null, to: null },
      };
    });
  });

it('any coverage stays one at any zoom: valid polygons, no gap, no overlap', () => {
  fc.assert(
    fc.property(
      coverage,
      fc.integer({ min: 0, max: 16 }),
      fc.double({ min: 0, max: 0.99, noNaN: true }),
      (features, z, along) => {
        const source = buildTileSource(communes, features);
        const { x, y } = tileAt(105.7 + along * COLUMNS * CELL_deg, 22.17, z);
        const tile = source.tile(z, x, y);
        const polygons = (tile === undefined ? [] : (decodeTile(tile).get('communes') ?? [])).map(toPolygons);
        for (const polygon of polygons) expect(must(kernel.invalidReason(polygon))).toBeNull();
        const union = must(kernel.union(polygons));
        const sum = polygons.reduce((total, polygon) => total + must(kernel.area(polygon)), 0);
        // Twice the area of integer rings is an integer: no tolerance is needed beyond rounding of doubles.
        expect(Math.abs(sum - must(kernel.area(union)))).toBeLessThan(1e-6);
        const parts = union.type === 'MultiPolygon' ? union.coordinates : [];
        const single = union.type === 'Polygon' ? [union.coordinates] : parts;
        expect(single.every((rings) => rings.length === 1)).toBe(true);
      },
    ),
    { seed: 20_250_701, numRuns: 150 },
  );
});
