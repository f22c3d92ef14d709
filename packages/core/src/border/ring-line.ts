import type { Position } from 'geojson';

/** The stretch of a ring from one place to another, by vertex number plus the part of the edge after it. */
export function lineOfRun(ring: readonly Position[], from: number, to: number): Position[] {
  const edges = ring.length - 1;
  const line: Position[] = [];
  if (from > Math.floor(from)) line.push(placeOn(ring, edges, from));
  for (let vertex = Math.ceil(from); vertex <= to; vertex += 1) {
    const position = ring[vertex % edges];
    if (position !== undefined) line.push([...position]);
  }
  if (to > Math.floor(to)) line.push(placeOn(ring, edges, to));
  return line;
}

function placeOn(ring: readonly Position[], edges: number, at: number): Position {
  const edge = Math.floor(at);
  const t = at - edge;
  const [x0 = 0, y0 = 0] = ring[edge % edges] ?? [];
  const [x1 = 0, y1 = 0] = ring[(edge % edges) + 1] ?? [];
  return [x0 + t * (x1 - x0), y0 + t * (y1 - y0)];
}
