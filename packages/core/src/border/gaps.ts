import type { MultiLineString, MultiPolygon, Position } from 'geojson';
import { geodesicArea_m2 } from '../geodesy/area.js';
import { metricFrame } from '../geodesy/metric-frame.js';
import { bboxOf } from '../geometry/bbox.js';
import type { GeometryKernel } from '../geometry/kernel.js';
import { LineIndex } from '../geometry/line-index.js';
import { polygonalPart } from '../geometry/polygonal.js';
import { ok, type Result } from '../result.js';

/**
 * Ground that two sides leave between them along their border: holes of their union that lie within the tolerance of
 * the border all around. A lake or a third unit between them reaches farther, and is none.
 */
export function borderGaps_m2(
  kernel: GeometryKernel,
  grounds: readonly [MultiPolygon, MultiPolygon],
  border: MultiLineString,
  tolerance_m: number,
): Result<number> {
  const union = kernel.union(grounds);
  if (!union.ok) return union;
  const frame = metricFrame(bboxOf(border));
  const index = new LineIndex(border.coordinates.map((line) => line.map((place) => frame.toMetric(place))));
  const isNear = (place: Position): boolean => {
    const [x, y] = frame.toMetric(place);
    return index.nearest(x, y, 1.01 * tolerance_m).segment >= 0;
  };
  const holes = polygonalPart(union.value).coordinates.flatMap(([, ...inner]) => inner);
  const gaps = holes.filter((hole) => hole.every(isNear));
  return ok(gaps.reduce((sum, hole) => sum + geodesicArea_m2({ type: 'Polygon', coordinates: [hole] }), 0));
}
