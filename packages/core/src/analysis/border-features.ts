import type { DrawnUnit } from '../admin/unit.js';
import type { LayerFeature } from '../feature.js';
import type { GeometryKernel } from '../geometry/kernel.js';
import { ok, type Result } from '../result.js';
import type { BorderLine } from '../risk/border-line.js';
import type { RiskGround } from '../risk/risk-ground.js';
import type { Validity } from '../units.js';
import type { BorderZone } from '../zone/border-zone.js';
import { borderZones } from '../zone/border-zones.js';
import { sourceOf } from './unit-features.js';

export function borderFeature(ground: RiskGround, line: BorderLine): LayerFeature {
  const { pair, subject, neighbour, border } = line;
  return {
    layer: 'borders',
    id: `${ground.vintage.id}:${pair}`,
    geometry: border.geometry,
    properties: {
      pair,
      a_code: subject.code,
      a_name: subject.name,
      b_code: neighbour.code,
      b_name: neighbour.name,
      vintage: ground.vintage.id,
      drawing: border.drawing,
      length_m: border.length_m,
      snap: {
        ...border.snap,
        parts: border.parts,
        overlap_m2: border.overlap_m2,
        pointTouches: border.pointTouches,
      },
      source: sourceOf([subject, neighbour]),
    },
    validity: validityOf(ground),
  };
}

/** The rings of one border, on both sides, with the communes they touch. */
export function zoneFeatures(
  kernel: GeometryKernel,
  ground: RiskGround,
  line: BorderLine,
  widths_m: readonly number[],
  communes: readonly DrawnUnit[],
): Result<LayerFeature[]> {
  const { subject, neighbour, border } = line;
  const zones = borderZones(kernel, subject, neighbour, { widths_m, border, communes });
  if (!zones.ok) return zones;
  return ok(
    zones.value.map((zone) => zoneFeature(ground, line, zone)),
    zones.notes,
  );
}

function zoneFeature(ground: RiskGround, line: BorderLine, zone: BorderZone): LayerFeature {
  const { pair, side, other, inner_m, outer_m } = zone;
  return {
    layer: 'border-zones',
    id: `${ground.vintage.id}:${pair}:${side.code}:${inner_m}-${outer_m}`,
    geometry: zone.geometry,
    properties: {
      pair,
      side: side.code,
      side_name: side.name,
      other_name: other.name,
      vintage: ground.vintage.id,
      drawing: zone.drawing,
      inner_m,
      outer_m,
      area_m2: zone.area_m2,
      border_length_m: zone.border_length_m,
      // No regulation sets a width: a ring is an analysis and never a legal zone.
      status: 'analysis',
      communes: zone.communes,
      source: sourceOf([line.subject, line.neighbour]),
    },
    validity: validityOf(ground),
  };
}

export function validityOf({ vintage }: RiskGround): Validity {
  return { from: vintage.valid_from, to: vintage.valid_to };
}
