import type { MultiPolygon, Position } from 'geojson';
import { geodesicArea_m2 } from '../geodesy/area.js';
import { metricFrame } from '../geodesy/metric-frame.js';
import { bboxesMeet, bboxOf } from '../geometry/bbox.js';
import type { GeometryKernel } from '../geometry/kernel.js';
import { moved } from '../geometry/moved.js';
import { polygonalPart } from '../geometry/polygonal.js';
import { ok, type Result } from '../result.js';

/** The part of one ground (lon/lat) that lies in another, 0 to 1, by areas on the ellipsoid. Issues: the engine's. */
export function groundShare(kernel: GeometryKernel, of: MultiPolygon, within: MultiPolygon): Result<number> {
  if (!bboxesMeet(bboxOf(of), bboxOf(within))) return ok(0);
  const frame = metricFrame(bboxOf(of));
  const toPlane = (position: Position): Position => frame.toMetric(position);
  const common = kernel.intersection(moved(of, toPlane), moved(within, toPlane));
  if (!common.ok) return common;
  const ground = moved(polygonalPart(common.value), (point) => frame.toLonLat(point));
  return ok(geodesicArea_m2(ground) / geodesicArea_m2(of));
}
