import type { Position } from 'geojson';

/**
 * A point well inside a polygon: the middle of the widest stretch of a horizontal line through its middle height.
 * `undefined` for a polygon without height.
 */
export function interiorPoint(rings: readonly (readonly Position[])[]): [number, number] | undefined {
  const level = clearHeight(rings[0] ?? []);
  if (level === undefined) return undefined;
  const crossings: number[] = [];
  for (const ring of rings) {
    for (let i = 0; i + 1 < ring.length; i += 1) {
      const [x0 = 0, y0 = 0] = ring[i] ?? [];
      const [x1 = 0, y1 = 0] = ring[i + 1] ?? [];
      if (y0 > level !== y1 > level) crossings.push(x0 + ((level - y0) / (y1 - y0)) * (x1 - x0));
    }
  }
  crossings.sort((a, b) => a - b);
  let best: [number, number] | undefined;
  let widest = 0;
  for (let i = 0; i + 1 < crossings.length; i += 2) {
    const [from = 0, to = 0] = [crossings[i], crossings[i + 1]];
    if (to - from > widest) {
      widest = to - from;
      best = [(from + to) / 2, level];
    }
  }
  return best;
}

/** A height between the two vertex heights that enclose the middle, so that no vertex lies on it. */
function clearHeight(ring: readonly Position[]): number | undefined {
  let [south, north] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const [, y = 0] of ring) {
    south = Math.min(south, y);
    north = Math.max(north, y);
  }
  if (!(south < north)) return undefined;
  const middle = (south + north) / 2;
  let [below, above] = [south, north];
  for (const [, y = 0] of ring) {
    if (y <= middle && y > below) below = y;
    if (y > middle && y < above) above = y;
  }
  return (below + above) / 2;
}
