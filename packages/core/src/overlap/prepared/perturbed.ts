import { orientation } from '../../geometry/orientation.js';

/**
 * Sites are cut as if moved by an infinitely small step (−ε, −ε²) against the layer: then no vertex lies on an edge, no
 * two edges lie on one another, and every question of side has one answer that agrees with all others (simulation of
 * simplicity, Edelsbrunner and Mücke 1990). Areas and lengths are continuous, so the step changes none of them.
 */

/** Whether a vertex of the site lies to the left of an edge of the layer. */
export function siteIsLeft(
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  siteX: number,
  siteY: number,
): boolean {
  const side = orientation(x0, y0, x1, y1, siteX, siteY);
  if (side !== 0) return side > 0;
  return y1 === y0 ? x1 < x0 : y1 > y0;
}

/** Whether a vertex of the layer lies to the left of an edge of the site. */
export function layerIsLeft(
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  layerX: number,
  layerY: number,
): boolean {
  const side = orientation(x0, y0, x1, y1, layerX, layerY);
  if (side !== 0) return side > 0;
  return y1 === y0 ? x1 > x0 : y1 < y0;
}
