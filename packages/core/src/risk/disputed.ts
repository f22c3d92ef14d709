import { compareDrawings, type DisputedGround } from '../admin/compare-drawings.js';
import type { UnitRegistry } from '../admin/registry.js';
import { successors } from '../admin/succession.js';
import { type DrawnUnit, type UnitRef, unitRef, type VintageId } from '../admin/unit.js';
import type { GeometryKernel } from '../geometry/kernel.js';
import type { SiteOverlap } from '../overlap/site-overlap.js';
import type { Profile } from '../profile.js';
import { ok, type Result } from '../result.js';

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
): Result<readonly DisputedGround[]> {
  const found: DisputedGround[] = [];
  for (const { id, drawing, other_drawings, subject } of profile.vintages) {
    const drawn = (name: string) =>
      units.filter((unit) => unit.level === 'province' && unit.vintage === id && unit.drawing === name);
    for (const other of other_drawings) {
      const compared = compareDrawings(kernel, drawn(other), drawn(drawing));
      if (!compared.ok) return compared;
      const own = compared.value.disputed.filter(({ claims }) =>
        claims.some(({ unit }) => unit.code === subject),
      );
      found.push(...own.flatMap((ground) => inVintage(registry, ground, vintage)));
    }
  }
  return ok(found);
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
  grounds: readonly DisputedGround[],
  overlaps: readonly SiteOverlap[],
): readonly DisputedGround[] {
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
