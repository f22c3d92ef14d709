import type { UnitRegistry } from '../admin/registry.js';
import { type AdminUnit, type UnitRef, unitKey, unitRef } from '../admin/unit.js';
import type { Site } from './site.js';
import type { SitePlace } from './site-place.js';

/**
 * The former districts that a site's ground was of, in their own vintage: of the commune it was published under where
 * that is as old; else of all old communes that made the communes it lies in, so a mixed commune has several.
 */
export function formerDistricts(registry: UnitRegistry, site: Site, place: SitePlace): readonly UnitRef[] {
  const named =
    site.precision.kind === 'communes'
      ? site.precision.communes.flatMap((commune) =>
          districtOf(registry, registry.get(commune.code, commune.vintage)),
        )
      : [];
  const found = named.length > 0 ? named : place.communes.flatMap((commune) => before(registry, commune));
  const all = [...place.districts, ...found];
  const byKey = new Map(all.map((unit) => [unitKey(unit), unitRef(unit)]));
  return [...byKey.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, unit]) => unit);
}

function before(registry: UnitRegistry, commune: AdminUnit): readonly AdminUnit[] {
  const links = (registry.linksTo.get(commune.code) ?? []).filter(({ to }) => to.vintage === commune.vintage);
  return links.flatMap(({ from }) => districtOf(registry, registry.get(from.code, from.vintage)));
}

function districtOf(registry: UnitRegistry, commune: AdminUnit | undefined): readonly AdminUnit[] {
  if (commune === undefined || commune.districtCode === null) return [];
  const district = registry.get(commune.districtCode, commune.vintage);
  return district === undefined ? [] : [district];
}
