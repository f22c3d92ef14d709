import type { BorderSide } from '../border/border-side.js';
import { type SharedBorder, sharedBorder } from '../border/shared-border.js';
import type { GeometryKernel } from '../geometry/kernel.js';
import { err, ok, type Result } from '../result.js';
import type { BorderZone } from './border-zone.js';
import { type BorderZoneOptions, sortedWidths_m, widthIssues } from './zone-options.js';
import { zoneSet } from './zone-set.js';

/**
 * The border zones of a pair of units: for each side and ring the ground that lies within the ring's distances of
 * the shared border, clipped to the side. All zones of a pair are cut from one set of lines, so rings of different
 * width nest exactly, the two sides share the border line exactly, and communes partition each zone.
 *
 * Edges of units are read as geodesics, which are straight in the plane used here.
 *
 * Around a tri-point this is the ground near the *pair's* border, whether or not a third unit's border is nearer;
 * `unitZones` splits it. Where the drawing lets both sides claim the same ground, it counts for the side of the
 * smaller key. Issues: those of `sharedBorder`, `zone-width-missing`, `zone-width-out-of-range`.
 */
export function borderZones(
  kernel: GeometryKernel,
  a: BorderSide,
  b: BorderSide,
  options: BorderZoneOptions,
): Result<BorderZone[]> {
  const widths_m = sortedWidths_m(options);
  const [badWidth, ...moreBadWidths] = widthIssues(widths_m);
  if (badWidth !== undefined) return err(badWidth, ...moreBadWidths);
  const given = options.border === undefined ? sharedBorder(kernel, a, b) : ok(options.border);
  if (!given.ok) return given;
  const border: SharedBorder = { ...given.value, a: refOf(a), b: refOf(b) };
  const wanted = options.side === 'first' ? [a] : options.side === 'second' ? [b] : [a, b];
  const zones = zoneSet(
    kernel,
    [a, b],
    [border],
    wanted.map((side) => ({ border, side })),
    widths_m,
    options,
  );
  return zones.ok ? ok(zones.value, given.notes) : zones;
}

/** The zones of one width, undivided: the first side's, then the other's. */
export function borderZone(
  kernel: GeometryKernel,
  a: BorderSide,
  b: BorderSide,
  width_m: number,
  options: Omit<BorderZoneOptions, 'widths_m'> = {},
): Result<BorderZone[]> {
  return borderZones(kernel, a, b, { ...options, widths_m: [width_m] });
}

function refOf({ code, vintage, name }: BorderSide): SharedBorder['a'] {
  return { code, vintage, name };
}
