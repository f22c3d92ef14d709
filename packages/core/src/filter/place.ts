import type { Geometry } from 'geojson';
import type { PlaceOperand } from './filter.js';

/** The literal as the smallest valid geometry: a box without height or width is a point or a line. */
export function placeGeometry(operand: Exclude<PlaceOperand, { readonly kind: 'property' }>): Geometry {
  if (operand.kind === 'geometry') return operand.geometry;
  const [west, south, east, north] = operand.box;
  if (west === east && south === north) return { type: 'Point', coordinates: [west, south] };
  const corners = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ];
  const [a, b, c, d] = corners;
  if (a === undefined || b === undefined || c === undefined || d === undefined)
    throw new Error('four corners');
  return west === east || south === north
    ? { type: 'LineString', coordinates: [a, c] }
    : { type: 'Polygon', coordinates: [[a, b, c, d, a]] };
}
