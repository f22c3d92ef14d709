const NONE = -1;

/**
 * Which vertices follow each other in any of the linework. A vertex with exactly two neighbours lies inside a
 * line and may go; every other one (a junction, an end) is fixed.
 */
export interface VertexGraph {
  /** The two neighbours of a free vertex; meaningless for a fixed one. */
  readonly first: Int32Array;
  readonly second: Int32Array;
  readonly fixed: Uint8Array;
  /** Edges between two fixed vertices, as `edgeKey`. */
  readonly fixedEdges: Set<number>;
  readonly edgeKey: (a: number, b: number) => number;
}

/** One line of vertex numbers; a closed one does not repeat its first vertex. */
export interface NumberedLine {
  readonly vertices: Int32Array;
  readonly closed: boolean;
}

export function linkVertices(lines: readonly NumberedLine[], size: number): VertexGraph {
  const first = new Int32Array(size).fill(NONE);
  const second = new Int32Array(size).fill(NONE);
  const fixed = new Uint8Array(size);
  const edgeKey = (a: number, b: number): number => (a < b ? a * size + b : b * size + a);
  const link = (from: number, to: number): void => {
    if (first[from] === NONE) first[from] = to;
    else if (first[from] === to) return;
    else if (second[from] === NONE) second[from] = to;
    else if (second[from] !== to) fixed[from] = 1;
  };
  const eachEdge = (visit: (a: number, b: number) => void): void => {
    for (const { vertices, closed } of lines) {
      let before = (closed ? vertices.at(-1) : vertices[0]) ?? NONE;
      for (const vertex of vertices) {
        if (vertex !== before) visit(before, vertex);
        before = vertex;
      }
    }
  };
  eachEdge((a, b) => {
    link(a, b);
    link(b, a);
  });
  for (const { vertices, closed } of lines) {
    const [start, end] = [vertices[0], vertices.at(-1)];
    if (closed || start === undefined || end === undefined) continue;
    fixed[start] = 1;
    fixed[end] = 1;
  }
  for (let vertex = 0; vertex < size; vertex++) if (second[vertex] === NONE) fixed[vertex] = 1;
  const fixedEdges = new Set<number>();
  eachEdge((a, b) => {
    if (fixed[a] === 1 && fixed[b] === 1) fixedEdges.add(edgeKey(a, b));
  });
  return { first, second, fixed, fixedEdges, edgeKey };
}
