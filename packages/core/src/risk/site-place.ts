import type { UnitRegistry } from '../admin/registry.js';
import { predecessors, successors } from '../admin/succession.js';
import type { AdminUnit, UnitRef, VintageId } from '../admin/unit.js';
import type { SiteOverlap } from '../overlap/site-overlap.js';
import type { Site } from './site.js';

/** The units of one vintage in which a site lies, or may lie. Ordered by code. */
export interface SitePlace {
  readonly provinces: readonly AdminUnit[];
  readonly districts: readonly AdminUnit[];
  readonly communes: readonly AdminUnit[];
}

/**
 * The place of a site by what it is known by: its communes are carried to the vintage by number, never by where
 * they are drawn; a position is looked up in the drawn units (`overlaps` with provinces, districts, communes, the
 * feature ids being the codes). Units it surely lies in, or else those it may lie in.
 */
export function placeOf(
  registry: UnitRegistry,
  site: Site,
  vintage: VintageId,
  overlaps: readonly SiteOverlap[],
): SitePlace {
  if (site.precision.kind === 'communes') {
    return withParents(
      registry,
      site.precision.communes.flatMap((commune) => inVintage(registry, commune, vintage)),
    );
  }
  const at = (layer: string): AdminUnit[] => {
    const met = overlaps.filter((overlap) => overlap.layer === layer && overlap.verdict !== 'out');
    const sure = met.filter((overlap) => overlap.verdict === 'in');
    const chosen = sure.length > 0 ? sure : met;
    const units = chosen.map((overlap) => registry.get(overlap.feature_id, vintage));
    return ordered(units.filter((unit) => unit !== undefined));
  };
  return { provinces: at('provinces'), districts: at('districts'), communes: at('communes') };
}

function inVintage(registry: UnitRegistry, commune: UnitRef, vintage: VintageId): readonly AdminUnit[] {
  const unit = registry.get(commune.code, commune.vintage);
  if (unit === undefined) return [];
  if (unit.vintage === vintage) return [unit];
  // A document may name a commune of a later list than the day asked about: it lies in what that was made from.
  return [...successors(registry, unit), ...predecessors(registry, unit)]
    .map((kin) => kin.unit)
    .filter((kin) => kin.vintage === vintage);
}

function withParents(registry: UnitRegistry, communes: readonly AdminUnit[]): SitePlace {
  const parents = (codeOf: (unit: AdminUnit) => string | null): AdminUnit[] =>
    communes.flatMap((unit) => {
      const code = codeOf(unit);
      const parent = code === null ? undefined : registry.get(code, unit.vintage);
      return parent === undefined ? [] : [parent];
    });
  return {
    communes: ordered(communes),
    districts: ordered(parents((unit) => unit.districtCode)),
    provinces: ordered(parents((unit) => unit.provinceCode)),
  };
}

function ordered(units: readonly AdminUnit[]): AdminUnit[] {
  return [...new Set(units)].sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
}
