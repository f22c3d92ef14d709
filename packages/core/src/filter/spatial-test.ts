import type { Geometry } from 'geojson';
import { bboxesMeet, bboxOf } from '../geometry/bbox.js';
import type { GeometryKernel, PreparedGeometry } from '../geometry/kernel.js';
import type { FilterTest, PlaceOperand, SpatialOp } from './filter.js';
import { placeGeometry } from './place.js';
import type { FeatureTest, Truth } from './truth.js';

/** What holds of (a, b) when the relation holds of (b, a). */
const CONVERSE = {
  s_intersects: 's_intersects',
  s_disjoint: 's_disjoint',
  s_equals: 's_equals',
  s_touches: 's_touches',
  s_overlaps: 's_overlaps',
  s_crosses: 's_crosses',
  s_within: 's_contains',
  s_contains: 's_within',
} as const satisfies Record<SpatialOp, SpatialOp>;

export function spatialTest(
  test: Extract<FilterTest, { readonly op: SpatialOp }>,
  kernel: GeometryKernel | undefined,
): FeatureTest {
  if (kernel === undefined) throw new RangeError('a spatial filter needs the geometry kernel');
  const { left, right } = test;
  if (left.kind !== 'property') return relation(kernel, test.op, left, right);
  if (right.kind !== 'property') return relation(kernel, CONVERSE[test.op], right, left);
  return ({ geometry }) => {
    const prepared = kernel.prepare(geometry);
    if (!prepared.ok) return undefined;
    const truth = relate(prepared.value, test.op, geometry, geometry);
    prepared.value.dispose();
    return truth;
  };
}

function relation(
  kernel: GeometryKernel,
  op: SpatialOp,
  fixed: Exclude<PlaceOperand, { readonly kind: 'property' }>,
  other: PlaceOperand,
): FeatureTest {
  const geometry = placeGeometry(fixed);
  const prepared = kernel.prepare(geometry);
  if (!prepared.ok) return () => undefined;
  const fixedOther = other.kind === 'property' ? undefined : placeGeometry(other);
  const box = bboxOf(geometry);
  const test: FeatureTest = (feature) => {
    const asked = fixedOther ?? feature.geometry;
    // Boxes tell most geometries apart, many times faster than the engine takes them in.
    const apart = !bboxesMeet(box, bboxOf(asked));
    return apart ? op === 's_disjoint' : relate(prepared.value, op, geometry, asked);
  };
  forgotten.register(test, prepared.value);
  return test;
}

/** The engine's memory is not collected with ours: a literal goes when the test that holds it is gone. */
const forgotten = new FinalizationRegistry<PreparedGeometry>((prepared) => prepared.dispose());

function relate(prepared: PreparedGeometry, op: SpatialOp, own: Geometry, other: Geometry): Truth {
  const collections = [own, other].some(({ type }) => type === 'GeometryCollection');
  if (collections && op !== 's_intersects' && op !== 's_disjoint') return undefined;
  const truth = op === 's_disjoint' ? prepared.intersects(other) : RELATE[op](prepared, other);
  if (!truth.ok) return undefined;
  return op === 's_disjoint' ? !truth.value : truth.value;
}

const RELATE = {
  s_intersects: (prepared: PreparedGeometry, other: Geometry) => prepared.intersects(other),
  s_equals: (prepared: PreparedGeometry, other: Geometry) => prepared.equals(other),
  s_touches: (prepared: PreparedGeometry, other: Geometry) => prepared.touches(other),
  s_within: (prepared: PreparedGeometry, other: Geometry) => prepared.within(other),
  s_overlaps: (prepared: PreparedGeometry, other: Geometry) => prepared.overlaps(other),
  s_crosses: (prepared: PreparedGeometry, other: Geometry) => prepared.crosses(other),
  s_contains: (prepared: PreparedGeometry, other: Geometry) => prepared.contains(other),
} as const;
