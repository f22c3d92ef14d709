import { NumberList } from './number-list.js';

/** The most cells in a row; beyond it edges are many to a cell and pairs are still few. */
const MOST_CELLS_A_SIDE = 512;
/** Rows are taken this much taller than they are, so that rounding leaves no cell out that an edge runs through. */
const MARGIN = 1e-6;

/**
 * The edges of a few paths sorted into the cells that they run through. Two edges may share several cells. Buffers are
 * kept from one filling to the next.
 */
export class EdgeGrid {
  side = 1;
  /** Cell k holds `edges[starts[k]]` up to `edges[starts[k + 1]]`. */
  starts = new Uint32Array(2);
  edges = new Uint32Array(64);
  /** Each edge with each of its cells: cell, edge, cell, edge. */
  readonly #found = new NumberList();
  #west = 0;
  #south = 0;
  #perX = 0;
  #perY = 0;

  /** Takes in the edges of paths: path p has the vertices `paths[p]` up to `paths[p + 1]`. */
  fill(xy: Float64Array, paths: Uint32Array, pathCount: number, box: Float64Array): void {
    const [west = 0, south = 0, east = 0, north = 0] = box;
    const vertices = paths[pathCount] ?? 0;
    this.side = Math.max(1, Math.min(MOST_CELLS_A_SIDE, Math.floor(Math.sqrt(vertices))));
    this.#west = west;
    this.#south = south;
    this.#perX = east > west ? this.side / (east - west) : 0;
    this.#perY = north > south ? this.side / (north - south) : 0;
    const cells = this.side * this.side;
    if (this.starts.length < cells + 1) this.starts = new Uint32Array(cells + 1);
    const { starts } = this;
    starts.fill(0, 0, cells + 1);
    this.#find(xy, paths, pathCount);
    let total = 0;
    for (let cell = 0; cell <= cells; cell += 1) {
      total += starts[cell] ?? 0;
      starts[cell] = total;
    }
    if (this.edges.length < total) this.edges = new Uint32Array(2 * total);
    const { edges } = this;
    const { values, count } = this.#found;
    // From the back: each start moves down to where its cell begins.
    for (let k = 0; k < count; k += 2) {
      const cell = values[k] ?? 0;
      const at = (starts[cell] ?? 0) - 1;
      starts[cell] = at;
      edges[at] = values[k + 1] ?? 0;
    }
  }

  column(x: number): number {
    const column = Math.floor((x - this.#west) * this.#perX);
    return column < 0 ? 0 : column >= this.side ? this.side - 1 : column;
  }

  row(y: number): number {
    const row = Math.floor((y - this.#south) * this.#perY);
    return row < 0 ? 0 : row >= this.side ? this.side - 1 : row;
  }

  /** Finds the cells of each edge, and counts the edges of each cell. */
  #find(xy: Float64Array, paths: Uint32Array, pathCount: number): void {
    this.#found.count = 0;
    for (let path = 0; path < pathCount; path += 1) {
      const end = (paths[path + 1] ?? 0) - 1;
      for (let edge = paths[path] ?? 0; edge < end; edge += 1) {
        const x0 = xy[2 * edge] ?? 0;
        const y0 = xy[2 * edge + 1] ?? 0;
        const x1 = xy[2 * edge + 2] ?? 0;
        const y1 = xy[2 * edge + 3] ?? 0;
        const left = this.column(Math.min(x0, x1));
        const right = this.column(Math.max(x0, x1));
        const bottom = this.row(Math.min(y0, y1));
        const top = this.row(Math.max(y0, y1));
        if (left === right || bottom === top) {
          for (let row = bottom; row <= top; row += 1) this.#add(row, left, right, edge);
          continue;
        }
        // The columns of the part of the edge that is in each row.
        const slope = (x1 - x0) / (y1 - y0);
        const widthMargin = MARGIN / this.#perX;
        for (let row = bottom; row <= top; row += 1) {
          const at0 = x0 + ((row - MARGIN) / this.#perY + this.#south - y0) * slope;
          const at1 = x0 + ((row + 1 + MARGIN) / this.#perY + this.#south - y0) * slope;
          const first = this.column(Math.min(at0, at1) - widthMargin);
          const last = this.column(Math.max(at0, at1) + widthMargin);
          this.#add(row, Math.max(left, first), Math.min(right, last), edge);
        }
      }
    }
  }

  #add(row: number, left: number, right: number, edge: number): void {
    const { side, starts } = this;
    const found = this.#found;
    for (let column = left; column <= right; column += 1) {
      const cell = row * side + column;
      starts[cell] = (starts[cell] ?? 0) + 1;
      found.push(cell);
      found.push(edge);
    }
  }
}
