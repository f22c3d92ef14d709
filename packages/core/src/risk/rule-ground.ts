import type { Geometry, MultiPolygon } from 'geojson';
import type { OverlapFeature } from '../overlap/site-overlap.js';
import type { LayerAsk, Rule, RuleOf } from '../rule.js';
import { type IsoDate, isValidOn } from '../units.js';
import type { ContextFeature } from './context-feature.js';

/** What a rule measures sites against besides units and borders. */
export interface RuleGround {
  readonly features: readonly ContextFeature[];
  /** How far off a site may be and still matter to the rule. */
  readonly within_m: number;
  readonly error_m: number;
  /** The rule asks of units with it; sites are not laid over it. */
  readonly ofUnits?: true;
  /** Of the profile alone, and the same on every day. */
  readonly isSteady?: true;
}

/** The layers that a rule asks about by name. */
export function layersAsked(rule: Rule): readonly string[] {
  switch (rule.kind) {
    case 'sighting-near':
      return rule.layers;
    case 'levelling-in':
      return rule.ground.type === 'layer' ? [rule.ground.layer] : [];
    case 'overlaps-layer':
    case 'outside-licence':
    case 'in-corridor':
    case 'border-commune-unchecked':
    case 'new-well-where-piped-water':
      return [rule.layer];
    default:
      return [];
  }
}

/** The ground of a rule as of a day; `null` for kinds that ask of units, borders or the site alone. */
export function ruleGround(
  rule: Rule,
  layers: readonly ContextFeature[],
  asOf: IsoDate,
  communeGround: CommuneGroundOf,
): RuleGround | null {
  const of = ({ layer, where }: { layer: string; where?: LayerAsk['where'] }): readonly ContextFeature[] =>
    layers.filter(
      (feature) =>
        feature.layer === layer &&
        (feature.validity === undefined || isValidOn(feature.validity, asOf)) &&
        (where === undefined || where.one_of.includes(String(feature.properties[where.property]))),
    );
  switch (rule.kind) {
    case 'overlaps-layer':
      return { features: of(rule), within_m: 0, error_m: rule.layer_error_m };
    case 'levelling-in':
      return rule.ground.type === 'layer'
        ? { features: of(rule.ground), within_m: 0, error_m: rule.ground.layer_error_m }
        : null;
    case 'outside-licence':
      return { features: of(rule), within_m: 0, error_m: rule.layer_error_m };
    case 'in-corridor': {
      const reach_m = rule.distance_m + rule.assumed_half_width_m + rule.half_width_error_m;
      return { features: of(rule), within_m: reach_m + rule.layer_error_m, error_m: rule.layer_error_m };
    }
    case 'near-named-site':
      return {
        features: rule.places.flatMap((place) => namedPlace(rule, place, communeGround)),
        within_m: rule.within_m + Math.max(...rule.places.map(({ position }) => (position.type === 'point' ? position.error_m : 0))), // biome-ignore format: a sum
        error_m: 0,
      };
    case 'sighting-near':
      return {
        features: rule.layers.flatMap((layer) => of({ layer, where: rule.where })),
        within_m: rule.within_m + rule.layer_error_m,
        error_m: rule.layer_error_m,
      };
    case 'border-commune-unchecked':
      return { features: of({ layer: rule.layer }), within_m: 0, error_m: 0, ofUnits: true };
    case 'new-well-where-piped-water':
      return { features: of(rule), within_m: 0, error_m: rule.layer_error_m };
    default:
      return null;
  }
}

/** The ground of a commune by code and vintage; `null` where it is not drawn. */
export type CommuneGroundOf = (commune: { readonly code: string; readonly vintage: string; readonly name: string }) => MultiPolygon | null; // biome-ignore format: one type

function namedPlace(
  rule: RuleOf<'near-named-site'>,
  { id, name, position }: RuleOf<'near-named-site'>['places'][number],
  communeGround: CommuneGroundOf,
): readonly ContextFeature[] {
  const feature = (geometry: Geometry, error_m: number): ContextFeature => ({
    layer: rule.id,
    id,
    geometry,
    properties: { name: name.vi },
    error_m,
  });
  if (position.type === 'point') {
    return [feature({ type: 'Point', coordinates: [...position.at] }, position.error_m)];
  }
  const ground = communeGround({ ...position, name: name.vi });
  return ground === null ? [] : [feature(ground, 0)];
}

/** The layer under which what a rule measured is kept. */
export function ruleLayer(rule: Pick<Rule, 'id'>): string {
  return `rule:${rule.id}`;
}

export function ruleFeatures(rule: Rule, { features }: RuleGround): readonly OverlapFeature[] {
  return features.map(({ id, geometry, error_m }) => ({
    id,
    layer: ruleLayer(rule),
    geometry,
    ...(error_m === undefined ? {} : { error_m }),
  }));
}

/** How far from borders a rule looks. */
export function borderReach_m(rule: Rule): number {
  if (rule.kind === 'near-border') return rule.within_m;
  return rule.kind === 'levelling-in' && rule.ground.type === 'border-band' ? rule.ground.within_m : 0;
}
