import type { MultiPolygon } from 'geojson';
import { mixedInheritance } from '../admin/mixed-policy.js';
import type { UnitRegistry } from '../admin/registry.js';
import { predecessors, type Successor, successors } from '../admin/succession.js';
import {
  type AdminUnit,
  type DrawingId,
  type DrawnUnit,
  type UnitRef,
  unitKey,
  unitRef,
} from '../admin/unit.js';
import { geodesicArea_m2 } from '../geodesy/area.js';
import type { GeometryKernel } from '../geometry/kernel.js';
import { polygonalPart } from '../geometry/polygonal.js';
import { type Issue, issue } from '../issue.js';
import type { WatchList } from '../profile.js';
import { ok, type Result } from '../result.js';

/** Ground to watch, in the units of one vintage. */
export interface WatchArea {
  readonly list: WatchList;
  readonly unit: DrawnUnit;
  /** The units the document names whose ground this is; the unit itself in the document's own vintage. */
  readonly watchOf: readonly UnitRef[];
  /** `named`: by the document; `whole`: made of named ground only; `mixed`: it has other ground too. */
  readonly inheritance: 'named' | 'whole' | 'mixed';
  /**
   * The part of the unit's ground that the document named, 0 to 1; `null` where a unit it named is not drawn, and
   * then the unit is watched whole whatever the policy.
   */
  readonly share: number | null;
  /** WGS 84 lon/lat: the unit, or only its watched part where the list's policy says so. */
  readonly geometry: MultiPolygon;
  readonly area_m2: number;
}

/** The id of a watch area: unique within a vintage. */
export function watchFeatureId({ list, unit }: WatchArea): string {
  return `${list.id}:${unit.code}`;
}

export interface WatchTarget {
  readonly vintage: string;
  readonly drawing: DrawingId;
  /** All drawn units; the list's own vintage is needed to cut mixed units. */
  readonly units: readonly DrawnUnit[];
}

/**
 * A watch list in the units of a vintage: the units it names, or what the lineage says they became. A unit made
 * from watched and other ground follows the list's own policy: `all` watches it whole, `by-area` whole or not at
 * all by the larger part, `old-part-only` only the ground that was named.
 *
 * Ordered by code. Notes: `watch-unit-unknown`, `watch-unit-not-drawn`, `watch-unit-left-out`.
 */
export function watchAreas(
  kernel: GeometryKernel,
  registry: UnitRegistry,
  list: WatchList,
  target: WatchTarget,
): Result<WatchArea[]> {
  const notes: Issue[] = [];
  const named = list.units.flatMap((entry): AdminUnit[] => {
    const unit = registry.get(entry.code, list.vintage);
    if (unit === undefined) notes.push(unknown(list, entry));
    return unit === undefined ? [] : [unit];
  });
  const drawn = new Map(
    target.units.filter((unit) => unit.drawing === target.drawing).map((unit) => [unitKey(unit), unit]),
  );
  const areas: WatchArea[] = [];
  for (const [unit, watchOf] of carried(registry, named, target.vintage)) {
    const ground = drawn.get(unitKey(unit));
    if (ground === undefined) {
      notes.push(notDrawn(list, unit, target.drawing));
      continue;
    }
    const area = watchArea(kernel, list, ground, watchOf, drawn, isMixed(registry, unit, named));
    if (!area.ok) return area;
    if (area.value === null) notes.push(leftOut(list, unit));
    else areas.push(area.value);
  }
  return ok(
    areas.sort((a, b) => (a.unit.code < b.unit.code ? -1 : 1)),
    notes,
  );
}

/** The units of the vintage that hold watched ground, each with the named units it has ground of. */
function carried(
  registry: UnitRegistry,
  named: readonly AdminUnit[],
  vintage: string,
): Map<AdminUnit, readonly AdminUnit[]> {
  const found = new Map<AdminUnit, AdminUnit[]>();
  for (const unit of named) {
    const heirs: readonly Pick<Successor, 'unit'>[] =
      unit.vintage === vintage ? [{ unit }] : successors(registry, unit);
    for (const heir of heirs) {
      if (heir.unit.vintage === vintage) found.set(heir.unit, [...(found.get(heir.unit) ?? []), unit]);
    }
  }
  return found;
}

function isMixed(registry: UnitRegistry, unit: AdminUnit, named: readonly AdminUnit[]): boolean {
  if (named.some((entry) => entry.vintage === unit.vintage)) return false;
  const codes = new Set(named.map((entry) => entry.code));
  return predecessors(registry, unit).some(
    ({ unit: old }) =>
      !codes.has(old.code) && !codes.has(old.districtCode ?? '') && !codes.has(old.provinceCode),
  );
}

function watchArea(
  kernel: GeometryKernel,
  list: WatchList,
  unit: DrawnUnit,
  watchOf: readonly AdminUnit[],
  drawn: ReadonlyMap<string, DrawnUnit>,
  mixed: boolean,
): Result<WatchArea | null> {
  const refs = watchOf.map(unitRef);
  const whole = {
    list,
    unit,
    watchOf: refs,
    geometry: unit.geometry,
    area_m2: geodesicArea_m2(unit.geometry),
  };
  if (!mixed) {
    const inheritance = unit.vintage === list.vintage ? 'named' : 'whole';
    return ok({ ...whole, inheritance, share: 1 });
  }
  const parts: MultiPolygon['coordinates'] = [];
  for (const old of watchOf) {
    const former = drawn.get(unitKey(old));
    if (former === undefined) return ok({ ...whole, inheritance: 'mixed', share: null });
    const common = kernel.intersection(unit.geometry, former.geometry);
    if (!common.ok) return common;
    parts.push(...polygonalPart(common.value).coordinates);
  }
  const watched: MultiPolygon = { type: 'MultiPolygon', coordinates: parts };
  const watched_m2 = geodesicArea_m2(watched);
  const share = watched_m2 / whole.area_m2;
  const inherits = mixedInheritance(list.mixed, share);
  if (inherits === 'none') return ok(null);
  const part = inherits === 'part' ? { geometry: watched, area_m2: watched_m2 } : {};
  return ok({ ...whole, ...part, inheritance: 'mixed', share });
}

function unknown(list: WatchList, entry: { code: string; name: string }): Issue {
  return issue(
    'watch-unit-unknown',
    ['watch_lists', list.id, entry.code],
    `Mốc ${list.vintage} không có đơn vị ${entry.name} (${entry.code}).`,
    `There is no unit ${entry.name} (${entry.code}) in ${list.vintage}.`,
  );
}

function notDrawn(list: WatchList, unit: AdminUnit, drawing: DrawingId): Issue {
  return issue(
    'watch-unit-not-drawn',
    ['watch_lists', list.id, unit.code],
    `${unit.name} (${unit.code}) thuộc địa bàn cần lưu ý nhưng không có hình trong nét vẽ ${drawing}.`,
    `${unit.name} (${unit.code}) is to be watched but has no geometry in drawing ${drawing}.`,
  );
}

function leftOut(list: WatchList, unit: AdminUnit): Issue {
  return issue(
    'watch-unit-left-out',
    ['watch_lists', list.id, unit.code],
    `${unit.name} (${unit.code}) chỉ có phần nhỏ là địa bàn cần lưu ý nên không được kế tục (cách kế tục: by-area).`,
    `Only the smaller part of ${unit.name} (${unit.code}) was to be watched, so it is left out (policy: by-area).`,
  );
}
