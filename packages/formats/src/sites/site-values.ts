import { type IsoDate, parseIsoDate, type Site } from '@giapranh/core';
import type { Geometry, Position } from 'geojson';

const METRES_PER_DEGREE = 111_320;

const ACTIVITIES: readonly (readonly [Site['activity'], RegExp])[] = [
  ['levelling', /^levelling$|san (lấp|ủi|gạt|nền)/],
  ['processing', /^processing$|chế biến/],
  ['transport', /^transport$|vận chuyển/],
  ['groundwater', /^groundwater$|^well$|nước dưới đất|nước ngầm|giếng/],
  ['landfill', /^landfill$|bãi rác|chôn lấp/],
  ['mining', /^mining$|khai thác/],
];

/** `unknown` for what is not understood. */
export function activityOf(text: string | null): Site['activity'] {
  const plain = (text ?? '').toLocaleLowerCase('vi');
  return ACTIVITIES.find(([, pattern]) => pattern.test(plain))?.[0] ?? 'unknown';
}

/** A day written `2024-04-15` or `15/4/2024`; `null` for anything else, a bare year too. */
export function dateOf(text: string | null): IsoDate | null {
  const local = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text ?? '');
  const iso =
    local === null
      ? text
      : `${local[3]}-${String(local[2]).padStart(2, '0')}-${String(local[1]).padStart(2, '0')}`;
  return iso === null ? null : (parseIsoDate(iso) ?? null);
}

function decimals(value: number): number {
  const [, fraction = ''] = String(value).split('.');
  return fraction.length;
}

/**
 * Half the diagonal of the grid the positions were rounded to, metres on the ground: the least error of a position
 * given to so many decimals. The finest ordinate decides, since trailing zeros are not written.
 */
export function roundingError_m(positions: readonly Position[]): number {
  const digits = Math.max(0, ...positions.flatMap(([lon = 0, lat = 0]) => [decimals(lon), decimals(lat)]));
  return (METRES_PER_DEGREE / 10 ** digits) * Math.SQRT1_2;
}

/** One position is a point, more are a line, in the order given. */
export function pointOrLine(positions: readonly Position[]): Geometry {
  const [only, second] = positions;
  return only !== undefined && second === undefined
    ? { type: 'Point', coordinates: only }
    : { type: 'LineString', coordinates: [...positions] };
}
