import type { LineString, MultiLineString, MultiPolygon, Polygon, Position } from 'geojson';
import { ok, type Result } from '../result.js';
import { geodesicArea_m2 } from './area.js';
import type { Figure } from './figure.js';
import { geodesicInverse } from './geodesic.js';
import { gridArea_m2 } from './grid-area.js';
import { geodesicLength_m } from './length.js';
import { distanceToLine_m } from './nearest.js';
import {
  areaSensitivity_m,
  COVERAGE,
  lengthSensitivity,
  type Precision,
  vertexError_m,
} from './precision.js';

function bar(precision: Precision, sensitivity: number, shift_m = 0): number | null {
  const error_m = vertexError_m(precision);
  return error_m === null ? null : COVERAGE * Math.hypot(error_m * sensitivity, shift_m);
}

function rings(polygon: Polygon | MultiPolygon): readonly (readonly Position[])[] {
  return polygon.type === 'Polygon' ? polygon.coordinates : polygon.coordinates.flat();
}

function areaError_m2(polygon: Polygon | MultiPolygon, precision: Precision): number | null {
  return bar(precision, Math.hypot(...rings(polygon).map(areaSensitivity_m)));
}

/** Area of a lon/lat polygon on the ellipsoid. A shift of datum moves it whole and leaves its area. */
export function measureArea(polygon: Polygon | MultiPolygon, precision: Precision = {}): Figure {
  return {
    value: geodesicArea_m2(polygon),
    unit: 'm2',
    method: 'geodesic-area',
    error: areaError_m2(polygon, precision),
  };
}

/**
 * Area of a lon/lat polygon in a VN-2000 grid, as licences state it; it stands beside the geodesic area, which is
 * the ground's. Issues: those of `transformer` and of points out of the zone.
 */
export function measureGridArea(
  polygon: Polygon | MultiPolygon,
  crs: string,
  precision: Precision = {},
): Result<Figure> {
  const area = gridArea_m2(polygon, crs);
  if (!area.ok) return area;
  return ok({
    value: area.value,
    unit: 'm2',
    method: 'grid-area',
    error: areaError_m2(polygon, precision),
    crs,
  });
}

/** Length of a lon/lat line on the ellipsoid. */
export function measureLength(line: LineString | MultiLineString, precision: Precision = {}): Figure {
  const paths = line.type === 'LineString' ? [line.coordinates] : line.coordinates;
  return {
    value: geodesicLength_m(line),
    unit: 'm',
    method: 'geodesic-length',
    error: bar(precision, Math.hypot(...paths.map(lengthSensitivity))),
  };
}

/**
 * Shortest distance from a point to a line. The point and the line may come from different systems, so the datum's
 * accuracy counts; `line` and `point` state their own precision.
 */
export function measureDistance(
  point: Position,
  line: LineString | MultiLineString,
  precision: { readonly point?: Precision; readonly line?: Precision } = {},
): Figure {
  const parts = [precision.point ?? {}, precision.line ?? {}];
  const errors = parts.map((part) => {
    const error_m = vertexError_m(part);
    return error_m === null ? null : Math.hypot(error_m, part.datum_m ?? 0);
  });
  const stated = errors.filter((error) => error !== null);
  return {
    value: distanceToLine_m(point, line),
    unit: 'm',
    method: 'geodesic-distance',
    error: stated.length === 0 ? null : COVERAGE * Math.hypot(...stated),
  };
}

/** Azimuth from one position to another; its error grows as the distance shrinks. */
export function measureAzimuth(from: Position, to: Position, precision: Precision = {}): Figure {
  const { azimuth_deg, distance_m } = geodesicInverse(from, to);
  const across_m = bar(precision, Math.SQRT2);
  return {
    value: azimuth_deg,
    unit: 'deg',
    method: 'geodesic-azimuth',
    error: across_m === null ? null : Math.min(180, (Math.atan2(across_m, distance_m) * 180) / Math.PI),
  };
}
