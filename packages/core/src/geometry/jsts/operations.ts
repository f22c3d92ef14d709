import type { Geometry, MultiLineString } from 'geojson';
import { issueAt } from '../../issue.js';
import { err, ok, type Result } from '../../result.js';
import { asMultiLineString } from '../collection-parts.js';
import { operationFailed, operationMissing } from '../engine-issues.js';
import type { BufferOptions, GeometryKernel, InvalidReason } from '../kernel.js';
import {
  buffer,
  faces,
  interiorPoint,
  type JstsGeometry,
  make,
  mergedLines,
  type OverlayName,
  simplified,
  unaryUnion,
  validationError,
} from './api.js';
import { attempt } from './attempt.js';
import { overlayAny } from './by-dimension.js';
import { decode, parts } from './decode.js';
import { encode } from './encode.js';
import { madeValid } from './make-valid.js';
import { prepare } from './prepared.js';

const ENGINE = 'JSTS 2.12.1';
const END_CAPS = { round: 1, flat: 2, square: 3 } as const;
const DEFAULT_QUADRANT_SEGMENTS = 16;

/**
 * The kernel on JSTS, JTS in plain JavaScript: the same answers, several times slower. It has no simplification of
 * coverages (`geometry-operation-missing`), and relations other than meeting and covering refuse mixed collections.
 */
export function jstsKernel(): GeometryKernel {
  const read = (operands: readonly Geometry[]): Result<JstsGeometry[]> => {
    const made: JstsGeometry[] = [];
    for (const [index, operand] of operands.entries()) {
      const encoded = attempt('create geometry', () => encode(operand));
      if (!encoded.ok) return operands.length > 1 ? err(issueAt([index], encoded.issues[0])) : encoded;
      made.push(encoded.value);
    }
    return ok(made);
  };

  function on<T>(
    operation: string,
    operands: readonly Geometry[],
    run: (...made: readonly JstsGeometry[]) => T,
  ): Result<T> {
    const made = read(operands);
    return made.ok ? attempt(operation, () => run(...made.value)) : made;
  }

  const unary = (operation: string, call: (a: JstsGeometry) => JstsGeometry) => (geometry: Geometry) =>
    on(operation, [geometry], (a = make.collection([])) => decode(call(a)));
  const binary = (operation: string, name: OverlayName) => (left: Geometry, right: Geometry) =>
    on(operation, [left, right], (a = make.collection([]), b = make.collection([])) =>
      decode(overlayAny(name, a, b)),
    );
  const union = unary('union', unaryUnion);

  function invalidReason(geometry: Geometry): Result<InvalidReason | null> {
    return on('is valid', [geometry], (made = make.collection([])) => {
      const found = validationError(made);
      if (found === null) return null;
      const at = found.getCoordinate();
      return { reason: found.getMessage(), at: at === null ? [] : [at.x, at.y] };
    });
  }

  return {
    engine: ENGINE,
    union: (geometries) => union({ type: 'GeometryCollection', geometries: [...geometries] }),
    coverageUnion: (polygons) => union({ type: 'GeometryCollection', geometries: [...polygons] }),
    intersection: binary('intersection', 'INTERSECTION'),
    difference: binary('difference', 'DIFFERENCE'),
    symmetricDifference: binary('symmetric difference', 'SYMDIFFERENCE'),
    buffer: (geometry, distance, options: BufferOptions = {}) => {
      if (!Number.isFinite(distance))
        return err(operationFailed(`buffer by ${distance}`, 'the distance is not finite'));
      const segments = options.quadrantSegments ?? DEFAULT_QUADRANT_SEGMENTS;
      const cap = END_CAPS[options.endCap ?? 'round'];
      return unary('buffer', (a) => buffer(a, distance, segments, cap))(geometry);
    },
    lineMerge: (lines): Result<MultiLineString> => {
      const merged = unary('line merge', (a) => make.lines(mergedLines(a)))(lines);
      return merged.ok ? ok(asMultiLineString(merged.value)) : merged;
    },
    faces: (lines) =>
      on('polygonize', [lines], (a = make.collection([])) =>
        faces(unaryUnion(a))
          .map(decode)
          .filter((face) => face.type === 'Polygon'),
      ),
    invalidReason,
    makeValid: unary('make valid', madeValid),
    simplify: (geometry, tolerance) => unary('simplify', (a) => simplified(a, tolerance))(geometry),
    coverageSimplify: () => err(operationMissing('coverage simplify', ENGINE)),
    area: (geometry) => on('area', [geometry], (a = make.collection([])) => a.getArea()),
    length: (geometry) => on('length', [geometry], (a = make.collection([])) => lengthOf(a)),
    distance: (a, b) => {
      const from = prepare(ENGINE, a);
      if (!from.ok) return err(issueAt([0], from.issues[0]));
      const measured = from.value.distance(b);
      return measured.ok ? measured : err(issueAt([1], measured.issues[0]));
    },
    pointOnSurface: (geometry) => {
      const inside = on('point on surface', [geometry], (a = make.collection([])) => interiorPoint(a));
      if (!inside.ok) return inside;
      const at = inside.value;
      return at === null
        ? err(operationFailed('point on surface of an empty geometry', 'it is empty'))
        : ok([at.x, at.y]);
    },
    prepare: (geometry) => prepare(ENGINE, geometry),
  };
}

/** As GEOS measures: of polygons the outline. */
function lengthOf(geometry: JstsGeometry): number {
  return parts(geometry).reduce((sum, part) => sum + part.getLength(), 0);
}
