import { doubleArea } from '../shape.js';

/** A shell followed by its holes; x, y, x, y, … without the closing point. */
export type TilePolygon = readonly (readonly number[])[];

/** 1 inside, -1 outside, 0 on the ring. */
function sideOf(x: number, y: number, ring: readonly number[]): number {
  let inside = false;
  let [ax, ay] = [ring[ring.length - 2] ?? 0, ring[ring.length - 1] ?? 0];
  for (let at = 0; at < ring.length; at += 2) {
    const [bx, by] = [ring[at] ?? 0, ring[at + 1] ?? 0];
    const cross = (bx - ax) * (y - ay) - (by - ay) * (x - ax);
    const between =
      Math.min(ax, bx) <= x && x <= Math.max(ax, bx) && Math.min(ay, by) <= y && y <= Math.max(ay, by);
    if (cross === 0 && between) return 0;
    if (ay > y !== by > y && cross > 0 === by > ay) inside = !inside;
    [ax, ay] = [bx, by];
  }
  return inside ? 1 : -1;
}

function encloses(shell: readonly number[], hole: readonly number[]): boolean {
  for (let at = 0; at < hole.length; at += 2) {
    const side = sideOf(hole[at] ?? 0, hole[at + 1] ?? 0, shell);
    if (side !== 0) return side > 0;
  }
  return true;
}

/** Gives every hole (negative area) to the smallest shell (positive area) around it. */
export function nestRings(rings: readonly (readonly number[])[]): TilePolygon[] {
  const shells: { ring: readonly number[]; area: number; holes: (readonly number[])[] }[] = [];
  const holes: (readonly number[])[] = [];
  for (const ring of rings) {
    const area = doubleArea(ring);
    if (area > 0) shells.push({ ring, area, holes: [] });
    else holes.push(ring);
  }
  shells.sort((a, b) => a.area - b.area);
  for (const hole of holes) shells.find(({ ring }) => encloses(ring, hole))?.holes.push(hole);
  return shells.map((shell) => [shell.ring, ...shell.holes]);
}
