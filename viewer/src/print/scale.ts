import { geodesicInverse } from '@giapranh/core';
import type { LonLat } from '../state/view-state.js';
import { SCALES } from './paper.js';

/** CSS pixels are 1/96 inch on paper. */
export const PIXELS_PER_mm = 96 / 25.4;
const WORLD_px = 512;
const STEP_deg = 0.05;

/** Length of a degree of longitude at a place, on the ellipsoid. */
function degree_m([lon, lat]: LonLat): number {
  return geodesicInverse([lon - STEP_deg, lat], [lon + STEP_deg, lat]).distance_m / (2 * STEP_deg);
}

/** MapLibre's zoom at which the middle of the map is drawn 1:`denominator`, east to west. */
export function zoomOfScale(denominator: number, centre: LonLat): number {
  const pixel_m = denominator / 1000 / PIXELS_PER_mm;
  return Math.log2((degree_m(centre) * 360) / (WORLD_px * pixel_m));
}

/** The largest scale offered that shows `width_m` of ground on `width_mm` of paper. */
export function scaleFor(width_m: number, width_mm: number): number {
  const needed = width_m / (width_mm / 1000);
  return SCALES.find((scale) => scale >= needed) ?? SCALES[SCALES.length - 1] ?? 1_000_000;
}

const STEPS_m = [100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000];

/** A round length that is some `wanted_mm` long on paper. */
export function roundLength_m(denominator: number, wanted_mm: number): number {
  const wanted_m = (wanted_mm / 1000) * denominator;
  return STEPS_m.find((step) => step >= wanted_m) ?? 50_000;
}
