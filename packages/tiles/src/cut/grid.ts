/** Steps across a tile. A step is an eighth of a screen pixel where tiles are drawn 512 pixels wide. */
export const EXTENT = 4096;
export const STEPS_PER_PIXEL = 8;

/**
 * How far shapes go on beyond the tile's edge, in steps: 8 pixels hide the edge of a stroke up to 16 pixels wide.
 */
export const BUFFER = 64;

/** Points go further: a circle of 16 pixels radius is drawn by every tile it touches. */
export const POINT_BUFFER = 128;

/** Two points of a crowded layer stand at least about this far apart until `ALL_POINTS_FROM`: 16 pixels. */
export const POINT_CELL = 128;

/** From this zoom on every point of a crowded layer is there. */
export const ALL_POINTS_FROM = 14;

/** The greatest distance, in steps, between a line and its generalisation: half a pixel. */
export const TOLERANCE = 4;

/**
 * The stated error of outlines in screen pixels: no place of a drawn outline is farther from the given one. The
 * tolerance, then half a diagonal of a step where a vertex is rounded and another where a line is bent through a
 * rounded vertex. Slits and spikes narrower than about twice that may close. At the deepest zoom, which drops no vertex, the two roundings alone.
 */
export const OUTLINE_ERROR_px = (TOLERANCE + Math.SQRT2) / STEPS_PER_PIXEL;

/** Where a tile lies: a position of the unit square becomes `x * scale - left`, `y * scale - top` steps. */
export interface TileFrame {
  readonly scale: number;
  readonly left: number;
  readonly top: number;
}

export function tileFrame(z: number, x: number, y: number): TileFrame {
  return { scale: 2 ** z * EXTENT, left: x * EXTENT, top: y * EXTENT };
}
