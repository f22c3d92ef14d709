export type Point = readonly [east: number, north: number];

/**
 * How a pair is written at the door. `east-north`: E, N or longitude, latitude, as GIS software and EPSG's
 * projected systems. `x-north`: X is the northing and comes first, as in Vietnamese tables.
 */
export type AxisOrder = 'east-north' | 'x-north';

/** The other order of a pair, for the door: its own inverse. */
export function reorder(point: Point, axis: AxisOrder): [number, number] {
  return axis === 'east-north' ? [point[0], point[1]] : [point[1], point[0]];
}
