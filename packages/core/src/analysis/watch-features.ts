import type { LayerFeature } from '../feature.js';
import type { Profile } from '../profile.js';
import type { RiskGround } from '../risk/risk-ground.js';
import { highest } from '../risk/roll-up.js';
import { watchFeatureId } from '../risk/watch-area.js';
import { validityOf } from './border-features.js';
import { sharedProperties, sumProperties } from './unit-features.js';
import type { UnitSum } from './unit-sums.js';

/** What the sites of a watched unit come to. */
export function watchSums(sum: UnitSum | undefined) {
  const { flag_count, site_count, priority } = sumProperties(sum);
  return { flag_count, site_count, priority };
}

/** The watched ground of one vintage; its level is that of the rule that asks for the list. */
export function watchFeatures(
  profile: Profile,
  ground: RiskGround,
  sums: readonly UnitSum[] = [],
): LayerFeature[] {
  const sumOf = new Map(sums.map((sum) => [sum.unit.code, sum]));
  return ground.watch.map((area): LayerFeature => {
    const { list, unit, watchOf, inheritance } = area;
    const rules = profile.rules.filter(
      (rule) => rule.kind === 'in-watch-unit' && rule.watch_list === list.id,
    );
    const document = profile.documents.find((entry) => entry.id === list.document);
    const { area_declared_m2: _, ...shared } = sharedProperties(unit);
    const sum = sumOf.get(unit.code);
    return {
      layer: 'watch-units',
      id: `${ground.vintage.id}:${watchFeatureId(area)}`,
      geometry: area.geometry,
      properties: {
        ...shared,
        watch_list: list.id,
        watch_of: watchOf.map((old) => old.name).join(', '),
        inheritance,
        reason_vi: list.reason.vi,
        reason_en: list.reason.en,
        document: document?.number ?? list.document,
        level: highest(rules.map((rule) => rule.level)),
        ...watchSums(sum),
        area_m2: area.area_m2,
      },
      validity: validityOf(ground),
    };
  });
}
