import type { LocalText } from '../issue.js';
import type { Datum } from './definition.js';

export interface DatumShift {
  /** proj4 parameters of ellipsoid and shift to WGS 84. */
  readonly proj: string;
  readonly source: string;
  readonly accuracy_m: number;
  readonly accuracyNote?: LocalText;
}

/**
 * VN-2000's parameters stand in QĐ 05/2007/QĐ-BTNMT and in EPSG:6960 as a coordinate-frame rotation; `+towgs84`
 * is a position vector, so the three rotations carry the opposite sign here. Unflipped they cost 0.80 m.
 */
export const DATUM_SHIFTS: Readonly<Record<Datum, DatumShift>> = {
  'VN-2000': {
    proj: '+ellps=WGS84 +towgs84=-191.90441429,-39.30318279,-111.45032835,0.00928836,-0.01975479,0.00427372,0.252906278',
    source: 'QĐ 05/2007/QĐ-BTNMT; EPSG:6960 (coordinate frame rotation)',
    accuracy_m: 1,
  },
  'HN-72': {
    proj: '+ellps=krass +towgs84=-17.51,-108.32,-62.39,0,0,0,0',
    source: 'EPSG:1544 (geocentric translations)',
    accuracy_m: 5,
    accuracyNote: {
      vi: 'Tham số xác định tại vùng Vũng Tàu; ở nơi khác sai số lớn hơn 5 m và chưa được công bố.',
      en: 'Derived in the Vũng Tàu area; elsewhere the error is larger than 5 m and not published.',
    },
  },
  'WGS 84': { proj: '+datum=WGS84', source: 'EPSG:6326', accuracy_m: 0 },
};
