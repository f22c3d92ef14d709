import type { Bbox } from '../../geometry/bbox.js';

/**
 * Square cells over a layer, numbered by rows from the south-west. The side is a power of two in degrees and the cells
 * begin at its multiples: the cell of a position is then found without rounding.
 */
export interface Grid {
  /** Cells a degree; a power of two. */
  readonly perDegree: number;
  readonly column0: number;
  readonly row0: number;
  readonly columns: number;
  readonly rows: number;
}

/** Cells for each edge, at most; see docs/geometry.md for what was measured. */
const CELLS_PER_EDGE = 0.75;
const FEWEST_CELLS = 256;
const MOST_CELLS = 2 ** 24;

/** The finest grid over a box that has no more cells than suit so many edges. */
export function gridOver(box: Bbox, edges: number): Grid {
  const most = Math.min(MOST_CELLS, Math.max(FEWEST_CELLS, CELLS_PER_EDGE * edges));
  let best = gridAt(box, 2 ** -9);
  for (let power = -8; power <= 20; power += 1) {
    const finer = gridAt(box, 2 ** power);
    if (finer.columns * finer.rows > most) break;
    best = finer;
  }
  return best;
}

function gridAt([west, south, east, north]: Bbox, perDegree: number): Grid {
  if (!(west <= east && south <= north)) return { perDegree, column0: 0, row0: 0, columns: 1, rows: 1 };
  const column0 = Math.floor(west * perDegree);
  const row0 = Math.floor(south * perDegree);
  return {
    perDegree,
    column0,
    row0,
    columns: Math.floor(east * perDegree) - column0 + 1,
    rows: Math.floor(north * perDegree) - row0 + 1,
  };
}
