import type { TileLine } from '../shape.js';
import { decimate } from './decimate.js';
import type { JudgedLine } from './line-window.js';
import { linkVertices, type NumberedLine } from './vertex-graph.js';
import { VertexTable } from './vertex-table.js';

/** Lines with their vertices numbered: what shares a vertex shares its number. */
function numbered(lines: readonly TileLine[]): { table: VertexTable; numbers: NumberedLine[] } {
  const table = new VertexTable(lines.reduce((sum, line) => sum + line.xy.length / 2, 0));
  const numbers = lines.map(({ xy, closed }) => {
    const vertices = new Int32Array(xy.length / 2);
    for (let at = 0; at < vertices.length; at++) {
      vertices[at] = table.numberOf(xy[2 * at] ?? 0, xy[2 * at + 1] ?? 0);
    }
    return { vertices, closed };
  });
  return { table, numbers };
}

const errorsOf = ({ vertices }: NumberedLine, errors: Float32Array): Float32Array =>
  Float32Array.from(vertices, (vertex) => errors[vertex] ?? Infinity);

/**
 * For every vertex of every line, the error at which generalisation drops it (see `decimate`). Linework of all
 * layers goes in together: what two polygons, or a polygon and a line, share is generalised once and stays
 * shared, whatever the zoom.
 *
 * @param lines in the unit square; rings are closed and do not repeat their first vertex.
 * @param limit no vertex with a greater error is dropped; unit square.
 */
export function generalisationErrors(lines: readonly TileLine[], limit: number): Float32Array[] {
  const { table, numbers } = numbered(lines);
  const errors = decimate(table.x, table.y, linkVertices(numbers, table.size), limit);
  return numbers.map((line) => errorsOf(line, errors));
}

/**
 * The errors of new lines among others that were generalised before and stay: what they share is dropped where it
 * was dropped. The second list are the errors of the others, those of an open line's ends as they were; a line that
 * keeps all of its own is `undefined` there. Give all that comes near the new lines; nothing further away matters.
 */
export function addedErrors(
  added: readonly TileLine[],
  others: readonly JudgedLine[],
  limit: number,
): { readonly added: Float32Array[]; readonly others: (Float32Array | undefined)[] } {
  const { table, numbers } = numbered([...others, ...added]);
  const known = new Float32Array(table.size).fill(Number.NaN);
  for (const [at, { errors }] of others.entries()) {
    for (const [position, vertex] of (numbers[at]?.vertices ?? new Int32Array()).entries()) {
      known[vertex] = errors[position] ?? Infinity;
    }
  }
  const errors = decimate(table.x, table.y, linkVertices(numbers, table.size), limit, known);
  const found = numbers.map((line) => errorsOf(line, errors));
  return {
    added: found.slice(others.length),
    others: others.map((line, at) => withEnds(found[at] ?? line.errors, line)),
  };
}

/** The errors found, but for the ends of an open line; `undefined` when they are what they were. */
function withEnds(found: Float32Array, { errors, closed }: JudgedLine): Float32Array | undefined {
  const last = errors.length - 1;
  if (!closed) {
    found[0] = errors[0] ?? Infinity;
    found[last] = errors[last] ?? Infinity;
  }
  return found.every((error, at) => error === errors[at]) ? undefined : found;
}
