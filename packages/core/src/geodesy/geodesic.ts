import geographiclib from 'geographiclib-geodesic';
import type { Position } from 'geojson';
import { lonLat } from './position.js';

const { WGS84, DISTANCE, AZIMUTH, AREA } = geographiclib.Geodesic;

/** The shortest line between two positions of the WGS 84 ellipsoid (C. F. F. Karney 2013, 15 nm). */
export interface GeodesicLine {
  readonly distance_m: number;
  /** At the start, clockwise from true north, in (-180, 180]. */
  readonly azimuth_deg: number;
  /** At the end, in the direction of travel. */
  readonly finalAzimuth_deg: number;
}

function known(value: number | undefined): number {
  if (value === undefined || Number.isNaN(value)) throw new Error('the geodesic library gave no number');
  return value;
}

export function geodesicInverse(from: Position, to: Position): GeodesicLine {
  const [lon1, lat1] = lonLat(from);
  const [lon2, lat2] = lonLat(to);
  const line = WGS84.Inverse(lat1, lon1, lat2, lon2, DISTANCE | AZIMUTH);
  return {
    distance_m: known(line.s12),
    azimuth_deg: known(line.azi1),
    finalAzimuth_deg: known(line.azi2),
  };
}

/** The position at a distance along an azimuth. */
export function geodesicDirect(
  from: Position,
  azimuth_deg: number,
  distance_m: number,
): { readonly position: [lon_deg: number, lat_deg: number]; readonly finalAzimuth_deg: number } {
  const [lon1, lat1] = lonLat(from);
  const line = WGS84.Direct(lat1, lon1, azimuth_deg, distance_m);
  return { position: [known(line.lon2), known(line.lat2)], finalAzimuth_deg: known(line.azi2) };
}

/** Length alone, by GeographicLib. */
export function exactDistance_m(lon1: number, lat1: number, lon2: number, lat2: number): number {
  return known(WGS84.Inverse(lat1, lon1, lat2, lon2, DISTANCE).s12);
}

/** Signed area between a geodesic and the equator, by GeographicLib; east is positive. */
export function exactAreaToEquator_m2(lon1: number, lat1: number, lon2: number, lat2: number): number {
  return known(WGS84.Inverse(lat1, lon1, lat2, lon2, AREA).S12);
}

/** Area of one ring whose edges are geodesics, by GeographicLib; counter-clockwise is positive. */
export function exactRingArea_m2(ring: readonly Position[]): number {
  const polygon = WGS84.Polygon(false);
  for (const position of ring.slice(0, -1)) {
    const [lon, lat] = lonLat(position);
    polygon.AddPoint(lat, lon);
  }
  return polygon.Compute(false, true).area ?? 0;
}
