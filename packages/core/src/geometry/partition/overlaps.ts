import type { Position } from 'geojson';
import { ok, type Result } from '../../result.js';
import type { GeometryKernel } from '../kernel.js';
import { polygonalPart } from '../polygonal.js';
import { spatialIndex } from '../spatial-index.js';
import { type Cell, coverageEdges } from './edges.js';
import { type CoverageEdge, everyEdge, openEdges } from './open-edges.js';

export interface CellOverlap {
  /** Indices of the cells; the ground goes to `keeper`, where it is decided. */
  readonly keeper: number;
  readonly loser: number;
  readonly ground: Cell;
}

export interface SeparatedCells {
  readonly cells: Cell[];
  readonly overlaps: CellOverlap[];
  /** Overlaps that were found and left: not ours to decide. */
  readonly contested: CellOverlap[];
}

/**
 * The same cells with every doubly covered patch left to the earlier cell, where the two may be separated. Only
 * pairs that do not match are looked at.
 */
export function withoutOverlaps(
  kernel: GeometryKernel,
  cells: readonly Cell[],
  maySeparate: (a: number, b: number) => boolean = () => true,
): Result<SeparatedCells> {
  const out = [...cells];
  const overlaps: CellOverlap[] = [];
  const contested: CellOverlap[] = [];
  for (const [keeper, loser] of suspectPairs(cells)) {
    const [a, b] = [out[keeper], out[loser]];
    if (a === undefined || b === undefined) continue;
    const common = kernel.intersection(a, b);
    if (!common.ok) return common;
    const ground = polygonalPart(common.value);
    if (ground.coordinates.length === 0) continue;
    if (!maySeparate(keeper, loser)) {
      contested.push({ keeper, loser, ground });
      continue;
    }
    const rest = kernel.difference(b, a);
    if (!rest.ok) return rest;
    out[loser] = polygonalPart(rest.value);
    overlaps.push({ keeper, loser, ground });
  }
  return ok({ cells: out, overlaps, contested });
}

/** Cells whose edges cross, or that share two or more vertices of open edges; ascending. */
function suspectPairs(cells: readonly Cell[]): [number, number][] {
  const edges = coverageEdges(cells);
  const open = openEdges(edges);
  const all = everyEdge(edges);
  const index = spatialIndex(all.map((edge) => edge.box));
  const shared = new Map<string, Set<number>>();
  const suspects = new Set<string>();
  for (const edge of open) {
    for (const at of index.search(edge.box)) {
      const other = all[at];
      if (other === undefined || other.cell === edge.cell) continue;
      const pair = [Math.min(edge.cell, other.cell), Math.max(edge.cell, other.cell)].join(',');
      const common = [edge.from, edge.to].filter((id) => id === other.from || id === other.to);
      if (other.open && common.length > 0) {
        const known = shared.get(pair) ?? new Set<number>();
        for (const id of common) known.add(id);
        shared.set(pair, known);
        if (known.size >= 2) suspects.add(pair);
      }
      if (common.length === 0 && cross(edge, other)) suspects.add(pair);
    }
  }
  const pairs = [...suspects].map((pair): [number, number] => {
    const [a = 0, b = 0] = pair.split(',').map(Number);
    return [a, b];
  });
  return pairs.sort((p, q) => p[0] - q[0] || p[1] - q[1]);
}

function cross(p: CoverageEdge, q: CoverageEdge): boolean {
  const [a, b] = p.ends;
  const [c, d] = q.ends;
  return side(a, b, c) * side(a, b, d) <= 0 && side(c, d, a) * side(c, d, b) <= 0;
}

function side([ax = 0, ay = 0]: Position, [bx = 0, by = 0]: Position, [px = 0, py = 0]: Position): number {
  return Math.sign((bx - ax) * (py - ay) - (by - ay) * (px - ax));
}
