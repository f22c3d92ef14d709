import type { TileLine } from '../shape.js';
import { decimate } from './decimate.js';
import { linkVertices, type NumberedLine } from './vertex-graph.js';
import { VertexTable } from './vertex-table.js';

/**
 * For every vertex of every line, the error at which generalisation drops it (see `decimate`). Linework of all
 * layers goes in together: what two polygons, or a polygon and a line, share is generalised once and stays
 * shared, whatever the zoom.
 *
 * @param lines in the unit square; rings are closed and do not repeat their first vertex.
 * @param limit no vertex with a greater error is dropped; unit square.
 */
export function generalisationErrors(lines: readonly TileLine[], limit: number): Float32Array[] {
  const table = new VertexTable(lines.reduce((sum, line) => sum + line.xy.length / 2, 0));
  const numbered: NumberedLine[] = lines.map(({ xy, closed }) => {
    const vertices = new Int32Array(xy.length / 2);
    for (let at = 0; at < vertices.length; at++) {
      vertices[at] = table.numberOf(xy[2 * at] ?? 0, xy[2 * at + 1] ?? 0);
    }
    return { vertices, closed };
  });
  const errors = decimate(table.x, table.y, linkVertices(numbered, table.size), limit);
  return numbered.map(({ vertices }) => Float32Array.from(vertices, (vertex) => errors[vertex] ?? Infinity));
}
