import { type UnitBox, unitBoxesMeet } from '../unit-box.js';

/** A line whose vertices were judged before; unit square. */
export interface JudgedLine {
  readonly xy: Float64Array;
  readonly closed: boolean;
  readonly errors: Float32Array;
}

/** A stretch of a line, or all of it; `at` are the numbers of its vertices in the line. */
export interface LineWindow extends JudgedLine {
  readonly at: Int32Array;
}

function windowOf({ xy, errors }: JudgedLine, at: readonly number[], closed: boolean): LineWindow {
  const own = new Float64Array(2 * at.length);
  for (const [position, vertex] of at.entries()) {
    own[2 * position] = xy[2 * vertex] ?? 0;
    own[2 * position + 1] = xy[2 * vertex + 1] ?? 0;
  }
  return {
    xy: own,
    closed,
    errors: Float32Array.from(at, (vertex) => errors[vertex] ?? Infinity),
    at: Int32Array.from(at),
  };
}

/** The stretches of a line whose segments come into a box, each with the vertices just outside at its ends. */
export function windowsOf(line: JudgedLine, box: UnitBox): LineWindow[] {
  const { xy, closed } = line;
  const count = xy.length / 2;
  const segments = closed ? count : count - 1;
  const meets = (from: number): boolean => {
    const to = (from + 1) % count;
    const [ax, ay, bx, by] = [xy[2 * from] ?? 0, xy[2 * from + 1] ?? 0, xy[2 * to] ?? 0, xy[2 * to + 1] ?? 0];
    return unitBoxesMeet([Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)], box);
  };
  let start = 0;
  // A stretch over the beginning of a ring is one: begin where nothing is.
  while (closed && start < segments && meets(start)) start++;
  if (closed && start === segments) {
    return [
      windowOf(
        line,
        Array.from({ length: count }, (_, at) => at),
        true,
      ),
    ];
  }
  const windows: LineWindow[] = [];
  let run: number[] = [];
  for (let step = 0; step < segments; step++) {
    const from = (start + step) % count;
    if (!meets(from)) continue;
    const to = (from + 1) % count;
    if (run.at(-1) === from) run.push(to);
    else {
      if (run.length > 0) windows.push(windowOf(line, run, false));
      run = [from, to];
    }
  }
  if (run.length > 0) windows.push(windowOf(line, run, false));
  return windows;
}
