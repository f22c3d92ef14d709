import type { Position } from 'geojson';

/**
 * A path with fewer vertices whose every place lies within `tolerance` of the given path, and the other way round
 * (Douglas–Peucker). First and last vertex stay. Planar.
 */
export function simplifiedPath(path: readonly Position[], tolerance: number): Position[] {
  const count = path.length;
  if (count < 3) return [...path];
  const xs = Float64Array.from(path, ([x = 0]) => x);
  const ys = Float64Array.from(path, ([, y = 0]) => y);
  const keep = new Uint8Array(count);
  keep[0] = 1;
  keep[count - 1] = 1;
  const open: number[] = [0, count - 1];
  while (open.length > 0) {
    const last = open.pop() ?? 0;
    const first = open.pop() ?? 0;
    const middle = farthestFromChord(xs, ys, first, last, tolerance * tolerance);
    if (middle < 0) continue;
    keep[middle] = 1;
    open.push(first, middle, middle, last);
  }
  return path.filter((_, at) => keep[at] === 1);
}

/** The vertex between two others that lies farthest from their chord; -1 when none is farther than allowed. */
function farthestFromChord(
  xs: Float64Array,
  ys: Float64Array,
  first: number,
  last: number,
  allowed2: number,
): number {
  const x0 = xs[first] ?? 0;
  const y0 = ys[first] ?? 0;
  const dx = (xs[last] ?? 0) - x0;
  const dy = (ys[last] ?? 0) - y0;
  const length2 = dx * dx + dy * dy;
  let worst = allowed2;
  let found = -1;
  for (let at = first + 1; at < last; at += 1) {
    const px = (xs[at] ?? 0) - x0;
    const py = (ys[at] ?? 0) - y0;
    const t = length2 === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / length2));
    const square = (px - t * dx) ** 2 + (py - t * dy) ** 2;
    if (square > worst) {
      worst = square;
      found = at;
    }
  }
  return found;
}
