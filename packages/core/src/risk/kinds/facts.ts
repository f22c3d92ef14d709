import type { LocalText } from '../../issue.js';
import type { Fact } from '../flag.js';

export const METHODS = {
  distance: 'shortest distance on the WGS 84 ellipsoid',
  'farthest-vertex': 'largest distance of the outline vertices, on the WGS 84 ellipsoid',
  area: 'area on the WGS 84 ellipsoid',
  lineage: 'unit lists and lineage',
} as const;

/** A length in metres with its error bar, rounded to centimetres: digits beyond are noise. */
export function lengthFact(
  name: string,
  title: LocalText,
  value_m: number,
  error_m: number,
  method: string = METHODS.distance,
): Fact {
  return { name, title, value: round(value_m, 2), unit: 'm', error: round(error_m, 2), method };
}

export function areaFact(name: string, title: LocalText, value_m2: number): Fact {
  return { name, title, value: round(value_m2, 1), unit: 'm2', method: METHODS.area };
}

export function shareFact(name: string, title: LocalText, share: number): Fact {
  return { name, title, value: round(share, 4), unit: '1', method: METHODS.area };
}

export function textFact(name: string, title: LocalText, value: string): Fact {
  return { name, title, value };
}

function round(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}
