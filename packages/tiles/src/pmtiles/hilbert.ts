/** Where a tile lies: the XYZ scheme, y grows south. */
export interface TilePlace {
  readonly z: number;
  readonly x: number;
  readonly y: number;
}

/** The number of the first tile of a zoom: all coarser ones come before it. */
function firstOfZoom(z: number): number {
  return (4 ** z - 1) / 3;
}

/**
 * The tile id of PMTiles 3: zoom after zoom, and within one along a Hilbert curve, so that neighbours on the ground
 * lie near each other in the file. A whole number up to zoom 26.
 */
export function hilbertTileId({ z, x, y }: TilePlace): number {
  let along = 0;
  let [column, row] = [x, y];
  for (let half = 2 ** (z - 1); half >= 1; half /= 2) {
    const [isEast, isSouth] = [column >= half, row >= half];
    along = along * 4 + (isSouth ? (isEast ? 2 : 1) : isEast ? 3 : 0);
    if (isEast) column -= half;
    if (isSouth) row -= half;
    else if (isEast) [column, row] = [half - 1 - row, half - 1 - column];
    else [column, row] = [row, column];
  }
  return firstOfZoom(z) + along;
}
