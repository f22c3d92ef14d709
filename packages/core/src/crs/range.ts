import proj4 from 'proj4';
import type { CoordinateBox, TransverseMercator } from './definition.js';

/**
 * Where Vietnamese documents can lie: the mainland, the near islands, Hoàng Sa and Trường Sa, with room for a
 * wrong meridian to be seen as such.
 */
export const VIETNAM_RANGE_deg: CoordinateBox = [101, 6, 118, 24.5];

/**
 * How far from its central meridian a zone is believed. Provincial 3° zones are used past their nominal 1.5°
 * (Bạch Long Vĩ lies 1.98° from Hải Phòng's meridian); 6° zones overlap their neighbours by half a zone.
 */
const REACH_deg: Readonly<Record<3 | 6, number>> = { 3: 3, 6: 4.5 };

/** The box, in the zone's own metres, of everything within reach of its meridian. */
export function zoneRange(zone: TransverseMercator, proj: string): CoordinateBox {
  const [, south, , north] = VIETNAM_RANGE_deg;
  const { a, b } = new proj4.Proj(proj);
  const onItsEllipsoid = proj4(`+proj=longlat +a=${a} +b=${b} +no_defs`, proj.replace(/ \+towgs84=\S+/, ''));
  const reach_deg = REACH_deg[zone.zoneWidth_deg];
  const [east] = onItsEllipsoid.forward([zone.centralMeridian_deg + reach_deg, south]);
  const [, bottom] = onItsEllipsoid.forward([zone.centralMeridian_deg, south]);
  const [, top] = onItsEllipsoid.forward([zone.centralMeridian_deg + reach_deg, north]);
  return [2 * zone.falseEasting_m - east, bottom, east, top];
}
