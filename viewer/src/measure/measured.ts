import { geodesicArea_m2, geodesicLength_m, gridArea_m2 } from '@giapranh/core';
import type { LonLat } from '../state/view-state.js';

export interface Measured {
  /** Along the points, on the ellipsoid of WGS 84; metres. */
  readonly length_m: number;
  /** Of the ring the points close, on the ellipsoid; `null` below three points. */
  readonly area_m2: number | null;
  readonly perimeter_m: number | null;
  /** The same ring in the plane of a VN-2000 system, as decisions state it; `null` where the system does not reach. */
  readonly gridArea_m2: number | null;
}

const mutable = ([lon, lat]: LonLat): [number, number] => [lon, lat];

/** Figures of points in the order they were placed. `crs`: the system whose grid area is told beside. */
export function measured(points: readonly LonLat[], crs: string | undefined): Measured {
  const path = points.map(mutable);
  const length_m = geodesicLength_m(path);
  const [first] = path;
  if (first === undefined || path.length < 3) {
    return { length_m, area_m2: null, perimeter_m: null, gridArea_m2: null };
  }
  const ring = [...path, first];
  const polygon = { type: 'Polygon' as const, coordinates: [ring] };
  const grid = crs === undefined ? undefined : gridArea_m2(polygon, crs);
  return {
    length_m,
    area_m2: Math.abs(geodesicArea_m2(polygon)),
    perimeter_m: geodesicLength_m(ring),
    gridArea_m2: grid?.ok === true ? grid.value : null,
  };
}
