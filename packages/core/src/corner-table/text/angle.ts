import { readAngle } from '../../crs/angle-text.js';

/** A latitude or longitude as a cell writes it. */
export interface CellAngle {
  readonly value_deg: number;
  /** Half a unit of the last digit written, in degrees. */
  readonly rounding_deg: number;
  readonly direction: 'latitude' | 'longitude' | null;
  /** The degree sign had become a zero: `22035’12”`. */
  readonly damaged: boolean;
}

const ZERO_FOR_SIGN = /^(\D{0,3}\d{1,3})[0oO](?=[0-5]\d\s*['’′‘´`])/;

/** Degrees, minutes and seconds in any of the usual dresses, or decimal degrees; `null` when the text is none. */
export function cellAngle(text: string): CellAngle | null {
  const colons = text.replace(/(\d)\s*:\s*(?=\d)/g, '$1 ');
  const damaged = ZERO_FOR_SIGN.test(colons) && !/[°º˚⁰]/.test(colons);
  const read = readAngle(damaged ? colons.replace(ZERO_FOR_SIGN, '$1°') : colons);
  if (!read.ok) return null;
  const { value_deg, rounding_deg, direction } = read.value;
  return { value_deg, rounding_deg, direction, damaged };
}

/** Latitudes of Vietnam and its seas. */
export function isLatitude(value_deg: number): boolean {
  return value_deg >= 6 && value_deg <= 24.5;
}

/** Longitudes of Vietnam and its seas. */
export function isLongitude(value_deg: number): boolean {
  return value_deg >= 101 && value_deg <= 118;
}
