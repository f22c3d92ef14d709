import type { MultiPolygon } from 'geojson';
import type { CoverageEdges } from './edges.js';
import { assemble } from './rings.js';

/**
 * The ground of each group of cells as one multipolygon: edges between cells of a group cancel, the others are
 * joined into rings. Every vertex stays bit for bit, so neighbours and members share them. `null` for a group
 * whose edges do not close. Cells with group -1 take no part.
 */
export function dissolve(
  edges: CoverageEdges,
  groupOfCell: readonly number[],
  groups: number,
): (MultiPolygon | null)[] {
  const chosen: number[][] = Array.from({ length: groups }, () => []);
  const groupOf = (edge: number): number => groupOfCell[edges.cell[edge] ?? -1] ?? -1;
  for (let edge = 0; edge < edges.count; edge += 1) {
    const group = groupOf(edge);
    const twin = edges.twin[edge] ?? -1;
    if (group >= 0 && (twin < 0 || groupOf(twin) !== group)) chosen[group]?.push(edge);
  }
  return chosen.map((list) => assemble(edges, list));
}
