import type { Position } from 'geojson';
import { geodesicDirect } from '../geodesy/geodesic.js';
import type { BorderSide } from './border-side.js';

/** A place so many metres east and north of a corner of the country. */
export const at = (east_m: number, north_m: number): Position =>
  geodesicDirect(geodesicDirect([105.8, 22.1], 90, east_m).position, 0, north_m).position;

/** A unit of one polygon; rings are closed here. */
export const side = (code: string, ...rings: Position[][]): BorderSide => ({
  code,
  vintage: '2025-07-01',
  name: `Tỉnh ${code}`,
  drawing: 'test',
  geometry: { type: 'MultiPolygon', coordinates: [rings.map((ring) => [...ring, ...ring.slice(0, 1)])] },
});
