import type { BorderSide } from '../border/border-side.js';
import { type SharedBorder, sharedBorder } from '../border/shared-border.js';
import type { GeometryKernel } from '../geometry/kernel.js';
import type { Issue } from '../issue.js';
import { err, ok, type Result } from '../result.js';
import type { BorderZone } from './border-zone.js';
import { sortedWidths_m, widthIssues, type ZoneOptions } from './zone-options.js';
import { zoneSet } from './zone-set.js';

/**
 * The zones of all borders of a unit with the given neighbours, split by nearest border: around a tri-point each
 * piece of the unit's ground belongs to the border it is nearest to, so the zones within the unit partition the
 * ground within the width of any of them; none is counted twice, none is lost. On a neighbour's side the zone is that
 * of its border with the unit. All are cut from one set of lines.
 *
 * The split line is where two borders are equally near, within 0.1 m. Neighbours that share no line are noted; issues
 * as of `borderZones`, and theirs when there is no border at all.
 */
export function unitZones(
  kernel: GeometryKernel,
  unit: BorderSide,
  neighbours: readonly BorderSide[],
  options: ZoneOptions,
): Result<BorderZone[]> {
  const widths_m = sortedWidths_m(options);
  const [badWidth, ...moreBadWidths] = widthIssues(widths_m);
  if (badWidth !== undefined) return err(badWidth, ...moreBadWidths);
  const borders: SharedBorder[] = [];
  const sides: BorderSide[] = [unit];
  const [notes, faults]: [Issue[], Issue[]] = [[], []];
  for (const neighbour of neighbours) {
    const border = sharedBorder(kernel, unit, neighbour);
    if (border.ok) {
      borders.push(border.value);
      sides.push(neighbour);
      notes.push(...border.notes);
    } else faults.push(...border.issues);
  }
  const [fault, ...moreFaults] = faults;
  if (borders.length === 0 && fault !== undefined) return err(fault, ...moreFaults);
  if (borders.length === 0) return ok([]);
  const wanted = borders.flatMap((border) => [
    { border, side: border.a },
    { border, side: border.b },
  ]);
  const zones = zoneSet(kernel, sides, borders, wanted, widths_m, options);
  return zones.ok ? ok(zones.value, [...notes, ...faults]) : zones;
}
