import type { PlanePoint } from './plane.js';

/** Signed area, square metres; counter-clockwise is positive. */
export function signedArea_m2(ring: readonly PlanePoint[]): number {
  const [origin] = ring;
  if (origin === undefined) return 0;
  let double = 0;
  let previous = ring.at(-1) ?? origin;
  for (const point of ring) {
    double += (previous.x - origin.x) * (point.y - origin.y) - (point.x - origin.x) * (previous.y - origin.y);
    previous = point;
  }
  return double / 2;
}

export function perimeter_m(ring: readonly PlanePoint[], closed = true): number {
  let sum = 0;
  ring.forEach((point, at) => {
    const next = ring[at + 1] ?? (closed ? ring[0] : undefined);
    if (next !== undefined) sum += Math.hypot(next.x - point.x, next.y - point.y);
  });
  return sum;
}

function side(a: PlanePoint, b: PlanePoint, c: PlanePoint): number {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

function between(a: PlanePoint, b: PlanePoint, c: PlanePoint): boolean {
  return (
    Math.min(a.x, b.x) <= c.x &&
    c.x <= Math.max(a.x, b.x) &&
    Math.min(a.y, b.y) <= c.y &&
    c.y <= Math.max(a.y, b.y)
  );
}

/** Whether two segments share a point. */
export function segmentsMeet(a: PlanePoint, b: PlanePoint, c: PlanePoint, d: PlanePoint): boolean {
  const [s1, s2, s3, s4] = [side(a, b, c), side(a, b, d), side(c, d, a), side(c, d, b)];
  if (s1 > 0 !== s2 > 0 && s3 > 0 !== s4 > 0 && s1 !== 0 && s2 !== 0 && s3 !== 0 && s4 !== 0) return true;
  return (
    (s1 === 0 && between(a, b, c)) ||
    (s2 === 0 && between(a, b, d)) ||
    (s3 === 0 && between(c, d, a)) ||
    (s4 === 0 && between(c, d, b))
  );
}

/** Two edges of one ring that meet though they are no neighbours: indices of their first corners. */
export type Crossing = readonly [first: number, second: number];

interface Edge {
  readonly at: number;
  readonly from: PlanePoint;
  readonly to: PlanePoint;
  readonly west: number;
  readonly east: number;
}

function edgesOf(ring: readonly PlanePoint[]): Edge[] {
  return ring
    .flatMap((from, at): Edge[] => {
      const to = ring[(at + 1) % ring.length];
      return to === undefined
        ? []
        : [{ at, from, to, west: Math.min(from.x, to.x), east: Math.max(from.x, to.x) }];
    })
    .sort((a, b) => a.west - b.west);
}

/**
 * Every pair of edges that meet, in ring order; no more than `most` are looked for. Edges are swept from west to east,
 * so that only those over one another are compared.
 */
export function crossings(ring: readonly PlanePoint[], most = 20): Crossing[] {
  const found: Crossing[] = [];
  const n = ring.length;
  let open: Edge[] = [];
  for (const edge of edgesOf(ring)) {
    open = open.filter((other) => other.east >= edge.west);
    for (const other of open) {
      const apart = Math.abs(edge.at - other.at);
      if (apart <= 1 || apart === n - 1) continue;
      if (!segmentsMeet(edge.from, edge.to, other.from, other.to)) continue;
      found.push([Math.min(edge.at, other.at), Math.max(edge.at, other.at)]);
      if (found.length >= most) return found.sort(byFirst);
    }
    open.push(edge);
  }
  return found.sort(byFirst);
}

function byFirst([a, b]: Crossing, [c, d]: Crossing): number {
  return a - c || b - d;
}

/** Without repeated corners in a row, three corners or more, no two edges meeting. */
export function isSimple(ring: readonly PlanePoint[]): boolean {
  return ring.length >= 3 && crossings(ring, 1).length === 0;
}

/** Whether a point lies inside a ring; on the edge counts as either. */
export function inRing(ring: readonly PlanePoint[], x: number, y: number): boolean {
  let inside = false;
  let previous = ring.at(-1);
  for (const point of ring) {
    if (previous !== undefined && point.y > y !== previous.y > y) {
      if (x < ((previous.x - point.x) * (y - point.y)) / (previous.y - point.y) + point.x) inside = !inside;
    }
    previous = point;
  }
  return inside;
}
