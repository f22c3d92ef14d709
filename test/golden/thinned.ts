import { bboxOf, type GeometryKernel, metricFrame } from '@giapranh/core';
import type { Geometry, MultiPolygon, Position } from 'geojson';
import { must } from '../must.js';

function moved(geometry: MultiPolygon, move: (position: Position) => Position): MultiPolygon {
  return {
    type: 'MultiPolygon',
    coordinates: geometry.coordinates.map((rings) => rings.map((ring) => ring.map(move))),
  };
}

/**
 * Polygons that share edges, drawn with fewer points for a file that people look at: shared edges stay shared.
 * Figures beside them are those of the full outlines.
 */
export function thinned(
  kernel: GeometryKernel,
  polygons: readonly MultiPolygon[],
  tolerance_m: number,
): MultiPolygon[] {
  const collection: Geometry = { type: 'GeometryCollection', geometries: [...polygons] };
  const frame = metricFrame(bboxOf(collection));
  const planar = polygons.map((polygon) => moved(polygon, (position) => frame.toMetric(position)));
  return must(kernel.coverageSimplify(planar, tolerance_m)).map((polygon) =>
    moved(polygon, (position) => frame.toLonLat(position)),
  );
}
