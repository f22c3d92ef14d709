import type { DrawnUnit } from '../admin/unit.js';
import type { OverlapFeature } from '../overlap/site-overlap.js';
import { DISPUTED_LAYER } from './disputed.js';
import type { RiskGround } from './risk-ground.js';
import { watchFeatureId } from './watch-area.js';

/** What sites lie in, by the layer it is published in; units by their codes. */
export function unitFeatures(ground: RiskGround): readonly OverlapFeature[] {
  const unit = (layer: string, drawn: DrawnUnit): OverlapFeature => ({
    id: drawn.code,
    layer,
    geometry: drawn.geometry,
  });
  const of = (level: string, layer: string) =>
    ground.units.filter((drawn) => drawn.level === level).map((drawn) => unit(layer, drawn));
  const watch = ground.watch.map((area) => ({
    id: watchFeatureId(area),
    layer: 'watch-units',
    geometry: area.geometry,
  }));
  const sides = [ground.subject, ...ground.neighbours].map((side) => unit('provinces', side));
  const disputed = ground.disputed.map(({ id, geometry }) => ({ id, layer: DISPUTED_LAYER, geometry }));
  return [...sides, ...of('district', 'districts'), ...of('commune', 'communes'), ...watch, ...disputed];
}

/** The borders that distances are measured to, by their pair. */
export function borderFeatures(ground: RiskGround): readonly OverlapFeature[] {
  return ground.borders.map((line) => ({
    id: line.pair,
    layer: 'borders',
    geometry: line.border.geometry,
  }));
}
