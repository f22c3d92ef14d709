/** The WGS 84 ellipsoid; VN-2000 uses the same one. */
export const SEMI_MAJOR_AXIS_m = 6_378_137;
export const FLATTENING = 1 / 298.257223563;
export const SEMI_MINOR_AXIS_m = SEMI_MAJOR_AXIS_m * (1 - FLATTENING);
export const ECCENTRICITY_SQUARED = FLATTENING * (2 - FLATTENING);
export const THIRD_FLATTENING = FLATTENING / (2 - FLATTENING);

export const RADIANS_PER_DEGREE = Math.PI / 180;

/** The difference of two longitudes by the short way round, in [-180, 180]; exact for near neighbours. */
export function longitudeDifference_deg(from_deg: number, to_deg: number): number {
  const difference = to_deg - from_deg;
  if (difference > 180) return difference - 360;
  if (difference < -180) return difference + 360;
  return difference;
}
