import type { MultiLineString, Position } from 'geojson';
import type { GeometryKernel } from '../geometry/kernel.js';
import { simplifiedPath } from '../geometry/simplify-path.js';
import { ok, type Result } from '../result.js';
import type { SettledPoint, TrueDistance } from './true-distance.js';

/** The part of the tolerance an edge between two settled points may be off; the rest is for the points. */
const EDGE_SHARE = 0.7;
/** Edges are cut at least this often, so that a straight edge on the map is a straight edge in the plane. */
const LONGEST_EDGE_m = 1_000;
const DEEPEST_CUT = 14;
const GUIDE_QUADRANT_SEGMENTS = 12;
/** The guide's line is thinned to this part of the width, and its radius is shorter by more: it never reaches too far. */
const GUIDE_THINNING = 0.015;
const GUIDE_RADIUS = 0.98;
/** Vertices of the guide nearer than this part of the width are artefacts: splinters deep inside the zone. */
const GUIDE_REACH = 0.9;

/** How far the edge of a zone of this width may lie from its true distance. */
export function edgeTolerance_m(width_m: number): number {
  return Math.max(0.5, 1e-4 * width_m);
}

/**
 * The curve at a true distance from a line, as closed lines of the plane. A buffer of the thinned line shows
 * roughly where it runs, always a little inside; each of its vertices is moved to the exact distance, and edges are cut
 * in two until their middles are right as well.
 *
 * The lines may cross themselves or run where no edge is, in narrow gaps that the true zone closes: they are material
 * for faces, each of which is then judged by its own distance.
 */
export function zoneEdge(
  kernel: GeometryKernel,
  lines: readonly (readonly Position[])[],
  distance: TrueDistance,
  width_m: number,
): Result<Position[][]> {
  const thinned: MultiLineString = {
    type: 'MultiLineString',
    coordinates: lines.map((line) => simplifiedPath(fromItsWest(line), GUIDE_THINNING * width_m)),
  };
  const guide = kernel.buffer(thinned, GUIDE_RADIUS * width_m, {
    quadrantSegments: GUIDE_QUADRANT_SEGMENTS,
  });
  if (!guide.ok) return guide;
  const rings =
    guide.value.type === 'Polygon'
      ? guide.value.coordinates
      : guide.value.type === 'MultiPolygon'
        ? guide.value.coordinates.flat()
        : [];
  return ok(rings.map((ring) => refined(ring, distance, width_m)).filter((ring) => ring.length > 3));
}

/** A closed line begun at its westernmost vertex: thinning keeps the first, and must not depend on who drew it. */
function fromItsWest(line: readonly Position[]): readonly Position[] {
  const [first, last] = [line[0], line.at(-1)];
  if (first === undefined || last === undefined || first[0] !== last[0] || first[1] !== last[1]) return line;
  let start = 0;
  line.forEach(([x = 0, y = 0], at) => {
    const [westX = 0, westY = 0] = line[start] ?? [];
    if (x < westX || (x === westX && y < westY)) start = at;
  });
  return [...line.slice(start, -1), ...line.slice(0, start), line[start] ?? first];
}

function refined(ring: readonly Position[], distance: TrueDistance, width_m: number): Position[] {
  const tolerance_m = edgeTolerance_m(width_m);
  const corners: SettledPoint[] = [];
  for (const [x = 0, y = 0] of ring.slice(0, -1)) {
    const corner = distance.settled(x, y, width_m, tolerance_m, GUIDE_REACH * width_m);
    const last = corners[corners.length - 1];
    if (corner === null) continue;
    if (last === undefined || Math.hypot(corner.x - last.x, corner.y - last.y) > tolerance_m / 10) {
      corners.push(corner);
    }
  }
  const out: Position[] = [];
  corners.forEach((from, index) => {
    out.push([from.x, from.y]);
    cut(out, from, corners[(index + 1) % corners.length] ?? from, 0, distance, width_m, tolerance_m);
  });
  const [first] = out;
  if (first !== undefined) out.push(first);
  return out;
}

/** Appends the points between two settled points that the tolerance asks for. */
function cut(
  out: Position[],
  from: SettledPoint,
  to: SettledPoint,
  depth: number,
  distance: TrueDistance,
  width_m: number,
  tolerance_m: number,
): void {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (depth >= DEEPEST_CUT || length < tolerance_m / 2) return;
  const allowed_m = EDGE_SHARE * tolerance_m;
  if (
    length <= LONGEST_EDGE_m &&
    inward_m(length, width_m) <= allowed_m &&
    outward_m(from, to) <= width_m + allowed_m
  ) {
    return;
  }
  const middle = distance.settled((from.x + to.x) / 2, (from.y + to.y) / 2, width_m, tolerance_m);
  if (middle === null) return;
  cut(out, from, middle, depth + 1, distance, width_m, tolerance_m);
  out.push([middle.x, middle.y]);
  cut(out, middle, to, depth + 1, distance, width_m, tolerance_m);
}

/**
 * How much nearer to the line an edge can come than its ends: whatever place of the line is nearest, both ends lie
 * outside the circle around it, so the edge dips into the circle by no more than a chord of its length.
 */
function inward_m(length: number, width_m: number): number {
  return (length * length) / (8 * width_m);
}

/**
 * The farthest from the line that an edge can run: no farther than from the places its two ends are measured from,
 * and of those two bounds the smaller is largest where they are equal.
 */
function outward_m(from: SettledPoint, to: SettledPoint): number {
  const [ex, ey] = [to.x - from.x, to.y - from.y];
  const [nx, ny] = [to.fromX - from.fromX, to.fromY - from.fromY];
  const along = ex * nx + ey * ny;
  const [mx, my] = [(from.fromX + to.fromX) / 2 - from.x, (from.fromY + to.fromY) / 2 - from.y];
  const t = along === 0 ? 0 : Math.min(1, Math.max(0, (mx * nx + my * ny) / along));
  return Math.hypot(from.x + t * ex - from.fromX, from.y + t * ey - from.fromY);
}
