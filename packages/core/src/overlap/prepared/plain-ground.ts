import { orientation } from '../../geometry/orientation.js';
import type { Ground } from './ground.js';

/** Of so few vertices every two edges are looked at: sorting them by place costs more. */
const FEW = 24;
const COUNTING = Uint32Array.from({ length: FEW }, (_, at) => at);

/**
 * Whether no two edges meet but neighbours at their common end, and every shell lies outside and every hole inside:
 * true only for valid ground. What is false may be valid still; the geometry engine decides.
 */
export function isPlainGround(ground: Ground): boolean {
  return isStar(ground) || (!edgesMeet(ground) && !foldsBack(ground) && isNested(ground));
}

/**
 * Whether one ring goes around the middle of its box once, every edge turning the same way: its edges cannot meet then.
 * So it is with most small sites, and it is seen in one round.
 */
function isStar({ xy, vertexCount, ringCount, box }: Ground): boolean {
  if (ringCount !== 1) return false;
  const [west = 0, south = 0, east = 0, north = 0] = box;
  const x = (west + east) / 2;
  const y = (south + north) / 2;
  let turns = 0;
  for (let edge = 0; edge + 1 < vertexCount; edge += 1) {
    const y0 = xy[2 * edge + 1] ?? 0;
    const y1 = xy[2 * edge + 3] ?? 0;
    if (!(orientation(xy[2 * edge] ?? 0, y0, xy[2 * edge + 2] ?? 0, y1, x, y) > 0)) return false;
    if (y0 <= y && y1 > y) turns += 1;
  }
  return turns === 1;
}

function edgesMeet(ground: Ground): boolean {
  if (ground.ringCount === 1 && ground.vertexCount <= FEW) {
    const last = ground.vertexCount - 1;
    for (let edge = 0; edge + 1 < last; edge += 1) {
      if (meetsLater(ground, edge, COUNTING, edge + 1, last)) return true;
    }
    return false;
  }
  const { side, starts, edges } = ground.grid;
  for (let cell = 0; cell < side * side; cell += 1) {
    const end = starts[cell + 1] ?? 0;
    for (let at = starts[cell] ?? 0; at + 1 < end; at += 1) {
      if (meetsLater(ground, edges[at] ?? 0, edges, at + 1, end)) return true;
    }
  }
  return false;
}

/** Whether an edge meets another of its cell, but for a neighbour at their common end. */
function meetsLater(ground: Ground, edge: number, others: Uint32Array, from: number, to: number): boolean {
  const { xy } = ground;
  const x0 = xy[2 * edge] ?? 0;
  const y0 = xy[2 * edge + 1] ?? 0;
  const x1 = xy[2 * edge + 2] ?? 0;
  const y1 = xy[2 * edge + 3] ?? 0;
  const west = Math.min(x0, x1);
  const east = Math.max(x0, x1);
  const south = Math.min(y0, y1);
  const north = Math.max(y0, y1);
  for (let at = from; at < to; at += 1) {
    const other = others[at] ?? 0;
    const u0 = xy[2 * other] ?? 0;
    const u1 = xy[2 * other + 2] ?? 0;
    if ((u0 < west && u1 < west) || (u0 > east && u1 > east)) continue;
    const v0 = xy[2 * other + 1] ?? 0;
    const v1 = xy[2 * other + 3] ?? 0;
    if ((v0 < south && v1 < south) || (v0 > north && v1 > north)) continue;
    const side0 = orientation(x0, y0, x1, y1, u0, v0);
    const side1 = orientation(x0, y0, x1, y1, u1, v1);
    if ((side0 > 0 && side1 > 0) || (side0 < 0 && side1 < 0)) continue;
    const side2 = orientation(u0, v0, u1, v1, x0, y0);
    const side3 = orientation(u0, v0, u1, v1, x1, y1);
    if ((side2 > 0 && side3 > 0) || (side2 < 0 && side3 < 0)) continue;
    if (!areNeighbours(ground, edge, other)) return true;
  }
  return false;
}

function areNeighbours({ rings, ringCount }: Ground, edge: number, other: number): boolean {
  const low = Math.min(edge, other);
  const high = Math.max(edge, other);
  if (high === low + 1) return true;
  for (let ring = 0; ring < ringCount; ring += 1) {
    if (low === rings[ring] && high === (rings[ring + 1] ?? 0) - 2) return true;
  }
  return false;
}

/** Whether any edge is followed by one that runs back over it. */
function foldsBack({ xy, rings, ringCount }: Ground): boolean {
  for (let ring = 0; ring < ringCount; ring += 1) {
    const first = rings[ring] ?? 0;
    const end = (rings[ring + 1] ?? 0) - 1;
    for (let edge = first; edge < end; edge += 1) {
      const next = edge + 1 === end ? first : edge + 1;
      const x0 = xy[2 * edge] ?? 0;
      const y0 = xy[2 * edge + 1] ?? 0;
      const x1 = xy[2 * next] ?? 0;
      const y1 = xy[2 * next + 1] ?? 0;
      const x2 = xy[2 * next + 2] ?? 0;
      const y2 = xy[2 * next + 3] ?? 0;
      // Most turn by less than a right angle, which is cheaper to see than that three places do not lie in line.
      if ((x1 - x0) * (x2 - x1) + (y1 - y0) * (y2 - y1) >= 0) continue;
      if (orientation(x0, y0, x1, y1, x2, y2) === 0) return true;
    }
  }
  return false;
}

/** Rings that do not meet are nested right when each lies in an even number of others (shells) or odd (holes). */
function isNested(ground: Ground): boolean {
  const { xy, rings, ringCount } = ground;
  if (ringCount === 1) return signedRing(ground, 0) > 0;
  for (let ring = 0; ring < ringCount; ring += 1) {
    const at = 2 * (rings[ring] ?? 0);
    const x = xy[at] ?? 0;
    const y = xy[at + 1] ?? 0;
    let inside = false;
    for (let other = 0; other < ringCount; other += 1) {
      if (other !== ring && ringHolds(ground, other, x, y)) inside = !inside;
    }
    if (inside !== signedRing(ground, ring) < 0) return false;
  }
  return true;
}

/** Twice the area of a ring in square degrees; negative for holes. */
function signedRing({ xy, rings }: Ground, ring: number): number {
  const start = rings[ring] ?? 0;
  const end = (rings[ring + 1] ?? 0) - 1;
  const x0 = xy[2 * start] ?? 0;
  const y0 = xy[2 * start + 1] ?? 0;
  let sum = 0;
  for (let edge = start; edge < end; edge += 1) {
    const dx = (xy[2 * edge] ?? 0) - x0;
    const dy = (xy[2 * edge + 1] ?? 0) - y0;
    sum += dx * ((xy[2 * edge + 3] ?? 0) - y0) - dy * ((xy[2 * edge + 2] ?? 0) - x0);
  }
  return sum;
}

function ringHolds({ xy, rings }: Ground, ring: number, x: number, y: number): boolean {
  const end = (rings[ring + 1] ?? 0) - 1;
  let inside = false;
  for (let edge = rings[ring] ?? 0; edge < end; edge += 1) {
    const y0 = xy[2 * edge + 1] ?? 0;
    const y1 = xy[2 * edge + 3] ?? 0;
    if (y0 > y === y1 > y) continue;
    const left = orientation(xy[2 * edge] ?? 0, y0, xy[2 * edge + 2] ?? 0, y1, x, y) > 0;
    if (left === y1 > y0) inside = !inside;
  }
  return inside;
}
