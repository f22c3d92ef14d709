import { COMMUNES_2025 } from '../admin/sources.js';
import type { DrawnUnit } from '../admin/unit.js';
import type { LayerFeature } from '../feature.js';
import type { GeometryKernel } from '../geometry/kernel.js';
import type { Issue } from '../issue.js';
import { ok, type Result } from '../result.js';
import type { RiskGround } from '../risk/risk-ground.js';
import { zoneFeatures } from './border-features.js';
import type { ProfileSources } from './sources.js';

/** The units of the subject and its neighbours. */
export function groundUnits(ground: RiskGround): DrawnUnit[] {
  const provinces = new Set([ground.subject, ...ground.neighbours].map((unit) => unit.code));
  return ground.units.filter((unit) => provinces.has(unit.provinceCode));
}

/** Zones list the communes of the only vintage whose communes are drawn. */
export function groundZones(
  kernel: GeometryKernel,
  sources: ProfileSources,
  ground: RiskGround,
): Result<LayerFeature[]> {
  const communes = sources.units.filter((unit) => unit.level === 'commune' && unit.drawing === COMMUNES_2025);
  const features: LayerFeature[] = [];
  const notes: Issue[] = [];
  for (const line of ground.borders) {
    const zones = zoneFeatures(kernel, ground, line, sources.profile.ring_widths_m, communes);
    if (!zones.ok) return zones;
    features.push(...zones.value);
    notes.push(...zones.notes);
  }
  return ok(features, notes);
}
