import type { Geometry, Position } from 'geojson';
import { rewind } from '../../geometry/winding.js';
import type { Candidate } from '../diagnosis/candidate.js';
import type { PlanePart, PlanePoint } from '../faults/plane.js';
import { inRing } from '../faults/ring-math.js';
import type { Shape } from '../statement/attributes.js';

/** Degrees are kept to a tenth of a millimetre. */
const KEPT = 1e9;

/** A corner under a reading, WGS 84 lon/lat; `null` outside the system's range. */
export function placed(candidate: Candidate, { source }: PlanePoint): Position | null {
  const { east, north } = source;
  const place = east === null || north === null ? null : candidate.place(east, north);
  return place === null ? null : place.map((value) => Math.round(value * KEPT) / KEPT);
}

function ring(candidate: Candidate, part: PlanePart): Position[] | null {
  const positions = part.points.flatMap((point) => {
    const position = placed(candidate, point);
    return position === null ? [] : [position];
  });
  const [first] = positions;
  return first === undefined || positions.length < part.points.length ? null : [...positions, first];
}

/** Each hole goes with the shell it lies in. */
function polygons(candidate: Candidate, parts: readonly PlanePart[]): Position[][][] | null {
  const shells = parts.filter((part) => !part.hole);
  const holes = parts.filter((part) => part.hole);
  const made: Position[][][] = [];
  for (const shell of shells) {
    const own = holes.filter((hole) => {
      const [corner] = hole.points;
      return corner !== undefined && inRing(shell.points, corner.x, corner.y);
    });
    const rings = [shell, ...own].map((part) => ring(candidate, part));
    const whole = rings.filter((positions) => positions !== null);
    if (whole.length < rings.length) return null;
    made.push(whole);
  }
  return made;
}

/** The site as GeoJSON, WGS 84 lon/lat, wound as RFC 7946 asks; `null` when a corner leaves the system's range. */
export function locate(candidate: Candidate, shape: Shape, parts: readonly PlanePart[]): Geometry | null {
  if (shape === 'ring') {
    const made = polygons(candidate, parts);
    const [only] = made ?? [];
    if (made === null || only === undefined) return null;
    return rewind(
      made.length === 1
        ? { type: 'Polygon', coordinates: only }
        : { type: 'MultiPolygon', coordinates: made },
    );
  }
  const lines = parts.map((part) => part.points.map((point) => placed(candidate, point)));
  const whole = lines.map((line) => line.filter((position) => position !== null));
  if (whole.some((line, at) => line.length < (lines[at]?.length ?? 0))) return null;
  const [first = []] = whole;
  if (shape === 'line') {
    return whole.length === 1
      ? { type: 'LineString', coordinates: first }
      : { type: 'MultiLineString', coordinates: whole };
  }
  const points = whole.flat();
  const [point] = points;
  if (point === undefined) return null;
  return points.length === 1
    ? { type: 'Point', coordinates: point }
    : { type: 'MultiPoint', coordinates: points };
}
