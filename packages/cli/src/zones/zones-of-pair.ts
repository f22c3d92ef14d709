import {
  type BorderZone,
  bboxesMeet,
  bboxOf,
  borderZones,
  type DrawnUnit,
  ok,
  type Result,
  unitZones,
  type ZoneOptions,
} from '@giapranh/core';
import type { Session } from '../session.js';

/** How zones are asked for, beside their widths. */
export interface ZoneChoices {
  readonly side: 'both' | 'first' | 'second';
  readonly clip: 'pair' | 'free';
  readonly ends: 'round' | 'flat';
  readonly triPoints: 'pair' | 'nearest';
}

/** Notes on units that were only tried as neighbours. */
const NO_NEIGHBOUR = new Set(['border-none', 'border-point-only']);

/** The zones of a pair as chosen; around tri-points with the first unit's other neighbours of the second's level. */
export function zonesOfPair(
  { kernel, sources, drawing }: Session,
  a: DrawnUnit,
  b: DrawnUnit,
  zones: ZoneOptions,
  { side, clip, ends, triPoints }: ZoneChoices,
): Result<BorderZone[]> {
  if (triPoints === 'pair') return borderZones(kernel, a, b, { ...zones, side, clip, ends });
  const near = bboxOf(a.geometry);
  const neighbours = sources.units.filter(
    (unit) =>
      unit.level === b.level &&
      unit.vintage === b.vintage &&
      unit.drawing === drawing &&
      unit.code !== a.code &&
      bboxesMeet(bboxOf(unit.geometry), near),
  );
  const split = unitZones(kernel, a, neighbours, { ...zones, clip, ends });
  if (!split.ok) return split;
  const wanted = split.value.filter((zone) => {
    if (zone.pair !== `${a.code}-${b.code}`) return false;
    return side === 'both' || (zone.side.code === a.code) === (side === 'first');
  });
  return ok(
    wanted,
    split.notes.filter(({ code }) => !NO_NEIGHBOUR.has(code)),
  );
}
