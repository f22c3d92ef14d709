/**
 * Web Mercator as a unit square: x grows east, y grows south, the whole map is 0..1.
 * Only drawn in; nothing is ever measured here.
 */
export const MAX_LATITUDE_deg = 85.0511287798066;

/** WGS 84 lon/lat degrees to the unit square; latitudes beyond the map are clamped to its edge. */
export function toUnitSquare(lon_deg: number, lat_deg: number): [number, number] {
  const lat = Math.max(-MAX_LATITUDE_deg, Math.min(MAX_LATITUDE_deg, lat_deg));
  const sine = Math.sin((lat * Math.PI) / 180);
  return [lon_deg / 360 + 0.5, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)];
}

/** The inverse of `toUnitSquare`: lon/lat degrees. */
export function fromUnitSquare(x: number, y: number): [number, number] {
  return [(x - 0.5) * 360, (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI];
}

/** Ground width of the whole map at the equator, metres: 2π · 6378137. */
export const WORLD_WIDTH_m = 40_075_016.685_578_49;
