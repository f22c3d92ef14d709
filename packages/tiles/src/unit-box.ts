/** A box in the unit square; y grows southwards. Nothing at all is west of everything and east of nothing. */
export type UnitBox = readonly [west: number, north: number, east: number, south: number];

/** The box of lines written x, y, x, y, … */
export function unitBoxOf(lines: Iterable<Float64Array>): UnitBox {
  let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const xy of lines) {
    for (let at = 0; at < xy.length; at += 2) {
      const x = xy[at] ?? 0;
      const y = xy[at + 1] ?? 0;
      if (x < west) west = x;
      if (x > east) east = x;
      if (y < north) north = y;
      if (y > south) south = y;
    }
  }
  return [west, north, east, south];
}

/** Whether two boxes share a point. */
export function unitBoxesMeet(a: UnitBox, b: UnitBox): boolean {
  return a[0] <= b[2] && a[2] >= b[0] && a[1] <= b[3] && a[3] >= b[1];
}
