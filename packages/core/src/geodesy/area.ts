import type { MultiPolygon, Polygon, Position } from 'geojson';
import { areaToEquatorPerRadian_m2, bendExcess_m2, bulgeExcess_m2 } from './edge-strip.js';
import { longitudeDifference_deg, RADIANS_PER_DEGREE } from './ellipsoid.js';
import { exactAreaToEquator_m2, exactRingArea_m2 } from './geodesic.js';
import { lonLat } from './position.js';

/** Edges within this many degrees both ways (about 5 km) take the series; longer ones go to GeographicLib. */
const SHORT_EDGE_deg = 0.05;
/** Rings that reach beyond go to GeographicLib whole: the series divides by the parallel's radius. */
const SERIES_LATITUDE_deg = 80;

/** Signed area of a closed ring; counter-clockwise is positive. */
function ringArea_m2(ring: readonly Position[]): number {
  const first = ring[0];
  if (first === undefined) return 0;
  let [lon1, lat1] = lonLat(first);
  let sin1 = Math.sin(lat1 * RADIANS_PER_DEGREE);
  let cos1 = Math.cos(lat1 * RADIANS_PER_DEGREE);
  // Measured from the first vertex's parallel, not the equator, so that small rings keep their digits.
  const base = areaToEquatorPerRadian_m2(sin1);
  let height1 = 0;
  let sum = 0;
  for (let index = 1; index < ring.length; index += 1) {
    const [lon2, lat2] = lonLat(ring[index] ?? first);
    const dLon_deg = longitudeDifference_deg(lon1, lon2);
    const dLat_deg = lat2 - lat1;
    if (Math.abs(lat2) > SERIES_LATITUDE_deg || Math.abs(dLon_deg) > 90) return exactRingArea_m2(ring);
    const dLon = dLon_deg * RADIANS_PER_DEGREE;
    const sin2 = Math.sin(lat2 * RADIANS_PER_DEGREE);
    const cos2 = Math.cos(lat2 * RADIANS_PER_DEGREE);
    const height2 = areaToEquatorPerRadian_m2(sin2) - base;
    if (Math.abs(dLon_deg) <= SHORT_EDGE_deg && Math.abs(dLat_deg) <= SHORT_EDGE_deg) {
      const [sin, cos] = [(sin1 + sin2) / 2, (cos1 + cos2) / 2];
      const dLat = dLat_deg * RADIANS_PER_DEGREE;
      const excess = bulgeExcess_m2(sin, cos, dLat, dLon) + bendExcess_m2(sin, cos, dLat);
      sum -= dLon * ((height1 + height2) / 2 + excess);
    } else {
      sum -= exactAreaToEquator_m2(lon1, lat1, lon2, lat2) - base * dLon;
    }
    lon1 = lon2;
    lat1 = lat2;
    sin1 = sin2;
    cos1 = cos2;
    height1 = height2;
  }
  return sum;
}

function polygonArea_m2(rings: readonly (readonly Position[])[]): number {
  return rings.reduce((sum, ring, index) => {
    const area_m2 = Math.abs(ringArea_m2(ring));
    return index === 0 ? area_m2 : sum - area_m2;
  }, 0);
}

/**
 * Area of a lon/lat polygon whose edges are geodesics of the WGS 84 ellipsoid, in square metres: within 1e-9
 * relative of GeographicLib's `Planimeter`. Holes are subtracted; winding does not matter.
 */
export function geodesicArea_m2(polygon: Polygon | MultiPolygon): number {
  if (polygon.type === 'Polygon') return polygonArea_m2(polygon.coordinates);
  return polygon.coordinates.reduce((sum, rings) => sum + polygonArea_m2(rings), 0);
}
