import type { Polygon } from 'geojson';
import { doubleSignedArea } from '../winding.js';
import { dissolve } from './dissolve.js';
import type { CoverageEdges } from './edges.js';

export interface CellGap {
  readonly ground: Polygon;
  /** The cell with the longest edge along it, in the plane of the coordinates. */
  readonly neighbour: number;
}

/** Holes of the whole coverage up to `maxArea` (planar, units of the coordinates squared) that no cell covers. */
export function gapsOf(edges: CoverageEdges, cells: number, maxArea: number): CellGap[] {
  const [whole] = dissolve(edges, new Array<number>(cells).fill(0), 1);
  const holes = whole?.coordinates.flatMap((rings) => rings.slice(1)) ?? [];
  const small = holes.filter((ring) => Math.abs(doubleSignedArea(ring)) / 2 <= maxArea);
  if (small.length === 0) return [];
  const cellAlong = new Map<string, number>();
  for (let edge = 0; edge < edges.count; edge += 1) {
    if (edges.twin[edge] === -1)
      cellAlong.set(`${edges.from[edge]}>${edges.to[edge]}`, edges.cell[edge] ?? -1);
  }
  return small.map((ring) => {
    const lengths = new Map<number, number>();
    for (const [at, [bx = 0, by = 0]] of ring.entries()) {
      const [ax, ay] = ring[at - 1] ?? [];
      if (ax === undefined || ay === undefined) continue;
      const cell = cellAlong.get(`${edges.vertices.idOf(ax, ay)}>${edges.vertices.idOf(bx, by)}`) ?? -1;
      lengths.set(cell, (lengths.get(cell) ?? 0) + Math.hypot(bx - ax, by - ay));
    }
    const [[neighbour] = [-1]] = [...lengths].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    return { ground: { type: 'Polygon', coordinates: [ring.toReversed()] }, neighbour };
  });
}
