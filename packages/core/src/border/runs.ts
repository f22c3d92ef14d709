import { distanceToEdge, joined, type NearEdge, type Span } from './near-edges.js';
import type { OutlineEdge } from './outline.js';

/** A stretch of a ring by position along it: vertex number plus the part of the edge after it. */
export interface RingRun {
  readonly ring: number;
  readonly from: number;
  /** Beyond the ring's number of edges when the run passes the ring's first vertex. */
  readonly to: number;
  /** The stretches of it that only ran near the other side, in the same count. */
  readonly snapped: readonly Span[];
}

/**
 * A stretch found by nearness that does not join exact ones must be this many tolerances long to be a border: lines
 * that part at more than 6° are near for less.
 */
const LEAST_LENGTH_TOLERANCES = 10;

interface RingFindings {
  readonly exact: Set<number>;
  readonly near: Map<number, NearEdge>;
}

/**
 * Chains what was found on the edges of the first side into runs along its rings. Nearness alone counts only where
 * the two lines run along each other for a while, or where it bridges two exact stretches: two outlines that part
 * from a tri-point are near for some metres without being a border.
 */
export function ringRuns(
  edgesInRing: (ring: number) => number,
  matched: readonly OutlineEdge[],
  near: readonly NearEdge[],
  tolerance_m: number,
): RingRun[] {
  const rings = new Map<number, RingFindings>();
  const findingsOf = (ring: number): RingFindings => {
    const known = rings.get(ring) ?? { exact: new Set<number>(), near: new Map<number, NearEdge>() };
    rings.set(ring, known);
    return known;
  };
  for (const edge of matched) findingsOf(edge.ring).exact.add(edge.edge);
  for (const found of near) findingsOf(found.edge.ring).near.set(found.edge.edge, found);
  return [...rings.entries()]
    .sort(([a], [b]) => a - b)
    .flatMap(([ring, findings]) => runsOfRing(ring, edgesInRing(ring), findings, tolerance_m));
}

function runsOfRing(ring: number, edges: number, findings: RingFindings, tolerance_m: number): RingRun[] {
  const { exact, near } = findings;
  const inOrder = [...new Set([...exact, ...near.keys()])].sort((a, b) => a - b);
  const covered = joined(
    inOrder.flatMap((edge) =>
      exact.has(edge)
        ? [[edge, edge + 1] as const]
        : (near.get(edge)?.near ?? []).map(([from, to]) => [edge + from, edge + to] as const),
    ),
  );
  return wrapped(covered, edges)
    .map((span) => settled(span, edges, findings, tolerance_m))
    .filter((run) => run !== null)
    .map(({ from, to, snapped }) => ({ ring, from, to, snapped }));
}

/** Joins the last stretch to the first over the ring's start, and orders them to begin after the widest gap. */
function wrapped(spans: readonly Span[], edges: number): Span[] {
  const list = [...spans];
  const [first, last] = [list[0], list[list.length - 1]];
  if (first === undefined || last === undefined) return [];
  if (list.length > 1 && first[0] <= 0 && last[1] >= edges) {
    list.shift();
    list[list.length - 1] = [last[0], edges + first[1]];
  }
  let [widest, start] = [-1, 0];
  list.forEach((span, index) => {
    const before = list[(index + list.length - 1) % list.length] ?? span;
    const gap = (span[0] - before[1] + 2 * edges) % edges;
    if (gap > widest) [widest, start] = [gap, index];
  });
  return [...list.slice(start), ...list.slice(0, start)];
}

/** Trims a stretch to where it is exact or runs along the other side; `null` when nothing worth a border is left. */
function settled(
  [from, to]: Span,
  edges: number,
  { exact, near }: RingFindings,
  tolerance_m: number,
): Omit<RingRun, 'ring'> | null {
  const exactSpans: Span[] = [];
  const alongSpans: Span[] = [];
  for (let edge = Math.floor(from); edge < to; edge += 1) {
    const inRing = edge % edges;
    if (exact.has(inRing)) exactSpans.push([edge, edge + 1]);
    else {
      for (const [a, b] of near.get(inRing)?.along ?? []) {
        const [start, end] = [Math.max(from, edge + a), Math.min(to, edge + b)];
        if (start < end) alongSpans.push([start, end]);
      }
    }
  }
  const lengthOf = (start: number, end: number): number => lengthBetween(start, end, edges, near);
  const exactRuns = joined(exactSpans);
  const [firstExact, lastExact] = [exactRuns[0], exactRuns[exactRuns.length - 1]];
  const alongRuns = joined(alongSpans);
  const [firstAlong, lastAlong] = [alongRuns[0], alongRuns[alongRuns.length - 1]];
  const least_m = LEAST_LENGTH_TOLERANCES * tolerance_m;
  if (firstExact === undefined || lastExact === undefined) {
    if (firstAlong === undefined || lastAlong === undefined) return null;
    const [start, end] = [firstAlong[0], lastAlong[1]];
    return lengthOf(start, end) >= least_m ? { from: start, to: end, snapped: [[start, end]] } : null;
  }
  const head = Math.min(firstExact[0], firstAlong?.[0] ?? firstExact[0]);
  const tail = Math.max(lastExact[1], lastAlong?.[1] ?? lastExact[1]);
  const start = lengthOf(head, firstExact[0]) >= least_m ? head : firstExact[0];
  const end = lengthOf(lastExact[1], tail) >= least_m ? tail : lastExact[1];
  return { from: start, to: end, snapped: gapsBetween(exactRuns, start, end) };
}

function gapsBetween(exact: readonly Span[], from: number, to: number): Span[] {
  const gaps: Span[] = [];
  let at = from;
  for (const [start, end] of exact) {
    if (start > at) gaps.push([at, start]);
    at = Math.max(at, end);
  }
  if (to > at) gaps.push([at, to]);
  return gaps;
}

/** Length of a stretch that holds no exact edge, in the plane. */
function lengthBetween(from: number, to: number, edges: number, near: ReadonlyMap<number, NearEdge>): number {
  let length_m = 0;
  for (let edge = Math.floor(from); edge < to; edge += 1) {
    const found = near.get(edge % edges)?.edge;
    if (found === undefined) continue;
    const part = Math.min(to, edge + 1) - Math.max(from, edge);
    length_m += part * Math.hypot(found.x1 - found.x0, found.y1 - found.y0);
  }
  return length_m;
}

/** The farthest that a snapped stretch lies from the other side, at its vertices and ends. */
export function largestSnap_m(
  { from, to }: { readonly from: number; readonly to: number },
  edges: number,
  near: ReadonlyMap<number, NearEdge>,
): number {
  let largest_m = 0;
  for (let edge = Math.floor(from); edge < to; edge += 1) {
    const found = near.get(edge % edges);
    if (found === undefined) continue;
    const { x0, y0, x1, y1 } = found.edge;
    const [start, end] = [Math.max(0, from - edge), Math.min(1, to - edge)];
    for (const t of [start, (start + end) / 2, end]) {
      const [x, y] = [x0 + t * (x1 - x0), y0 + t * (y1 - y0)];
      const distances = found.partners.map((partner) => distanceToEdge(x, y, partner));
      largest_m = Math.max(largest_m, Math.min(...distances));
    }
  }
  return largest_m;
}
