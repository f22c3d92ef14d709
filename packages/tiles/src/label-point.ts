import FlatQueue from 'flatqueue';
import { doubleArea, type Shape, type TileLine } from './shape.js';
import { unitBoxOf } from './unit-box.js';

/** Shells only, then all rings: rings of a shape are wound so that shells have a positive area. */
function largestShell(shape: Shape): TileLine | undefined {
  let [largest, largestArea]: [TileLine | undefined, number] = [undefined, 0];
  for (const line of shape.lines) {
    const area = doubleArea(line.xy);
    if (area > largestArea) [largest, largestArea] = [line, area];
  }
  return largest;
}

/** Distance from a point to the nearest edge, negative outside; the even-odd rule over all rings. */
function depthAt(x: number, y: number, rings: readonly TileLine[]): number {
  let inside = false;
  let nearest = Infinity;
  for (const { xy } of rings) {
    const count = xy.length / 2;
    for (let at = 0, before = count - 1; at < count; before = at++) {
      const [ax, ay] = [xy[2 * before] ?? 0, xy[2 * before + 1] ?? 0];
      const [bx, by] = [xy[2 * at] ?? 0, xy[2 * at + 1] ?? 0];
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
      const [dx, dy] = [bx - ax, by - ay];
      const square = dx * dx + dy * dy;
      const along = square === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / square));
      nearest = Math.min(nearest, (x - ax - along * dx) ** 2 + (y - ay - along * dy) ** 2);
    }
  }
  return inside ? Math.sqrt(nearest) : -Math.sqrt(nearest);
}

interface Square {
  readonly x: number;
  readonly y: number;
  readonly half: number;
  readonly depth: number;
}

/**
 * The middle of the widest stretch of ground along a level line half way up: inside whatever the shape, where the
 * search finds nothing (a sliver). `undefined` for a ring without area.
 */
function middleOfStretch(rings: readonly TileLine[], y: number): readonly [number, number] | undefined {
  const crossings: number[] = [];
  for (const { xy } of rings) {
    const count = xy.length / 2;
    for (let at = 0, before = count - 1; at < count; before = at++) {
      const [ax, ay] = [xy[2 * before] ?? 0, xy[2 * before + 1] ?? 0];
      const [bx, by] = [xy[2 * at] ?? 0, xy[2 * at + 1] ?? 0];
      if (ay > y !== by > y) crossings.push(((bx - ax) * (y - ay)) / (by - ay) + ax);
    }
  }
  crossings.sort((a, b) => a - b);
  let [best, width]: [number | undefined, number] = [undefined, 0];
  for (let at = 0; at + 1 < crossings.length; at += 2) {
    const [from, to] = [crossings[at] ?? 0, crossings[at + 1] ?? 0];
    if (to - from > width) [best, width] = [(from + to) / 2, to - from];
  }
  return best === undefined ? undefined : [best, y];
}

/**
 * A point well inside the largest part of a polygon: the deepest one, found by searching squares, the most
 * promising first, to a fiftieth of the part's extent. The unit square in and out; `undefined` when it has no area.
 */
export function labelPoint(shape: Shape): readonly [number, number] | undefined {
  const shell = largestShell(shape);
  if (shell === undefined) return undefined;
  const [west, north, east, south] = unitBoxOf([shell.xy]);
  const side = Math.min(east - west, south - north);
  if (side === 0) return undefined;
  const precision = Math.max(east - west, south - north) / 50;
  const queue = new FlatQueue<Square>();
  const search = (x: number, y: number, half: number): Square => {
    const square = { x, y, half, depth: depthAt(x, y, shape.lines) };
    queue.push(square, -(square.depth + half * Math.SQRT2));
    return square;
  };
  let best: Square | undefined;
  const consider = (square: Square): void => {
    if (best === undefined || square.depth > best.depth) best = square;
  };
  for (let y = north + side / 2; y < south; y += side) {
    for (let x = west + side / 2; x < east; x += side) consider(search(x, y, side / 2));
  }
  for (let square = queue.pop(); square !== undefined; square = queue.pop()) {
    if (square.depth + square.half * Math.SQRT2 - (best?.depth ?? 0) <= precision) break;
    const half = square.half / 2;
    for (const dx of [-half, half]) {
      for (const dy of [-half, half]) consider(search(square.x + dx, square.y + dy, half));
    }
  }
  return best !== undefined && best.depth > 0
    ? [best.x, best.y]
    : middleOfStretch(shape.lines, (north + south) / 2);
}

/** The point half way along the longest line of a feature, by its length in the unit square. */
export function middleOf(shape: Shape): readonly [number, number] | undefined {
  const lengthOf = ({ xy }: TileLine): number => {
    let length = 0;
    for (let at = 2; at < xy.length; at += 2) {
      length += Math.hypot((xy[at] ?? 0) - (xy[at - 2] ?? 0), (xy[at + 1] ?? 0) - (xy[at - 1] ?? 0));
    }
    return length;
  };
  const [longest] = [...shape.lines].sort((a, b) => lengthOf(b) - lengthOf(a));
  if (longest === undefined) return undefined;
  const { xy } = longest;
  let left = lengthOf(longest) / 2;
  for (let at = 2; at < xy.length; at += 2) {
    const [ax, ay] = [xy[at - 2] ?? 0, xy[at - 1] ?? 0];
    const [bx, by] = [xy[at] ?? 0, xy[at + 1] ?? 0];
    const step = Math.hypot(bx - ax, by - ay);
    if (step > 0 && step >= left) return [ax + ((bx - ax) * left) / step, ay + ((by - ay) * left) / step];
    left -= step;
  }
  const [x, y] = xy;
  return x === undefined || y === undefined ? undefined : [x, y];
}
