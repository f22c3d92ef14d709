import { type Transformer, transformer } from '@giapranh/core';
import type { LonLat } from '../state/view-state.js';

/** West, south, east, north in degrees: a map without rotation. */
export type Extent = readonly [west: number, south: number, east: number, north: number];

export interface GridLine {
  /** `east`: all of one easting Y, running north; `north`: all of one northing X. */
  readonly of: 'east' | 'north';
  readonly value_m: number;
  /** Along the line, millimetres in the frame; may run past its edges. */
  readonly points: readonly (readonly [x_mm: number, y_mm: number])[];
  /** Where it meets the frame: top and bottom for `east`, left and right for `north`. */
  readonly ends: readonly { readonly side: 'top' | 'bottom' | 'left' | 'right'; readonly at_mm: number }[];
}

const mercator = (lat_deg: number): number => Math.asinh(Math.tan((lat_deg * Math.PI) / 180));

/** Places in millimetres of a frame that shows the extent in Web Mercator. */
export function onPaper([west, south, east, north]: Extent, width_mm: number, height_mm: number) {
  const [top, bottom] = [mercator(north), mercator(south)];
  return ([lon, lat]: LonLat): [x_mm: number, y_mm: number] => [
    ((lon - west) / (east - west)) * width_mm,
    ((top - mercator(lat)) / (top - bottom)) * height_mm,
  ];
}

const SAMPLES = 32;

function multiples(from: number, to: number, step: number): number[] {
  const first = Math.ceil(from / step);
  return Array.from(
    { length: Math.max(0, Math.floor(to / step) - first + 1) },
    (_, at) => (first + at) * step,
  );
}

/** The eastings and northings that the frame's edge reaches. */
function reach(through: Transformer, [west, south, east, north]: Extent) {
  const edge = Array.from({ length: SAMPLES + 1 }, (_, at) => at / SAMPLES).flatMap((part): LonLat[] => {
    const [lon, lat] = [west + part * (east - west), south + part * (north - south)];
    return [
      [lon, south],
      [lon, north],
      [west, lat],
      [east, lat],
    ];
  });
  const points = edge.map((place) => through.tryPoint(place)).filter((point) => point !== undefined);
  const [eastings, northings] = [points.map(([e]) => e), points.map(([, n]) => n)];
  return {
    east: [Math.min(...eastings), Math.max(...eastings)] as const,
    north: [Math.min(...northings), Math.max(...northings)] as const,
  };
}

/** Where a line crosses `limit` in one coordinate, told in the other. */
function crossing(points: GridLine['points'], axis: 0 | 1, limit: number): number | undefined {
  for (const [at, from] of points.entries()) {
    const to = points[at + 1];
    if (to === undefined) return undefined;
    const [a, b] = [from[axis] - limit, to[axis] - limit];
    if (a * b > 0 || a === b) continue;
    const other = axis === 0 ? 1 : 0;
    return from[other] + (a / (a - b)) * (to[other] - from[other]);
  }
  return undefined;
}

/**
 * Lines of a VN-2000 grid (`crs`, e.g. `EPSG:9213`) every `step_m` over a frame in millimetres; [] where the system
 * does not reach.
 */
export function gridLines(
  crs: string,
  extent: Extent,
  frame: { readonly width_mm: number; readonly height_mm: number },
  step_m: number,
): GridLine[] {
  const [forth, back] = [transformer('OGC:CRS84', crs), transformer(crs, 'OGC:CRS84')];
  if (!forth.ok || !back.ok) return [];
  const place = onPaper(extent, frame.width_mm, frame.height_mm);
  const spans = reach(forth.value, extent);
  const line = (of: GridLine['of'], value_m: number): GridLine => {
    const [from, to] = of === 'east' ? spans.north : spans.east;
    const points = Array.from({ length: SAMPLES + 1 }, (_, at) => from + (at / SAMPLES) * (to - from))
      .map((along) => back.value.tryPoint(of === 'east' ? [value_m, along] : [along, value_m]))
      .filter((lonLat) => lonLat !== undefined)
      .map(([lon, lat]) => place([lon, lat]));
    const [axis, far, length] =
      of === 'east'
        ? ([1, frame.height_mm, frame.width_mm] as const)
        : ([0, frame.width_mm, frame.height_mm] as const);
    const sides = of === 'east' ? (['top', 'bottom'] as const) : (['left', 'right'] as const);
    const ends = sides.flatMap((side, at) => {
      const at_mm = crossing(points, axis, at === 0 ? 0 : far);
      return at_mm === undefined || at_mm < 0 || at_mm > length ? [] : [{ side, at_mm }];
    });
    return { of, value_m, points, ends };
  };
  return [
    ...multiples(spans.east[0], spans.east[1], step_m).map((value) => line('east', value)),
    ...multiples(spans.north[0], spans.north[1], step_m).map((value) => line('north', value)),
  ];
}
