import type { MultiPolygon, Polygon } from 'geojson';
import { asMultiPolygon } from '../polygonal.js';
import { doubleSignedArea } from '../winding.js';
import type { Cell } from './edges.js';

export interface CellSplinter {
  readonly cell: number;
  readonly ground: Polygon;
}

/** Cells without their parts smaller than `minArea` (planar): leftovers of digitising, often inside a neighbour. */
export function withoutSplinters(
  cells: readonly Cell[],
  minArea: number,
): { readonly cells: MultiPolygon[]; readonly splinters: CellSplinter[] } {
  const splinters: CellSplinter[] = [];
  const kept = cells.map((cell, at): MultiPolygon => {
    const parts = asMultiPolygon(cell).coordinates;
    const areas = parts.map((rings) => Math.abs(doubleSignedArea(rings[0] ?? [])) / 2);
    const largest = Math.max(...areas);
    const coordinates = parts.filter((rings, part) => {
      const area = areas[part] ?? 0;
      const keep = area >= minArea || area === largest;
      if (!keep) splinters.push({ cell: at, ground: { type: 'Polygon', coordinates: rings } });
      return keep;
    });
    return { type: 'MultiPolygon', coordinates };
  });
  return { cells: kept, splinters };
}
