import type { UnitRegistry } from '../admin/registry.js';
import { type AdminLevel, type DrawnUnit, unitKey } from '../admin/unit.js';
import type { LayerId } from '../catalog.js';
import type { LayerFeature, PropertyValue } from '../feature.js';
import { geodesicArea_m2 } from '../geodesy/area.js';
import type { WatchArea } from '../risk/watch-area.js';
import type { UnitSum } from './unit-sums.js';

export const LAYER_OF: Readonly<Record<AdminLevel, LayerId>> = {
  province: 'provinces',
  district: 'districts',
  commune: 'communes',
};

/** The provinces, districts and communes of one vintage, with what its sites add up to. */
export function unitFeatures(
  registry: UnitRegistry,
  units: readonly DrawnUnit[],
  risks: readonly UnitSum[],
  watch: readonly WatchArea[],
): LayerFeature[] {
  const listOf = new Map(watch.map((area) => [area.unit.code, area.list.id]));
  const riskOf = new Map(risks.map((risk) => [risk.unit.code, risk]));
  return units.map((unit): LayerFeature => {
    const shared = sharedProperties(unit);
    const risk = riskOf.get(unit.code);
    const sums =
      unit.level === 'province'
        ? {}
        : {
            province_code: unit.provinceCode,
            ...sumProperties(risk),
            watch_list: listOf.get(unit.code) ?? null,
          };
    const was = unit.level === 'commune' ? { was: madeFrom(registry, unit) } : {};
    return {
      layer: LAYER_OF[unit.level],
      id: unitKey(unit),
      geometry: unit.geometry,
      properties: { ...shared, ...sums, ...was },
      validity: unit.validity,
    };
  });
}

/** What a unit's sites come to; of one without any when absent. */
export function sumProperties(sum: UnitSum | undefined) {
  return {
    level: sum?.level ?? null,
    flag_count: sum?.flag_count ?? 0,
    site_count: sum?.site_count ?? 0,
    priority: sum?.priority ?? null,
    reasons_vi: sum?.reasons.vi || null,
    reasons_en: sum?.reasons.en || null,
  };
}

/** What provinces, districts, communes and watch units have in common. */
export function sharedProperties(unit: DrawnUnit): Record<string, PropertyValue> {
  return {
    code: unit.code,
    name: unit.name,
    short_name: unit.shortName,
    vintage: unit.vintage,
    drawing: unit.drawing,
    area_m2: geodesicArea_m2(unit.geometry),
    area_declared_m2: unit.areaDeclared_m2,
    source: sourceOf([unit]),
  };
}

/** The dataset ids units were drawn from, for the property `source`. */
export function sourceOf(units: readonly DrawnUnit[]): string {
  return [...new Set(units.flatMap((unit) => unit.origin?.sources ?? []))].join(', ');
}

function madeFrom(registry: UnitRegistry, unit: DrawnUnit): PropertyValue {
  const links = registry.linksTo.get(unit.code) ?? [];
  return links
    .filter((link) => link.to.vintage === unit.vintage)
    .map(({ from, fromDistrict, fromProvince, kind }) => ({
      code: from.code,
      name: from.name,
      vintage: from.vintage,
      district: fromDistrict?.name ?? null,
      province: fromProvince.name,
      kind,
    }));
}
