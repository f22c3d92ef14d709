import { DATUM_SHIFTS } from './datum.js';
import type { CoordinateBox, CrsDefinition, Datum, TransverseMercator } from './definition.js';
import { VIETNAM_RANGE_deg, zoneRange } from './range.js';
import { HN72_6_DEGREE, VN2000_3_DEGREE, VN2000_6_DEGREE, WGS84_UTM, type ZoneRow } from './zones.js';

const REGISTER = 'EPSG v10.076';

function withDatum(datum: Datum): Pick<CrsDefinition, 'datum' | 'datumAccuracy_m' | 'datumAccuracyNote'> {
  const { accuracy_m, accuracyNote } = DATUM_SHIFTS[datum];
  return accuracyNote === undefined
    ? { datum, datumAccuracy_m: accuracy_m }
    : { datum, datumAccuracy_m: accuracy_m, datumAccuracyNote: accuracyNote };
}

function geographic(
  id: string,
  name: string,
  datum: Datum,
  range: CoordinateBox,
  areaOfUse: CrsDefinition['areaOfUse'],
): CrsDefinition {
  const shift = DATUM_SHIFTS[datum];
  return {
    id,
    name,
    ...withDatum(datum),
    unit: 'deg',
    projection: null,
    areaOfUse,
    range,
    source: `${REGISTER}; ${shift.source}`,
    proj: `+proj=longlat ${shift.proj} +no_defs`,
  };
}

function projected(
  datum: Datum,
  zoneWidth_deg: 3 | 6,
  k0: number,
  falseEasting_m: (zone: number) => number,
  nameOf: (zone: number, centralMeridian_deg: number) => string,
): (row: ZoneRow) => CrsDefinition {
  const shift = DATUM_SHIFTS[datum];
  return ([epsg, centralMeridian_deg, vi, en]) => {
    const utmZone = (centralMeridian_deg + 183) / 6;
    const projection: TransverseMercator = {
      centralMeridian_deg,
      k0,
      falseEasting_m: falseEasting_m(utmZone),
      zoneWidth_deg,
    };
    const proj = `+proj=tmerc +lat_0=0 +lon_0=${centralMeridian_deg} +k=${k0} +x_0=${projection.falseEasting_m} +y_0=0 ${shift.proj} +units=m +no_defs`;
    return {
      id: `EPSG:${epsg}`,
      name: nameOf(utmZone, centralMeridian_deg),
      ...withDatum(datum),
      unit: 'm',
      projection,
      areaOfUse: { vi, en },
      range: zoneRange(projection, proj),
      source: `${REGISTER}; ${shift.source}`,
      proj,
    };
  };
}

/** `106°30′`: how Vietnamese documents write a meridian. */
export function meridianText(meridian_deg: number): string {
  const minutes = Math.round(meridian_deg * 60);
  return `${Math.floor(minutes / 60)}°${String(minutes % 60).padStart(2, '0')}′`;
}

const FIVE_HUNDRED_KM = () => 500_000;
const VIETNAM = { vi: 'Việt Nam, phần đất liền', en: 'Vietnam, onshore' };
const WORLD = { vi: 'Toàn thế giới', en: 'World' };
const WORLD_RANGE: CoordinateBox = [-180, -90, 180, 90];

/**
 * Every coordinate system the product knows. Positions are east-north inside (longitude first, also for
 * EPSG:4326 and EPSG:4756, whose register order is latitude first).
 */
export const CRS_DEFINITIONS: readonly CrsDefinition[] = [
  geographic('OGC:CRS84', 'WGS 84 (kinh độ, vĩ độ)', 'WGS 84', WORLD_RANGE, WORLD),
  geographic('EPSG:4326', 'WGS 84', 'WGS 84', WORLD_RANGE, WORLD),
  geographic('EPSG:4756', 'VN-2000', 'VN-2000', VIETNAM_RANGE_deg, VIETNAM),
  geographic('EPSG:4147', 'HN-72', 'HN-72', VIETNAM_RANGE_deg, VIETNAM),
  ...VN2000_3_DEGREE.map(
    projected(
      'VN-2000',
      3,
      0.9999,
      FIVE_HUNDRED_KM,
      (_zone, meridian_deg) => `VN-2000 / KTT ${meridianText(meridian_deg)}, múi 3°`,
    ),
  ),
  ...VN2000_6_DEGREE.map(
    projected(
      'VN-2000',
      6,
      0.9996,
      FIVE_HUNDRED_KM,
      (zone, meridian_deg) => `VN-2000 / KTT ${meridianText(meridian_deg)}, múi 6° (UTM ${zone}N)`,
    ),
  ),
  ...HN72_6_DEGREE.map(
    projected(
      'HN-72',
      6,
      1,
      (zone) => (zone - 30) * 1_000_000 + 500_000,
      (zone) => `HN-72 / Gauss múi ${zone - 30}`,
    ),
  ),
  ...WGS84_UTM.map(projected('WGS 84', 6, 0.9996, FIVE_HUNDRED_KM, (zone) => `WGS 84 / UTM ${zone}N`)),
];
