import type { Geometry, Position } from 'geojson';
import { pathsOf } from '../geometry/edge-index.js';
import type { BorderIndex } from './border-index.js';

/** The shortest way between a site and the nearest border. */
export interface SiteDistance {
  readonly border: number;
  readonly distance_m: number;
  readonly nearest: Position;
  /** The place of the site that is nearest; for a site that is crossed, the place looked at that is farthest from the border. */
  readonly from: Position;
}

const FINEST_m = 0.001;

/**
 * The shortest way from any point of a site to a border: each edge is halved where its end's distances leave room for a
 * shorter way between (distance changes by no more than the way gone). Within a millimetre; 0 where that meets.
 */
export function nearestToGeometry(index: BorderIndex, site: Geometry, reach_m: number): SiteDistance | null {
  let best: SiteDistance | null = null;
  let farthest: SiteDistance | null = null;
  const look = (x: number, y: number): { readonly distance_m: number; readonly left: boolean } => {
    const place = index.frame.toLonLat([x, y]);
    const found = index.nearest(place, Number.POSITIVE_INFINITY);
    if (found === null) return { distance_m: Number.POSITIVE_INFINITY, left: false };
    const { border, distance_m, nearest, left } = found;
    if (best === null || distance_m < best.distance_m) best = { border, distance_m, nearest, from: place };
    if (farthest === null || distance_m > farthest.distance_m)
      farthest = { border, distance_m, nearest, from: place };
    return { distance_m, left };
  };
  for (const path of pathsOf(site)) {
    let last: { x: number; y: number; distance_m: number; left: boolean } | undefined;
    for (const position of path) {
      if (!position.every(Number.isFinite) || position.length < 2) continue;
      const [x, y] = index.frame.toMetric(position);
      const here = { x, y, ...look(x, y) };
      if (last !== undefined) along(last, here);
      last = here;
    }
  }

  function along(
    from: { x: number; y: number; distance_m: number; left: boolean },
    to: { x: number; y: number; distance_m: number; left: boolean },
  ): void {
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    // No place between can be nearer than this.
    const least_m = (from.distance_m + to.distance_m - length * 1.01) / 2;
    if (length <= FINEST_m || best === null || best.distance_m <= FINEST_m) return;
    if (least_m >= best.distance_m - FINEST_m) return;
    const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
    const there = { ...middle, ...look(middle.x, middle.y) };
    along(from, there);
    along(there, to);
  }

  // Assigned in the closures above, which the compiler does not follow.
  const [nearest, farAway] = [best as SiteDistance | null, farthest as SiteDistance | null];
  if (nearest === null || nearest.distance_m > reach_m) return null;
  if (nearest.distance_m > FINEST_m) return nearest;
  const from = farAway?.from ?? nearest.from;
  return { ...nearest, distance_m: 0, from };
}
