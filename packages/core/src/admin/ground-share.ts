import type { Geometry, MultiPolygon, Position } from 'geojson';
import { geodesicArea_m2 } from '../geodesy/area.js';
import { metricFrame } from '../geodesy/metric-frame.js';
import { bboxesMeet, bboxOf } from '../geometry/bbox.js';
import type { GeometryKernel } from '../geometry/kernel.js';
import { ok, type Result } from '../result.js';

function mapped(polygons: MultiPolygon, move: (position: Position) => Position): MultiPolygon {
  return {
    type: 'MultiPolygon',
    coordinates: polygons.coordinates.map((rings) => rings.map((ring) => ring.map(move))),
  };
}

function polygonsOf(geometry: Geometry): MultiPolygon['coordinates'] {
  if (geometry.type === 'Polygon') return [geometry.coordinates];
  if (geometry.type === 'MultiPolygon') return geometry.coordinates;
  return geometry.type === 'GeometryCollection' ? geometry.geometries.flatMap(polygonsOf) : [];
}

/** The part of one ground (lon/lat) that lies in another, 0 to 1, by areas on the ellipsoid. Issues: the engine's. */
export function groundShare(kernel: GeometryKernel, of: MultiPolygon, within: MultiPolygon): Result<number> {
  if (!bboxesMeet(bboxOf(of), bboxOf(within))) return ok(0);
  const frame = metricFrame(bboxOf(of));
  const common = kernel.intersection(
    mapped(of, (position) => frame.toMetric(position)),
    mapped(within, (position) => frame.toMetric(position)),
  );
  if (!common.ok) return common;
  const ground = mapped({ type: 'MultiPolygon', coordinates: polygonsOf(common.value) }, (point) =>
    frame.toLonLat(point),
  );
  return ok(geodesicArea_m2(ground) / geodesicArea_m2(of));
}
