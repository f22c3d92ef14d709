import { type DrawnUnit, eachPosition, pointLocator } from '@giapranh/core';
import type { Geometry } from 'geojson';

/** The ground a profile has drawn, all provinces together. */
export interface Ground {
  /** Whether a point, or any vertex of a line or polygon, lies in it. */
  holds(geometry: Geometry): boolean;
}

export function groundOf(units: readonly DrawnUnit[]): Ground {
  const provinces = units
    .filter((unit) => unit.level === 'province')
    .map((unit) => pointLocator(unit.geometry));
  return {
    holds(geometry) {
      let inside = false;
      eachPosition(geometry, ([lon = Number.NaN, lat = Number.NaN]) => {
        inside ||= provinces.some((province) => province.contains(lon, lat));
      });
      return inside;
    },
  };
}
