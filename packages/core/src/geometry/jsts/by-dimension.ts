import { type JstsGeometry, make, type OverlayName, overlay, unaryUnion } from './api.js';
import { parts } from './decode.js';

/**
 * A geometry as points, lines and ground, each dissolved: the engine overlays and relates one dimension at a time and
 * refuses mixed collections.
 */
export function byDimension(geometry: JstsGeometry): JstsGeometry[] {
  if (geometry.getGeometryType() !== 'GeometryCollection') return [geometry];
  const plain = leaves(geometry);
  return [0, 1, 2].flatMap((dimension) => {
    const same = plain.filter((part) => part.getDimension() === dimension);
    const [first, ...rest] = same;
    if (first === undefined) return [];
    return rest.length === 0 ? [first] : [unaryUnion(make.collection(same))];
  });
}

function leaves(geometry: JstsGeometry): JstsGeometry[] {
  if (geometry.getGeometryType() !== 'GeometryCollection') return geometry.isEmpty() ? [] : [geometry];
  return parts(geometry).flatMap(leaves);
}

/** An overlay of any two, collections too. */
export function overlayAny(name: OverlayName, a: JstsGeometry, b: JstsGeometry): JstsGeometry {
  const [left, right] = [byDimension(a), byDimension(b)];
  const [one, other] = [left[0], right[0]];
  if (left.length === 1 && right.length === 1 && one !== undefined && other !== undefined)
    return overlay(name, one, other);
  switch (name) {
    case 'INTERSECTION':
      return together(left.flatMap((first) => right.map((second) => overlay(name, first, second))));
    case 'DIFFERENCE':
      return together(
        left.map((first) => right.reduce((rest, second) => overlay(name, rest, second), first)),
      );
    case 'UNION':
      return together([...left, ...right]);
    case 'SYMDIFFERENCE':
      return together([overlayAny('DIFFERENCE', a, b), overlayAny('DIFFERENCE', b, a)]);
  }
}

/** What is left of several parts when those that lie in others are dissolved. */
function together(found: readonly JstsGeometry[]): JstsGeometry {
  const kept = found.filter((part) => !part.isEmpty());
  const [only] = kept;
  if (only === undefined) return make.collection([]);
  return kept.length === 1 ? only : unaryUnion(make.collection(kept));
}
