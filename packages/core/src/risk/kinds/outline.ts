import type { Geometry, MultiPolygon } from 'geojson';
import { geodesicArea_m2 } from '../../geodesy/area.js';
import { geodesicLength_m } from '../../geodesy/length.js';
import { polygonalPart } from '../../geometry/polygonal.js';
import type { Figure } from './threshold.js';

/** The area of a shape whose outline may lie `error_m` off: at most its length times that error is uncertain. */
export function areaFigure(geometry: Geometry, error_m: number): Figure {
  const shape = polygonalPart(geometry);
  return { value: geodesicArea_m2(shape), error: error_m * outline_m(shape) };
}

function outline_m(shape: MultiPolygon): number {
  return shape.coordinates.flat().reduce((sum, ring) => sum + geodesicLength_m(ring), 0);
}
