import type { JstsCoordinate, JstsGeometry } from './api.js';
import { faces, interiorPoint, make, overlay, relate, unaryUnion } from './api.js';
import { parts } from './decode.js';

/**
 * The same ground, valid, as GEOS's method "structure" makes it: each ring becomes what it goes around at least once,
 * holes are taken out of their shell, a hole outside its shell is ground of its own. What collapses is dropped.
 */
export function madeValid(geometry: JstsGeometry): JstsGeometry {
  switch (geometry.getGeometryType()) {
    case 'Polygon':
      return validPolygon(geometry);
    case 'MultiPolygon':
      return unaryUnion(make.collection([make.emptyPolygon(), ...parts(geometry).map(validPolygon)]));
    case 'LineString':
      return geometry.getLength() > 0 || geometry.isEmpty() ? geometry : make.line([]);
    case 'MultiLineString':
      return make.lines(parts(geometry).filter((line) => line.getLength() > 0));
    case 'GeometryCollection':
      return make.collection(parts(geometry).map(madeValid));
    default:
      return geometry;
  }
}

function validPolygon(polygon: JstsGeometry): JstsGeometry {
  if (polygon.isEmpty()) return polygon;
  const shell = ringGround(polygon.getExteriorRing());
  const holes = Array.from({ length: polygon.getNumInteriorRing() }, (_, index) =>
    ringGround(polygon.getInteriorRingN(index)),
  ).filter((hole) => !hole.isEmpty());
  const outside = holes.filter((hole) => !relate(shell, hole).isIntersects());
  const cut = holes
    .filter((hole) => !outside.includes(hole))
    .reduce((rest, hole) => overlay('DIFFERENCE', rest, hole), shell);
  return outside.length === 0 ? cut : unaryUnion(make.collection([cut, ...outside]));
}

/** The faces of a ring's own lines that it goes around, whichever way. */
function ringGround(ring: JstsGeometry): JstsGeometry {
  const path = ring.getCoordinates();
  const enclosed = faces(unaryUnion(make.line(path))).filter((face) => {
    const at = interiorPoint(face);
    return at !== null && windings(path, at) !== 0;
  });
  return unaryUnion(make.collection([make.emptyPolygon(), ...enclosed]));
}

/** How many times a ring goes around a place that is not on it, counter-clockwise. */
function windings(path: readonly JstsCoordinate[], { x, y }: JstsCoordinate): number {
  let count = 0;
  path.forEach((from, index) => {
    const to = path[index + 1];
    if (to === undefined || from.y <= y === to.y <= y) return;
    const side = (to.x - from.x) * (y - from.y) - (to.y - from.y) * (x - from.x);
    if (from.y <= y ? side > 0 : side < 0) count += from.y <= y ? 1 : -1;
  });
  return count;
}
