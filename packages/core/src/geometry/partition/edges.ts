import type { MultiPolygon, Polygon, Position } from 'geojson';
import { rewind } from '../winding.js';
import { VertexIndex } from './vertex-index.js';

/** A polygon of a coverage, in any one plane; for lon/lat the plane of degrees. */
export type Cell = Polygon | MultiPolygon;

/**
 * The directed edges of polygons that tile the plane, the cell's ground to the left of each. Where two cells meet,
 * the edge of one has its `twin` in the other, the same two vertices the other way round.
 */
export interface CoverageEdges {
  readonly vertices: VertexIndex;
  readonly count: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Index of the cell in the list given. */
  readonly cell: Int32Array;
  /** Edge index, -1 where nothing matches: the coverage's outline, or a fault of it. */
  readonly twin: Int32Array;
}

export function ringsOf(cell: Cell): readonly Position[][] {
  return cell.type === 'Polygon' ? cell.coordinates : cell.coordinates.flat();
}

/** Repeated vertices are passed over; everything else is kept as it is. */
export function coverageEdges(cells: readonly Cell[]): CoverageEdges {
  const wound = cells.map((cell) => ringsOf(rewind<Polygon | MultiPolygon>(cell)));
  const capacity = wound.reduce((sum, rings) => rings.reduce((n, ring) => n + ring.length, sum), 0);
  const vertices = new VertexIndex();
  const from = new Int32Array(capacity);
  const to = new Int32Array(capacity);
  const cell = new Int32Array(capacity);
  let count = 0;
  for (const [index, rings] of wound.entries()) {
    for (const ring of rings) {
      let last = -1;
      for (const [x = Number.NaN, y = Number.NaN] of ring) {
        const id = vertices.idOf(x, y);
        if (last >= 0 && id !== last) {
          from[count] = last;
          to[count] = id;
          cell[count] = index;
          count += 1;
        }
        last = id;
      }
    }
  }
  return { vertices, count, from, to, cell, twin: twins(count, from, to) };
}

function twins(count: number, from: Int32Array, to: Int32Array): Int32Array {
  const mask = 2 ** Math.ceil(Math.log2(2 * count + 2)) - 1;
  const table = new Int32Array(mask + 1).fill(-1);
  const twin = new Int32Array(count).fill(-1);
  const slotOf = (a: number, b: number): number => {
    const hash = Math.imul(Math.imul(a, 0x9e3779b1) ^ b, 0x85ebca6b);
    return (hash ^ (hash >>> 15)) & mask;
  };
  for (let edge = 0; edge < count; edge += 1) {
    const [a, b] = [from[edge] ?? -1, to[edge] ?? -1];
    let slot = slotOf(b, a);
    let opposite = -1;
    for (let at = table[slot] ?? -1; at >= 0; at = table[slot] ?? -1) {
      if (from[at] === b && to[at] === a && twin[at] === -1) {
        opposite = at;
        break;
      }
      slot = (slot + 1) & mask;
    }
    if (opposite >= 0) {
      twin[edge] = opposite;
      twin[opposite] = edge;
    }
    slot = slotOf(a, b);
    while ((table[slot] ?? -1) >= 0) slot = (slot + 1) & mask;
    table[slot] = edge;
  }
  return twin;
}
