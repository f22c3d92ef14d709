import type { Bbox } from '../geometry/bbox.js';
import { edgeKey, VertexIds } from '../geometry/vertex-ids.js';
import type { OutlineEdge } from './outline.js';

/** Vertices this near are one vertex: 1 mm, far under any drawing's accuracy, far over rounding noise. */
const SAME_VERTEX_m = 0.001;

/** What two outlines have in common vertex by vertex. */
export interface CommonEdges {
  /** Edges of the first that are edges of the second too. */
  readonly matched: readonly OutlineEdge[];
  /** The edges of each side that found no partner. */
  readonly loose: { readonly first: readonly OutlineEdge[]; readonly second: readonly OutlineEdge[] };
  /** Whether a place is a vertex of both. */
  isCommonVertex(x: number, y: number): boolean;
}

/** Matches edges by their quantised ends, whichever way they run. */
export function commonEdges(
  first: readonly OutlineEdge[],
  second: readonly OutlineEdge[],
  box_m: Bbox,
): CommonEdges {
  const ids = new VertexIds(box_m, SAME_VERTEX_m);
  const keysOfSecond = second.map((edge) => keyOf(ids, edge));
  const inSecond = new Set(keysOfSecond);
  const inFirst = new Set<number>();
  const [matched, looseFirst]: [OutlineEdge[], OutlineEdge[]] = [[], []];
  for (const edge of first) {
    const [a, b] = [ids.known(edge.x0, edge.y0), ids.known(edge.x1, edge.y1)];
    const key = a === undefined || b === undefined ? undefined : edgeKey(a, b);
    if (key !== undefined && inSecond.has(key)) {
      inFirst.add(key);
      matched.push(edge);
    } else {
      looseFirst.push(edge);
    }
  }
  const looseSecond = second.filter((_, index) => {
    const key = keysOfSecond[index];
    return key === undefined || !inFirst.has(key);
  });
  return {
    matched,
    loose: { first: looseFirst, second: looseSecond },
    isCommonVertex: (x, y) => ids.known(x, y) !== undefined,
  };
}

function keyOf(ids: VertexIds, edge: OutlineEdge): number | undefined {
  const [a, b] = [ids.number(edge.x0, edge.y0), ids.number(edge.x1, edge.y1)];
  return a === undefined || b === undefined ? undefined : edgeKey(a, b);
}
