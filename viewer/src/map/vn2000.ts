import { crsDefinition, meridianText, type Transformer, transformer } from '@giapranh/core';
import type { LonLat } from '../state/view-state.js';

export interface GridReading {
  readonly meridian: string;
  /** X is the northing, Y the easting, as Vietnamese tables have them; metres. */
  readonly x_m: number;
  readonly y_m: number;
}

const kept = new Map<string, Transformer | null>();

function converter(crs: string): Transformer | null {
  const known = kept.get(crs);
  if (known !== undefined) return known;
  const made = transformer('OGC:CRS84', crs);
  const through = made.ok ? made.value : null;
  kept.set(crs, through);
  return through;
}

/** The central meridian of a system: `106°30′`. */
export function meridianOf(crs: string): string {
  const definition = crsDefinition(crs);
  const projection = definition.ok ? definition.value.projection : null;
  return projection === null ? crs : meridianText(projection.centralMeridian_deg);
}

/** `undefined` where the system does not reach. */
export function readGrid(crs: string, place: LonLat): GridReading | undefined {
  const point = converter(crs)?.tryPoint(place);
  return point === undefined ? undefined : { meridian: meridianOf(crs), x_m: point[1], y_m: point[0] };
}
