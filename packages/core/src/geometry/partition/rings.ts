import type { MultiPolygon, Position } from 'geojson';
import { type Bbox, bboxOf } from '../bbox.js';
import { doubleSignedArea } from '../winding.js';
import type { CoverageEdges } from './edges.js';

/** What a list of edges encloses, or `null` when they do not close: the coverage is not one. */
export function assemble(edges: CoverageEdges, chosen: readonly number[]): MultiPolygon | null {
  const loops = closedLoops(edges, chosen);
  return loops === null ? null : polygonsOf(loops);
}

/**
 * Walks the edges with the ground to the left. Where several edges leave a vertex, the first one clockwise from
 * the way back bounds the same ground; a walk that passes a vertex twice is cut there, so that shells and holes
 * touch in points and never run into each other.
 */
function closedLoops(edges: CoverageEdges, chosen: readonly number[]): Position[][] | null {
  const { from, to, vertices } = edges;
  const leaving = new Map<number, number[]>();
  for (const edge of chosen) {
    const at = from[edge] ?? -1;
    const others = leaving.get(at);
    if (others === undefined) leaving.set(at, [edge]);
    else others.push(edge);
  }
  const angle = (a: number, b: number): number =>
    Math.atan2(vertices.y(b) - vertices.y(a), vertices.x(b) - vertices.x(a));
  const next = (edge: number): number | undefined => {
    const at = to[edge] ?? -1;
    const options = leaving.get(at);
    if (options === undefined || options.length <= 1) return options?.pop();
    const back = angle(at, from[edge] ?? -1);
    let best = 0;
    let bestTurn = Number.POSITIVE_INFINITY;
    for (const [index, option] of options.entries()) {
      const turn = (back - angle(at, to[option] ?? -1) + 4 * Math.PI) % (2 * Math.PI);
      if (turn < bestTurn) [best, bestTurn] = [index, turn];
    }
    return options.splice(best, 1)[0];
  };
  const loops: Position[][] = [];
  for (const start of chosen) {
    const own = leaving.get(from[start] ?? -1);
    const position = own?.indexOf(start) ?? -1;
    if (own === undefined || position < 0) continue;
    own.splice(position, 1);
    const home = from[start] ?? -1;
    const walk: number[] = [home];
    let edge: number | undefined = start;
    while (edge !== undefined && to[edge] !== home) {
      walk.push(to[edge] ?? -1);
      edge = next(edge);
    }
    if (edge === undefined) return null;
    walk.push(home);
    for (const loop of simpleLoops(walk)) loops.push(loop.map((id) => [vertices.x(id), vertices.y(id)]));
  }
  return loops;
}

/** Cuts a closed walk at every vertex it passes twice. */
function simpleLoops(walk: readonly number[]): number[][] {
  const loops: number[][] = [];
  const path: number[] = [];
  const depth = new Map<number, number>();
  for (const vertex of walk) {
    const seen = depth.get(vertex);
    if (seen === undefined) {
      depth.set(vertex, path.length);
      path.push(vertex);
    } else {
      const loop = [...path.slice(seen), vertex];
      for (const passed of path.splice(seen + 1)) depth.delete(passed);
      if (loop.length >= 4) loops.push(loop);
    }
  }
  return loops;
}

interface Shell {
  readonly rings: Position[][];
  readonly area: number;
  readonly box: Bbox;
}

function polygonsOf(loops: readonly Position[][]): MultiPolygon | null {
  const shells: Shell[] = [];
  const holes: Position[][] = [];
  for (const loop of loops) {
    const area = doubleSignedArea(loop);
    if (area > 0)
      shells.push({ rings: [loop], area, box: bboxOf({ type: 'LineString', coordinates: loop }) });
    else if (area < 0) holes.push(loop);
  }
  for (const hole of holes) {
    const home = smallestAround(shells, hole);
    if (home === undefined) return null;
    home.rings.push(hole);
  }
  const largestFirst = shells.toSorted((a, b) => b.area - a.area);
  return { type: 'MultiPolygon', coordinates: largestFirst.map((shell) => shell.rings) };
}

/** Loops never cross, so the middle of any of the hole's edges tells. */
function smallestAround(shells: readonly Shell[], hole: readonly Position[]): Shell | undefined {
  const [[ax = 0, ay = 0] = [], [bx = 0, by = 0] = []] = hole;
  const [x, y] = [(ax + bx) / 2, (ay + by) / 2];
  let best: Shell | undefined;
  for (const shell of shells) {
    const [w, s, e, n] = shell.box;
    if (x < w || x > e || y < s || y > n || (best !== undefined && best.area <= shell.area)) continue;
    if (ringContains(shell.rings[0] ?? [], x, y)) best = shell;
  }
  return best;
}

function ringContains(ring: readonly Position[], x: number, y: number): boolean {
  let inside = false;
  let [lastX = 0, lastY = 0] = ring[ring.length - 1] ?? [];
  for (const [px = 0, py = 0] of ring) {
    if (py > y !== lastY > y && x < ((lastX - px) * (y - py)) / (lastY - py) + px) inside = !inside;
    [lastX, lastY] = [px, py];
  }
  return inside;
}
