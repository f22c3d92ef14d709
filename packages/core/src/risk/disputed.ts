import { compareDrawings, type DisputedGround } from '../admin/compare-drawings.js';
import type { UnitRegistry } from '../admin/registry.js';
import { successors } from '../admin/succession.js';
import { type DrawingId, type DrawnUnit, type UnitRef, unitRef, type VintageId } from '../admin/unit.js';
import { geodesicArea_m2 } from '../geodesy/area.js';
import type { GeometryKernel } from '../geometry/kernel.js';
import { polygonalPart } from '../geometry/polygonal.js';
import type { SiteOverlap } from '../overlap/site-overlap.js';
import type { Profile, WatchList } from '../profile.js';
import { ok, type Result } from '../result.js';
import { type WatchArea, type WatchTarget, watchAreas } from './watch-area.js';

/** A unit of a watch list that the other drawing puts over disputed ground. */
export interface DisputedWatch {
  readonly list: WatchList;
  readonly unit: UnitRef;
  readonly drawing: DrawingId;
}

/** Disputed ground, with what would be watched there if the other drawing were right. */
export interface RiskDispute extends DisputedGround {
  readonly watch: readonly DisputedWatch[];
}

/** Less than this part of disputed ground is a strip along a line drawn twice. */
const STRIP_SHARE = 0.01;

/** The layer under which sites are measured against disputed ground. */
export const DISPUTED_LAYER = 'disputed-ground';

/**
 * Ground that the drawings of a vintage give to two provinces. A later vintage that is drawn only once has the
 * disputes of the one before it, between what those provinces became. Issues: the engine's.
 */
export function disputedGrounds(
  kernel: GeometryKernel,
  registry: UnitRegistry,
  profile: Profile,
  units: readonly DrawnUnit[],
  vintage: VintageId,
): Result<readonly RiskDispute[]> {
  const found: RiskDispute[] = [];
  for (const { id, drawing, other_drawings, subject } of profile.vintages) {
    const drawn = (name: string) =>
      units.filter((unit) => unit.level === 'province' && unit.vintage === id && unit.drawing === name);
    for (const other of other_drawings) {
      const compared = compareDrawings(kernel, drawn(other), drawn(drawing));
      if (!compared.ok) return compared;
      const own = compared.value.disputed.filter(({ claims }) =>
        claims.some(({ unit }) => unit.code === subject),
      );
      if (own.length === 0) continue;
      const watched = watchedBy(kernel, registry, profile, { vintage: id, drawing: other, units });
      if (!watched.ok) return watched;
      for (const ground of own.flatMap((one) => inVintage(registry, one, vintage))) {
        const watch = watched.value.filter(({ area }) => covers(kernel, area, ground));
        found.push({ ...ground, watch: watch.map(({ area: _, ...entry }) => entry) });
      }
    }
  }
  return ok(found);
}

/** The ground to watch in another drawing. */
function watchedBy(
  kernel: GeometryKernel,
  registry: UnitRegistry,
  { watchLists }: Profile,
  target: WatchTarget,
): Result<readonly (DisputedWatch & { readonly area: WatchArea })[]> {
  const found: (DisputedWatch & { readonly area: WatchArea })[] = [];
  for (const list of watchLists) {
    const areas = watchAreas(kernel, registry, list, target);
    if (!areas.ok) return areas;
    const { drawing } = target;
    found.push(...areas.value.map((area) => ({ list, unit: unitRef(area.unit), drawing, area })));
  }
  return ok(found);
}

/** Whether a watched area holds some of the disputed ground, and not only a strip along its edge. */
function covers(kernel: GeometryKernel, area: WatchArea, ground: DisputedGround): boolean {
  const common = kernel.intersection(area.geometry, ground.geometry);
  return common.ok && geodesicArea_m2(polygonalPart(common.value)) > STRIP_SHARE * ground.area_m2;
}

/** The dispute between what its units are in a vintage; none where that is one unit, or not known. */
function inVintage(registry: UnitRegistry, ground: DisputedGround, vintage: VintageId): DisputedGround[] {
  const [one, other] = ground.claims.map(({ drawing, unit }) => {
    const now = unitIn(registry, unit, vintage);
    return now === undefined ? undefined : { drawing, unit: now };
  });
  if (one === undefined || other === undefined || one.unit.code === other.unit.code) return [];
  return [{ ...ground, claims: [one, other] }];
}

function unitIn(registry: UnitRegistry, unit: UnitRef, vintage: VintageId): UnitRef | undefined {
  if (unit.vintage === vintage) return unit;
  const record = registry.get(unit.code, unit.vintage);
  const heirs = record === undefined ? [] : successors(registry, record).map((heir) => heir.unit);
  const [heir, second] = heirs.filter((candidate) => candidate.vintage === vintage);
  return heir === undefined || second !== undefined ? undefined : unitRef(heir);
}

/** The disputed ground that a site with a position meets; communes are known by number, whatever is drawn. */
export function disputesOf(
  grounds: readonly RiskDispute[],
  overlaps: readonly SiteOverlap[],
): readonly RiskDispute[] {
  if (grounds.length === 0 || !overlaps.some(({ layer }) => layer === DISPUTED_LAYER)) return [];
  const met = new Set(
    overlaps
      .filter(
        ({ layer, measured, verdict }) =>
          layer === DISPUTED_LAYER && measured === 'site' && verdict !== 'out',
      )
      .map(({ feature_id }) => feature_id),
  );
  return grounds.filter(({ id }) => met.has(id));
}

/** Where sources disagree no drawing decides: the units of the one drawn are open, and both provinces possible. */
export function unsettled(
  disputes: readonly DisputedGround[],
  overlaps: readonly SiteOverlap[],
): readonly SiteOverlap[] {
  if (disputes.length === 0) return overlaps;
  const sides = new Set(disputes.flatMap(({ claims }) => claims.map(({ unit }) => unit.code)));
  const of = (layer: string, code: string): SiteOverlap | undefined =>
    overlaps.find((overlap) => overlap.layer === layer && overlap.feature_id === code);
  const [measured] = overlaps.filter(({ layer }) => layer === DISPUTED_LAYER);
  const missing = [...sides].flatMap((code): SiteOverlap[] =>
    measured === undefined || of('provinces', code) !== undefined
      ? []
      : [{ ...measured, layer: 'provinces', feature_id: code, verdict: 'undetermined' }],
  );
  const open = overlaps.map((overlap): SiteOverlap => {
    const unit = ['provinces', 'districts', 'communes'].includes(overlap.layer);
    return unit && overlap.verdict === 'in' ? { ...overlap, verdict: 'undetermined' } : overlap;
  });
  return [...open, ...missing];
}
