import { doubleArea } from '../shape.js';
import { BUFFER, EXTENT } from './grid.js';
import type { PointSet } from './hot-pixels.js';
import { nestRings, type TilePolygon } from './nest-rings.js';

const SIDE = EXTENT + 2 * BUFFER + 1;

const keyOf = (x: number, y: number): number => (y + BUFFER) * SIDE + x + BUFFER;
const xOf = (key: number): number => (key % SIDE) - BUFFER;
const yOf = (key: number): number => Math.floor(key / SIDE) - BUFFER;

/** Whether any point occurs twice; rings without such a point are simple as they stand. */
function anyPointTwice(rings: readonly (readonly number[])[], seen: PointSet): boolean {
  let twice = false;
  const visited: number[] = [];
  for (const ring of rings) {
    for (let at = 0; at < ring.length && !twice; at += 2) {
      const [x, y] = [ring[at] ?? 0, ring[at + 1] ?? 0];
      if (seen.add(x, y)) visited.push(x, y);
      else twice = true;
    }
  }
  for (let at = 0; at < visited.length; at += 2) seen.delete(visited[at] ?? 0, visited[at + 1] ?? 0);
  return twice;
}

/** The edges that stay when every stretch run there and back is taken away: start point to end points. */
function remainingEdges(rings: readonly (readonly number[])[]): Map<number, number[]> {
  const edges = new Map<number, number[]>();
  for (const ring of rings) {
    let before = keyOf(ring[ring.length - 2] ?? 0, ring[ring.length - 1] ?? 0);
    for (let at = 0; at < ring.length; at += 2) {
      const key = keyOf(ring[at] ?? 0, ring[at + 1] ?? 0);
      const back = edges.get(key);
      const opposite = back?.indexOf(before) ?? -1;
      if (back !== undefined && opposite >= 0) back.splice(opposite, 1);
      else if (key !== before) edges.set(before, [...(edges.get(before) ?? []), key]);
      before = key;
    }
  }
  return edges;
}

/** Of the edges leaving `here`, the first one met turning from the way back over the ground's side. */
function nextAlongGround(before: number, here: number, leaving: readonly number[]): number {
  const angle = (to: number): number => Math.atan2(yOf(to) - yOf(here), xOf(to) - xOf(here));
  const back = angle(before);
  let [best, bestTurn] = [0, Infinity];
  for (const [at, to] of leaving.entries()) {
    const turn = (back - angle(to) + 4 * Math.PI) % (2 * Math.PI) || 2 * Math.PI;
    if (turn < bestTurn) [best, bestTurn] = [at, turn];
  }
  return best;
}

/** Cuts a closed walk into loops that pass no point twice. */
function simpleLoops(walk: readonly number[]): number[][] {
  const loops: number[][] = [];
  const path: number[] = [];
  const position = new Map<number, number>();
  for (const key of walk) {
    const start = position.get(key);
    if (start !== undefined) {
      const loop = path.splice(start);
      for (const passed of loop) position.delete(passed);
      loops.push(loop);
    }
    position.set(key, path.length);
    path.push(key);
  }
  loops.push(path);
  return loops;
}

function retrace(rings: readonly (readonly number[])[]): number[][] {
  const edges = remainingEdges(rings);
  const loops: number[][] = [];
  for (const [start, leaving] of edges) {
    for (let first = leaving.pop(); first !== undefined; first = leaving.pop()) {
      const walk = [start];
      let [before, here] = [start, first];
      while (true) {
        const options = edges.get(here) ?? [];
        const closing = here === start ? [...options, first] : options;
        const chosen = nextAlongGround(before, here, closing);
        if (closing.length === 0 || (here === start && chosen === options.length)) break;
        walk.push(here);
        const [to] = options.splice(chosen, 1);
        [before, here] = [here, to ?? start];
      }
      loops.push(...simpleLoops(walk));
    }
  }
  return loops.map((loop) => loop.flatMap((key) => [xOf(key), yOf(key)]));
}

/**
 * Rings on the grid as valid polygons: no ring touches itself, shells are wound positive (y downwards) and
 * followed by their holes, ground that was pinched off is a polygon of its own, what has no area is gone.
 *
 * @param rings bent through the same hot pixels; ground on the same side of all.
 */
export function traceRings(rings: readonly (readonly number[])[], seen: PointSet): TilePolygon[] {
  const candidates = rings.filter((ring) => ring.length >= 6);
  const simple = anyPointTwice(candidates, seen) ? retrace(candidates) : candidates;
  return nestRings(simple.filter((ring) => ring.length >= 6 && doubleArea(ring) !== 0));
}
