/** Vertices of a stretch. */
const SIZE = 32;
/** Shorter lines are looked at vertex by vertex. */
const WORTHWHILE = 4 * SIZE;

/** West, north, east, south of each stretch of a line, in the line's own unit. */
const known = new WeakMap<Float64Array, Float64Array>();

/** A stretch reaches to the first vertex of the next one, the last one to that of the line. */
function boxesOf(xy: Float64Array): Float64Array {
  const count = xy.length / 2;
  const boxes = new Float64Array(4 * Math.ceil(count / SIZE));
  for (let stretch = 0; 4 * stretch < boxes.length; stretch++) {
    let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
    const end = Math.min(count, (stretch + 1) * SIZE);
    for (let vertex = stretch * SIZE; vertex <= end; vertex++) {
      const at = 2 * (vertex === count ? 0 : vertex);
      const x = xy[at] ?? 0;
      const y = xy[at + 1] ?? 0;
      if (x < west) west = x;
      if (x > east) east = x;
      if (y < north) north = y;
      if (y > south) south = y;
    }
    boxes.set([west, north, east, south], 4 * stretch);
  }
  return boxes;
}

/**
 * The vertices of a line that clipping to a box can tell apart: of a stretch that lies wholly beyond one side of the
 * box only its first vertex is kept (and the line's last), as what is beyond a side is clipped away whatever way it takes there. The same
 * array where nothing can be left out.
 *
 * @param box west, north, east, south in the line's unit.
 */
export function nearVertices(
  xy: Float64Array,
  west: number,
  north: number,
  east: number,
  south: number,
): Float64Array {
  if (xy.length < 2 * WORTHWHILE) return xy;
  let boxes = known.get(xy);
  if (boxes === undefined) {
    boxes = boxesOf(xy);
    known.set(xy, boxes);
  }
  const near = new Float64Array(xy.length);
  let size = 0;
  for (let at = 0, from = 0; at < boxes.length; at += 4, from += 2 * SIZE) {
    const isBeyond =
      (boxes[at] ?? 0) > east ||
      (boxes[at + 1] ?? 0) > south ||
      (boxes[at + 2] ?? 0) < west ||
      (boxes[at + 3] ?? 0) < north;
    const to = isBeyond ? from + 2 : Math.min(xy.length, from + 2 * SIZE);
    for (let each = from; each < to; each++) near[size++] = xy[each] ?? 0;
  }
  // Clipping a ring sets out from its last vertex.
  if (near[size - 2] !== xy[xy.length - 2] || near[size - 1] !== xy[xy.length - 1]) {
    near[size++] = xy[xy.length - 2] ?? 0;
    near[size++] = xy[xy.length - 1] ?? 0;
  }
  return size === xy.length ? xy : near.subarray(0, size);
}
