import type { Position } from 'geojson';

/** Longitude and latitude in degrees, WGS 84 (OGC:CRS84). */
export type LonLat = readonly [lon_deg: number, lat_deg: number];

/**
 * A GeoJSON position as the pair the formulas read. Geometry is validated where it enters the product, so a
 * position that is no place on earth is a bug here and throws.
 */
export function lonLat(position: Position): LonLat {
  const [lon_deg, lat_deg] = position;
  if (
    lon_deg === undefined ||
    lat_deg === undefined ||
    !Number.isFinite(lon_deg) ||
    !(Math.abs(lat_deg) <= 90)
  ) {
    throw new RangeError(`not a lon/lat position: [${position.join(', ')}]`);
  }
  return [lon_deg, lat_deg];
}
