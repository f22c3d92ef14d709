import type { Position } from 'geojson';

/** Where horizontal lines are laid, by part of the height: a thin tail may take up half of it or more. */
const HEIGHTS = [0.5, 0.25, 0.75, 0.1, 0.9] as const;

/**
 * A point well inside a polygon: the middle of the widest stretch that any of five horizontal lines has in it.
 * `undefined` for a polygon without height.
 */
export function interiorPoint(rings: readonly (readonly Position[])[]): [number, number] | undefined {
  let best: Stretch | undefined;
  for (const part of HEIGHTS) {
    const level = clearHeight(rings[0] ?? [], part);
    const stretch = level === undefined ? undefined : widestAt(rings, level);
    if (stretch !== undefined && (best === undefined || stretch.width > best.width)) best = stretch;
  }
  return best?.middle;
}

interface Stretch {
  readonly width: number;
  readonly middle: [number, number];
}

function widestAt(rings: readonly (readonly Position[])[], level: number): Stretch | undefined {
  const crossings: number[] = [];
  for (const ring of rings) {
    for (let i = 0; i + 1 < ring.length; i += 1) {
      const [x0 = 0, y0 = 0] = ring[i] ?? [];
      const [x1 = 0, y1 = 0] = ring[i + 1] ?? [];
      if (y0 > level !== y1 > level) crossings.push(x0 + ((level - y0) / (y1 - y0)) * (x1 - x0));
    }
  }
  crossings.sort((a, b) => a - b);
  let best: Stretch | undefined;
  for (let i = 0; i + 1 < crossings.length; i += 2) {
    const [from = 0, to = 0] = [crossings[i], crossings[i + 1]];
    if (to - from > (best?.width ?? 0)) best = { width: to - from, middle: [(from + to) / 2, level] };
  }
  return best;
}

/** A height between the two vertex heights that enclose a part of the height, so that no vertex lies on it. */
function clearHeight(ring: readonly Position[], part: number): number | undefined {
  let [south, north] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const [, y = 0] of ring) {
    south = Math.min(south, y);
    north = Math.max(north, y);
  }
  if (!(south < north)) return undefined;
  const middle = south + part * (north - south);
  let [below, above] = [south, north];
  for (const [, y = 0] of ring) {
    if (y <= middle && y > below) below = y;
    if (y > middle && y < above) above = y;
  }
  return (below + above) / 2;
}
