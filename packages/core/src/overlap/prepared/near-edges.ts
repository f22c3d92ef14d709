import { cellsOf } from './cell-window.js';
import type { LayerData } from './layer-data.js';
import { NumberList } from './number-list.js';

/** The features that a box meets, or may lie in, and their edges whose boxes meet it. Overwritten by every search. */
export class NearEdges {
  readonly #data: LayerData;
  readonly #seen: Uint32Array;
  #searches = 0;
  /** Whether what was found stands in order: so it does unless several cells hold edges. */
  #sorted = true;
  /** Of the search: west, south, east, north. */
  readonly #box = new Float64Array(4);
  readonly #features = new NumberList();
  readonly #edges = new NumberList();

  constructor(data: LayerData) {
    this.#data = data;
    this.#seen = new Uint32Array(data.heads.length);
  }

  /** As many as `featureCount`, ascending; what follows them is of earlier searches. */
  get featureList(): Uint32Array {
    return this.#features.values;
  }

  get featureCount(): number {
    return this.#features.count;
  }

  /** As many as `edgeCount`, ascending, so that the edges of a feature and of a path follow each other. */
  get edgeList(): Uint32Array {
    return this.#edges.values;
  }

  get edgeCount(): number {
    return this.#edges.count;
  }

  get edges(): Uint32Array {
    return this.#edges.values.subarray(0, this.#edges.count);
  }

  search(west: number, south: number, east: number, north: number): void {
    const { grid, cells } = this.#data;
    this.#features.count = 0;
    this.#edges.count = 0;
    this.#searches += 1;
    this.#sorted = true;
    this.#box[0] = west;
    this.#box[1] = south;
    this.#box[2] = east;
    this.#box[3] = north;
    const window = cellsOf(grid, west, south, east, north);
    let last = 0;
    for (let row = window.row0; row < window.row0 + window.rows; row += 1) {
      const first = (row - grid.row0) * grid.columns + window.column0 - grid.column0;
      for (let cell = first; cell < first + window.columns; cell += 1) {
        const list = cells[cell] ?? 0;
        if (list !== last) this.#take(list);
        last = list;
      }
    }
    if (window.columns * window.rows > 1) {
      this.#sortFeatures();
      if (!this.#sorted) this.#sortEdges();
    }
  }

  #take(list: number): void {
    const box = this.#box;
    const west = box[0] ?? 0;
    const south = box[1] ?? 0;
    const east = box[2] ?? 0;
    const north = box[3] ?? 0;
    const { lists, runs, edges, xy } = this.#data;
    const found = this.#edges;
    let last = found.count > 0 ? (found.values[found.count - 1] ?? 0) : -1;
    const runEnd = lists[list + 1] ?? 0;
    for (let run = lists[list] ?? 0; run < runEnd; run += 1) {
      const feature = (runs[3 * run] ?? 0) >>> 1;
      if (this.#seen[feature] !== this.#searches) {
        this.#seen[feature] = this.#searches;
        this.#features.push(feature);
      }
      const end = runs[3 * run + 2] ?? 0;
      for (let at = runs[3 * run + 1] ?? 0; at < end; at += 1) {
        const edge = edges[at] ?? 0;
        const x0 = xy[2 * edge] ?? 0;
        const x1 = xy[2 * edge + 2] ?? 0;
        if ((x0 < west && x1 < west) || (x0 > east && x1 > east)) continue;
        const y0 = xy[2 * edge + 1] ?? 0;
        const y1 = xy[2 * edge + 3] ?? 0;
        if ((y0 < south && y1 < south) || (y0 > north && y1 > north)) continue;
        if (edge <= last) this.#sorted = false;
        last = edge;
        found.push(edge);
      }
    }
  }

  /** There are few, and most stand where they belong. */
  #sortFeatures(): void {
    const { values, count } = this.#features;
    for (let at = 1; at < count; at += 1) {
      const feature = values[at] ?? 0;
      let to = at;
      for (; to > 0 && (values[to - 1] ?? 0) > feature; to -= 1) values[to] = values[to - 1] ?? 0;
      values[to] = feature;
    }
  }

  /** Edges that lie in several cells were found several times. */
  #sortEdges(): void {
    const sorted = this.edges.sort();
    let kept = 0;
    for (let at = 0; at < sorted.length; at += 1) {
      const edge = sorted[at] ?? 0;
      if (at > 0 && edge === sorted[kept - 1]) continue;
      sorted[kept] = edge;
      kept += 1;
    }
    this.#edges.count = kept;
  }
}
