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
    this.starts.fill(0, 0, cells + 1);
    this.#sort(xy, paths, pathCount, false);
    let total = 0;
    for (let cell = 0; cell <= cells; cell += 1) {
      total += this.starts[cell] ?? 0;
      this.starts[cell] = total;
    }
    if (this.edges.length < total) this.edges = new Uint32Array(2 * total);
    this.#sort(xy, paths, pathCount, true);
  }

  column(x: number): number {
    const column = Math.floor((x - this.#west) * this.#perX);
    return column < 0 ? 0 : column >= this.side ? this.side - 1 : column;
  }

  row(y: number): number {
    const row = Math.floor((y - this.#south) * this.#perY);
    return row < 0 ? 0 : row >= this.side ? this.side - 1 : row;
  }

  /** Counts the edges of each cell, or puts them there from the back: each start moves down to where its cell begins. */
  #sort(xy: Float64Array, paths: Uint32Array, pathCount: number, put: boolean): void {
    const { side, starts, edges } = this;
    for (let path = 0; path < pathCount; path += 1) {
      const end = (paths[path + 1] ?? 0) - 1;
      for (let edge = paths[path] ?? 0; edge < end; edge += 1) {
        const x0 = xy[2 * edge] ?? 0;
        const y0 = xy[2 * edge + 1] ?? 0;
        const x1 = xy[2 * edge + 2] ?? 0;
        const y1 = xy[2 * edge + 3] ?? 0;
        const bottom = this.row(Math.min(y0, y1));
        const top = this.row(Math.max(y0, y1));
        for (let row = bottom; row <= top; row += 1) {
          let left = Math.min(x0, x1);
          let right = Math.max(x0, x1);
          if (bottom !== top) {
            // The part of the edge in this row.
            const slope = (x1 - x0) / (y1 - y0);
            const at0 = x0 + ((row - MARGIN) / this.#perY + this.#south - y0) * slope;
            const at1 = x0 + ((row + 1 + MARGIN) / this.#perY + this.#south - y0) * slope;
            left = Math.max(left, Math.min(at0, at1));
            right = Math.min(right, Math.max(at0, at1));
          }
          const last = this.column(right + MARGIN / this.#perX);
          for (let column = this.column(left - MARGIN / this.#perX); column <= last; column += 1) {
            const cell = row * side + column;
            const at = (starts[cell] ?? 0) + (put ? -1 : 1);
            starts[cell] = at;
            if (put) edges[at] = edge;
          }
        }
      }
    }
  }
}
