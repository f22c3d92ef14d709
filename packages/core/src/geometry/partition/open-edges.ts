import type { Position } from 'geojson';
import type { Bbox } from '../bbox.js';
import type { CoverageEdges } from './edges.js';

export interface CoverageEdge {
  readonly from: number;
  readonly to: number;
  readonly cell: number;
  /** Without a twin: the coverage's outline, or a place where cells overlap or leave a gap. */
  readonly open: boolean;
  readonly ends: readonly [Position, Position];
  readonly box: Bbox;
}

export function everyEdge(edges: CoverageEdges): CoverageEdge[] {
  return Array.from({ length: edges.count }, (_, edge) => edgeAt(edges, edge));
}

export function openEdges(edges: CoverageEdges): CoverageEdge[] {
  const open: CoverageEdge[] = [];
  for (let edge = 0; edge < edges.count; edge += 1) {
    if (edges.twin[edge] === -1) open.push(edgeAt(edges, edge));
  }
  return open;
}

function edgeAt(edges: CoverageEdges, edge: number): CoverageEdge {
  const { vertices } = edges;
  const [from, to] = [edges.from[edge] ?? -1, edges.to[edge] ?? -1];
  const [ax, ay, bx, by] = [vertices.x(from), vertices.y(from), vertices.x(to), vertices.y(to)];
  return {
    from,
    to,
    cell: edges.cell[edge] ?? -1,
    open: edges.twin[edge] === -1,
    ends: [
      [ax, ay],
      [bx, by],
    ],
    box: [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)],
  };
}
