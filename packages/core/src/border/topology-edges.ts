import type { MultiPolygon, Polygon, Position } from 'geojson';
import { VertexIndex } from '../geometry/partition/vertex-index.js';
import { isClockwise } from '../geometry/winding.js';

/** The edges of many units, ring by ring, each with its partner in another outline. */
export interface TopologyEdges {
  readonly vertices: VertexIndex;
  /** How many positions were given. */
  readonly given: number;
  readonly count: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Whose edge it is; its ground lies to the left. */
  readonly unit: Int32Array;
  /** The same edge the other way round; -1 where no outline has it. */
  readonly twin: Int32Array;
  /** First edge of each ring, and the end of the last. */
  readonly rings: Int32Array;
}

export function topologyEdges(geometries: readonly (Polygon | MultiPolygon)[]): TopologyEdges {
  const ringsOf = (geometry: Polygon | MultiPolygon): readonly (readonly Position[][])[] =>
    geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  let given = 0;
  for (const geometry of geometries) {
    for (const part of ringsOf(geometry)) for (const ring of part) given += ring.length;
  }
  const vertices = new VertexIndex(given / 2);
  const from = new Int32Array(given);
  const to = new Int32Array(given);
  const unit = new Int32Array(given);
  const rings: number[] = [0];
  let count = 0;
  geometries.forEach((geometry, index) => {
    for (const part of ringsOf(geometry)) {
      part.forEach((ring, place) => {
        const backwards = isClockwise(ring) !== place > 0;
        const first = count;
        let last = -1;
        for (const [x = Number.NaN, y = Number.NaN] of ring) {
          const id = vertices.idBeside(last, x, y);
          if (last >= 0 && id !== last) {
            from[count] = backwards ? id : last;
            to[count] = backwards ? last : id;
            unit[count] = index;
            count += 1;
          }
          last = id;
        }
        if (backwards) {
          from.subarray(first, count).reverse();
          to.subarray(first, count).reverse();
        }
        rings.push(count);
      });
    }
  });
  const twin = twinsOf(vertices.count, count, from, to);
  return { vertices, given, count, from, to, unit, twin, rings: Int32Array.from(rings) };
}

/** Pairs edges that run between the same two vertices in opposite ways; edges are sorted by their smaller vertex. */
function twinsOf(vertices: number, count: number, from: Int32Array, to: Int32Array): Int32Array {
  const starts = new Int32Array(vertices + 1);
  for (let edge = 0; edge < count; edge += 1) {
    const least = Math.min(from[edge] ?? 0, to[edge] ?? 0);
    starts[least + 1] = (starts[least + 1] ?? 0) + 1;
  }
  for (let vertex = 0; vertex < vertices; vertex += 1) {
    starts[vertex + 1] = (starts[vertex + 1] ?? 0) + (starts[vertex] ?? 0);
  }
  const filled = starts.slice(0, vertices);
  const sorted = new Int32Array(count);
  const twin = new Int32Array(count).fill(-1);
  for (let edge = 0; edge < count; edge += 1) {
    const [a, b] = [from[edge] ?? 0, to[edge] ?? 0];
    const least = Math.min(a, b);
    const [begin, end] = [starts[least] ?? 0, filled[least] ?? 0];
    for (let at = begin; at < end; at += 1) {
      const known = sorted[at] ?? 0;
      if (from[known] === b && to[known] === a && twin[known] === -1) {
        twin[known] = edge;
        twin[edge] = known;
        break;
      }
    }
    sorted[end] = edge;
    filled[least] = end + 1;
  }
  return twin;
}
