import type { Bbox } from '../geometry/bbox.js';
import { bboxGrown } from '../geometry/bbox.js';
import { spatialIndex } from '../geometry/spatial-index.js';
import type { OutlineEdge } from './outline.js';

/** A stretch of an edge, by parameter in [0, 1]. */
export type Span = readonly [from: number, to: number];

/** Where an edge of the first outline runs near the second. */
export interface NearEdge {
  readonly edge: OutlineEdge;
  /** Within the tolerance, in order, not touching each other. */
  readonly near: readonly Span[];
  /** Within the tolerance of an edge that runs much the same way. */
  readonly along: readonly Span[];
  /** The edges of the second that are near. */
  readonly partners: readonly OutlineEdge[];
}

/** Edges that turn more than this from each other do not run along each other. */
const ALONG_COSINE = Math.SQRT1_2;

/** The edges of `first` that run within `tolerance_m` of edges of `second`. */
export function nearEdges(
  first: readonly OutlineEdge[],
  second: readonly OutlineEdge[],
  tolerance_m: number,
): NearEdge[] {
  const index = spatialIndex(second.map(boxOf));
  const found: NearEdge[] = [];
  for (const edge of first) {
    const [near, along, partners]: [Span[], Span[], OutlineEdge[]] = [[], [], []];
    for (const at of index.search(bboxGrown(boxOf(edge), tolerance_m))) {
      const other = second[at];
      const span = other === undefined ? null : spanWithin(edge, other, tolerance_m);
      if (other === undefined || span === null) continue;
      near.push(span);
      partners.push(other);
      if (Math.abs(cosineBetween(edge, other)) >= ALONG_COSINE) along.push(span);
    }
    if (near.length > 0) found.push({ edge, near: joined(near), along: joined(along), partners });
  }
  return found;
}

/** Overlapping and touching spans as one, ascending. */
export function joined(spans: readonly Span[], slack = 1e-9): Span[] {
  const out: Span[] = [];
  for (const span of spans.toSorted((a, b) => a[0] - b[0])) {
    const last = out[out.length - 1];
    if (last !== undefined && span[0] <= last[1] + slack) {
      out[out.length - 1] = [last[0], Math.max(last[1], span[1])];
    } else {
      out.push(span);
    }
  }
  return out;
}

/** Distance from a point to an edge. */
export function distanceToEdge(x: number, y: number, { x0, y0, x1, y1 }: OutlineEdge): number {
  const [dx, dy] = [x1 - x0, y1 - y0];
  const square = dx * dx + dy * dy;
  const t = square === 0 ? 0 : Math.min(1, Math.max(0, ((x - x0) * dx + (y - y0) * dy) / square));
  return Math.hypot(x - x0 - t * dx, y - y0 - t * dy);
}

/**
 * The stretch of an edge inside the capsule of radius `r` around another. The capsule is convex, so it is one
 * stretch: the hull of what lies in its two discs and its rectangle.
 */
function spanWithin(edge: OutlineEdge, around: OutlineEdge, r: number): Span | null {
  const length = Math.hypot(around.x1 - around.x0, around.y1 - around.y0);
  const [ux, uy] =
    length === 0 ? [1, 0] : [(around.x1 - around.x0) / length, (around.y1 - around.y0) / length];
  // Along (u) and across (v) the other edge.
  const u0 = (edge.x0 - around.x0) * ux + (edge.y0 - around.y0) * uy;
  const v0 = (edge.y0 - around.y0) * ux - (edge.x0 - around.x0) * uy;
  const du = (edge.x1 - edge.x0) * ux + (edge.y1 - edge.y0) * uy;
  const dv = (edge.y1 - edge.y0) * ux - (edge.x1 - edge.x0) * uy;
  const parts = [
    inDisc(u0, v0, du, dv, r),
    inDisc(u0 - length, v0, du, dv, r),
    overlap(inSlab(u0, du, 0, length), inSlab(v0, dv, -r, r)),
  ].filter((part) => part !== null);
  if (parts.length === 0) return null;
  const from = Math.max(0, Math.min(...parts.map((part) => part[0])));
  const to = Math.min(1, Math.max(...parts.map((part) => part[1])));
  return from < to ? [from, to] : null;
}

function inDisc(u: number, v: number, du: number, dv: number, r: number): Span | null {
  const a = du * du + dv * dv;
  const b = u * du + v * dv;
  const c = u * u + v * v - r * r;
  if (a === 0) return c <= 0 ? [0, 1] : null;
  const discriminant = b * b - a * c;
  if (discriminant < 0) return null;
  const root = Math.sqrt(discriminant);
  return overlap([(-b - root) / a, (-b + root) / a], [0, 1]);
}

function inSlab(start: number, delta: number, low: number, high: number): Span | null {
  if (delta === 0) return start >= low && start <= high ? [0, 1] : null;
  const [one, two] = [(low - start) / delta, (high - start) / delta];
  return overlap([Math.min(one, two), Math.max(one, two)], [0, 1]);
}

function overlap(a: Span | null, b: Span | null): Span | null {
  if (a === null || b === null) return null;
  const [from, to] = [Math.max(a[0], b[0]), Math.min(a[1], b[1])];
  return from <= to ? [from, to] : null;
}

function cosineBetween(a: OutlineEdge, b: OutlineEdge): number {
  const [ax, ay, bx, by] = [a.x1 - a.x0, a.y1 - a.y0, b.x1 - b.x0, b.y1 - b.y0];
  const lengths = Math.hypot(ax, ay) * Math.hypot(bx, by);
  return lengths === 0 ? 1 : (ax * bx + ay * by) / lengths;
}

function boxOf({ x0, y0, x1, y1 }: OutlineEdge): Bbox {
  return [Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)];
}
