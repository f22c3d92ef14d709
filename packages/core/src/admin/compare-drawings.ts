import type { Geometry, MultiPolygon, Polygon, Position } from 'geojson';
import { geodesicArea_m2 } from '../geodesy/area.js';
import { metricFrame } from '../geodesy/metric-frame.js';
import { bboxesMeet, bboxOf, bboxUnion, EMPTY_BBOX } from '../geometry/bbox.js';
import type { GeometryKernel } from '../geometry/kernel.js';
import { moved } from '../geometry/moved.js';
import { polygonalPart } from '../geometry/polygonal.js';
import { ok, type Result } from '../result.js';
import { type DrawingId, type DrawnUnit, type UnitRef, unitRef } from './unit.js';

/**
 * Two drawings of one line may lie this far apart and still be the same line: 99 % of Bắc Kạn's outline of 2025 lies
 * within 812 m of the one of 2019. Ground that holds no circle so wide is re-digitising; wider ground is disputed.
 */
export const REDRAWING_TOLERANCE_m = 812;

/** Ground that two drawings of one day give to two units: no border was moved, the sources disagree. */
export interface DisputedGround {
  /** By the units and its order among theirs: `gov-2019:06|communes-2025:04:1`. */
  readonly id: string;
  /** What each drawing says. */
  readonly claims: readonly [DrawingClaim, DrawingClaim];
  readonly area_m2: number;
  /** A place inside, WGS 84 lon/lat. */
  readonly at: Position;
  /** WGS 84 lon/lat. */
  readonly geometry: MultiPolygon;
}

export interface DrawingClaim {
  readonly drawing: DrawingId;
  readonly unit: UnitRef;
}

/** What lies between two drawings of the same units. */
export interface DrawingComparison {
  readonly drawings: readonly [DrawingId, DrawingId];
  readonly tolerance_m: number;
  /** Ground that the two give to different units; noise and disputed ground together. */
  readonly differing_m2: number;
  readonly noise_m2: number;
  /** Pieces of noise. */
  readonly noise_count: number;
  /** The largest first. */
  readonly disputed: readonly DisputedGround[];
}

/**
 * Compares two drawings of units of one level and vintage: borders of one day are the same lines, so what differs is
 * re-digitising noise, or disputed where it is wider than the tolerance. Units are matched by code; only those drawn
 * in both are compared, and only ground that both drawings cover. Issues: the engine's.
 */
export function compareDrawings(
  kernel: GeometryKernel,
  one: readonly DrawnUnit[],
  other: readonly DrawnUnit[],
  { tolerance_m = REDRAWING_TOLERANCE_m }: { readonly tolerance_m?: number } = {},
): Result<DrawingComparison> {
  const both = (units: readonly DrawnUnit[], against: readonly DrawnUnit[]) =>
    units.filter(({ code }) => against.some((unit) => unit.code === code));
  const [mine, theirs] = [both(one, other), both(other, one)];
  const disputed: DisputedGround[] = [];
  let [noise_m2, noise_count] = [0, 0];
  for (const a of mine) {
    for (const b of theirs) {
      if (a.code === b.code) continue;
      const pieces = differing(kernel, a, b, tolerance_m);
      if (!pieces.ok) return pieces;
      const wide = pieces.value.filter((piece) => piece.wide).toSorted((p, q) => q.area_m2 - p.area_m2);
      const narrow = pieces.value.filter((piece) => !piece.wide);
      noise_count += narrow.length;
      noise_m2 += narrow.reduce((sum, piece) => sum + piece.area_m2, 0);
      disputed.push(
        ...wide.map(({ wide: _, ...piece }, at) => ({
          ...piece,
          id: `${a.drawing}:${a.code}|${b.drawing}:${b.code}:${at + 1}`,
          claims: [claim(a), claim(b)] as const,
        })),
      );
    }
  }
  const wide_m2 = disputed.reduce((sum, { area_m2 }) => sum + area_m2, 0);
  return ok({
    drawings: [one[0]?.drawing ?? '', other[0]?.drawing ?? ''],
    tolerance_m,
    differing_m2: noise_m2 + wide_m2,
    noise_m2,
    noise_count,
    disputed: disputed.sort((a, b) => b.area_m2 - a.area_m2),
  });
}

/** What a drawing says of its own unit. */
export function claim(unit: DrawnUnit): DrawingClaim {
  return { drawing: unit.drawing, unit: unitRef(unit) };
}

/** A piece of ground two drawings give to different units; `wide` where it is too wide for noise. */
export interface Piece extends Pick<DisputedGround, 'area_m2' | 'at' | 'geometry'> {
  readonly wide: boolean;
}

/** Ground that is `a`'s in the one drawing and `b`'s in the other. Issues: the engine's. */
export function differing(
  kernel: GeometryKernel,
  a: DrawnUnit,
  b: DrawnUnit,
  tolerance_m: number,
): Result<Piece[]> {
  if (!bboxesMeet(bboxOf(a.geometry), bboxOf(b.geometry))) return ok([]);
  const frame = metricFrame(
    [a, b].reduce((box, { geometry }) => bboxUnion(box, bboxOf(geometry)), EMPTY_BBOX),
  );
  const plane = (geometry: MultiPolygon): MultiPolygon => moved(geometry, (place) => frame.toMetric(place));
  const common = kernel.intersection(plane(a.geometry), plane(b.geometry));
  if (!common.ok) return common;
  const pieces: Piece[] = [];
  for (const rings of polygonalPart(common.value).coordinates) {
    const shape: Polygon = { type: 'Polygon', coordinates: rings };
    const geometry: MultiPolygon = { type: 'MultiPolygon', coordinates: [rings] };
    const ground = moved(geometry, (place) => frame.toLonLat(place));
    const area_m2 = geodesicArea_m2(ground);
    const core = holdsCircle(kernel, shape, area_m2, tolerance_m);
    const inside = kernel.pointOnSurface(shape);
    if (!core.ok) return core;
    if (!inside.ok) return inside;
    pieces.push({ area_m2, at: frame.toLonLat(inside.value), geometry: ground, wide: core.value });
  }
  return ok(pieces);
}

/** Whether a circle of this width fits in: a long strip never holds one, however large its area. */
function holdsCircle(
  kernel: GeometryKernel,
  shape: Polygon,
  area_m2: number,
  width_m: number,
): Result<boolean> {
  if (area_m2 < (Math.PI * width_m * width_m) / 4) return ok(false);
  const inner: Result<Geometry> = kernel.buffer(shape, -width_m / 2);
  return inner.ok ? ok(polygonalPart(inner.value).coordinates.length > 0) : inner;
}
