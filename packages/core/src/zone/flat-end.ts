import type { Position } from 'geojson';

/** An open end of a border, made flat. */
export interface FlatEnd {
  /** The border's segments, counted through all its lines, that belong to the end: from `first` to before `past`. */
  readonly first: number;
  readonly past: number;
  readonly x: number;
  readonly y: number;
  /** Unit vector: the way the border runs towards its end, over the whole stretch. */
  readonly aheadX: number;
  readonly aheadY: number;
  /** The straight line across. */
  readonly across: readonly [Position, Position];
}

/** The open ends of a border's lines, with their last stretches of `stretch_m`. Closed lines have none. */
export function flatEnds(lines: readonly (readonly Position[])[], stretch_m: number): FlatEnd[] {
  const ends: FlatEnd[] = [];
  let before = 0;
  for (const line of lines) {
    const segments = line.length - 1;
    if (segments > 0 && String(line[0]) !== String(line[segments])) {
      const head = stretchOf(line, stretch_m);
      const tail = stretchOf(line.toReversed(), stretch_m);
      ends.push(flatEnd(line, head, stretch_m, before, before + head));
      ends.push(flatEnd(line.toReversed(), tail, stretch_m, before + segments - tail, before + segments));
    }
    before += Math.max(0, segments);
  }
  return ends;
}

/** Whether a point lies past the line across an end. */
export function isPast(end: FlatEnd, x: number, y: number): boolean {
  return (x - end.x) * end.aheadX + (y - end.y) * end.aheadY > 0;
}

/** The lines without the stretches of their ends; lines that are no longer than these fall away. */
export function withoutStretches(
  lines: readonly (readonly Position[])[],
  ends: readonly FlatEnd[],
): Position[][] {
  const rest: Position[][] = [];
  let before = 0;
  for (const line of lines) {
    const segments = Math.max(0, line.length - 1);
    const own = ends.filter(({ first }) => first >= before && first < before + segments);
    const [head, tail] = [own[0], own[1]];
    const from = head === undefined ? 0 : head.past - before;
    const until = tail === undefined ? segments : tail.first - before;
    if (from < until) rest.push(line.slice(from, until + 1).map((place) => [...place]));
    before += segments;
  }
  return rest;
}

/** How many segments from the line's start make the stretch. */
function stretchOf(line: readonly Position[], stretch_m: number): number {
  let [length_m, count] = [0, 0];
  while (count + 1 < line.length && length_m < stretch_m) {
    const [ax = 0, ay = 0] = line[count] ?? [];
    const [bx = 0, by = 0] = line[count + 1] ?? [];
    length_m += Math.hypot(bx - ax, by - ay);
    count += 1;
  }
  return count;
}

function flatEnd(
  fromEnd: readonly Position[],
  segments: number,
  stretch_m: number,
  first: number,
  past: number,
): FlatEnd {
  const [x = 0, y = 0] = fromEnd[0] ?? [];
  const [innerX = 0, innerY = 0] = fromEnd[segments] ?? [];
  const length = Math.hypot(x - innerX, y - innerY) || 1;
  const [aheadX, aheadY] = [(x - innerX) / length, (y - innerY) / length];
  // A place near the stretch lies no farther from the end than the stretch is long and the zone is wide.
  const half = 2.1 * stretch_m;
  return {
    first,
    past,
    x,
    y,
    aheadX,
    aheadY,
    across: [
      [x - aheadY * half, y + aheadX * half],
      [x + aheadY * half, y - aheadX * half],
    ],
  };
}
