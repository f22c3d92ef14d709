import type { Geometry } from 'geojson';
import { err, ok, type Result } from '../../result.js';
import { operationMissing } from '../engine-issues.js';
import type { PreparedGeometry } from '../kernel.js';
import { facetDistance, type JstsGeometry, type JstsRelation, type OverlayName, relate } from './api.js';
import { attempt } from './attempt.js';
import { byDimension, overlayAny } from './by-dimension.js';
import { decode } from './decode.js';
import { encode } from './encode.js';

type Relation = (matrix: JstsRelation, a: JstsGeometry, b: JstsGeometry) => boolean;

/**
 * Keeps a geometry in the engine's form. The package's own prepared geometries are not used: in 2.12.1 those of
 * polygons throw on every question. So each question costs what an unprepared one does.
 */
export function prepare(engine: string, geometry: Geometry): Result<PreparedGeometry> {
  const read = attempt('prepare', () => {
    const kept = encode(geometry);
    return { kept, plain: byDimension(kept) };
  });
  if (!read.ok) return read;
  const { kept, plain } = read.value;
  let disposed = false;
  let nearest: ((other: JstsGeometry) => number) | undefined;

  function on<T>(name: string, other: Geometry, use: (other: JstsGeometry) => Result<T>): Result<T> {
    if (disposed) throw new Error('a prepared geometry was used after dispose()');
    const answered = attempt(name, () => use(encode(other)));
    return answered.ok ? answered.value : answered;
  }

  const relation =
    (name: string, holds: Relation) =>
    (other: Geometry): Result<boolean> =>
      on(name, other, (operand) => {
        const [a, b] = [plain[0], byDimension(operand)];
        const [one] = b;
        if (plain.length === 0 || one === undefined || a === undefined) return ok(false);
        if (plain.length > 1 || b.length > 1) return err(operationMissing(`${name} (collection)`, engine));
        return ok(holds(relate(a, one), a, one));
      });

  /** Covering all parts is covering the whole, where this geometry is of one dimension. */
  const covering =
    (name: string, some: (matrices: readonly JstsRelation[]) => boolean) =>
    (other: Geometry): Result<boolean> =>
      on(name, other, (operand) => {
        const [a, b] = [plain[0], byDimension(operand)];
        if (a === undefined || b.length === 0) return ok(false);
        if (plain.length > 1) return err(operationMissing(`${name} (collection)`, engine));
        const matrices = b.map((part) => relate(a, part));
        return ok(matrices.every((matrix) => matrix.isCovers()) && some(matrices));
      });

  const overlaid = (name: string, operation: OverlayName, turned: boolean) => (other: Geometry) =>
    on(name, other, (operand) =>
      ok(decode(turned ? overlayAny(operation, operand, kept) : overlayAny(operation, kept, operand))),
    );

  return ok({
    intersects: (other) =>
      on('intersects', other, (operand) => {
        const parts = byDimension(operand);
        return ok(plain.some((a) => parts.some((b) => relate(a, b).isIntersects())));
      }),
    contains: covering('contains', (matrices) => matrices.some((matrix) => matrix.isContains())),
    covers: covering('covers', () => true),
    within: relation('within', (matrix) => matrix.isWithin()),
    touches: relation('touches', (matrix, a, b) => matrix.isTouches(a.getDimension(), b.getDimension())),
    crosses: relation('crosses', (matrix, a, b) => matrix.isCrosses(a.getDimension(), b.getDimension())),
    overlaps: relation('overlaps', (matrix, a, b) => matrix.isOverlaps(a.getDimension(), b.getDimension())),
    equals: relation('equals', (matrix, a, b) => matrix.isEquals(a.getDimension(), b.getDimension())),
    distance: (other) =>
      on('distance', other, (operand) => {
        if (kept.isEmpty() || operand.isEmpty()) return ok(Number.POSITIVE_INFINITY);
        const parts = byDimension(operand);
        if (plain.some((a) => parts.some((b) => relate(a, b).isIntersects()))) return ok(0);
        nearest ??= facetDistance(kept);
        return ok(nearest(operand));
      }),
    intersection: overlaid('intersection', 'INTERSECTION', false),
    cutFrom: overlaid('difference', 'DIFFERENCE', true),
    dispose: () => {
      disposed = true;
    },
  });
}
