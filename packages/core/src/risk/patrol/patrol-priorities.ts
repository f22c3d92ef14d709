import type { LineString, Position } from 'geojson';
import { type DrawnUnit, type UnitRef, unitKey, unitRef } from '../../admin/unit.js';
import { ok, type Result } from '../../result.js';
import type { IsoDate } from '../../units.js';
import { bodiesFor } from '../bodies.js';
import { bordersOfUnit, smallestUnits } from '../border-units.js';
import type { FlagLevel, ResponsibleBody, SiteFlags } from '../flag.js';
import type { RiskContext } from '../risk-context.js';
import type { RiskGround } from '../risk-ground.js';
import { highest, siteScore } from '../roll-up.js';
import type { Site } from '../site.js';
import { type BorderSegment, borderSegments } from './border-segments.js';
import { type PatrolFactor, patrolFactor, patrolScore } from './patrol-factor.js';
import { PatrolFindings } from './patrol-findings.js';
import { sitesOfSegments } from './segment-sites.js';

/** A commune (a district where no communes are drawn) or a stretch of border, with its turn for patrols. */
export interface PatrolPriority {
  /** 1 for the first. */
  readonly rank: number;
  /** The unit's code, or `06-04:3`. */
  readonly id: string;
  readonly name: string;
  /** 0 to 100. */
  readonly score: number;
  readonly factors: readonly PatrolFactor[];
  readonly level: FlagLevel | null;
  readonly flag_count: number;
  readonly sites: readonly string[];
  readonly own: UnitRef | null;
  /** Across the border. */
  readonly other: UnitRef | null;
  readonly responsible: ResponsibleBody | null;
  readonly contact: ResponsibleBody | null;
  /** Of a stretch of border: its line and length. */
  readonly geometry?: LineString;
  readonly length_m?: number;
}

export interface PatrolPriorities {
  /** Level of the units: communes, or districts where the drawing of the day has no communes. */
  readonly unit_level: 'commune' | 'district';
  readonly units: readonly PatrolPriority[];
  readonly segments: readonly PatrolPriority[];
}

/**
 * Where to patrol first, as of a day: the subject's communes and the stretches of its borders. The score is
 * `100 × Σ weight × min(1, value / full_at) / Σ weight` over the factors whose layer was given; highest first, then
 * by id. Issues: those of `flagSites` for the day and the ground.
 */
export function patrolPriorities(
  context: RiskContext,
  sites: readonly Site[],
  flags: readonly SiteFlags[],
  asOf: IsoDate,
): Result<PatrolPriorities> {
  const vintage = context.registry.vintageAt(asOf);
  if (!vintage.ok) return vintage;
  const found = context.ground(vintage.value.id);
  if (!found.ok) return found;
  const ground = found.value;
  const findings = new PatrolFindings(context, ground, asOf);
  const segments = borderSegments(ground, context.profile.patrol.segment_length_m);
  const bySegment = sitesOfSegments(ground, segments, sites, flags);
  return ok({
    unit_level: smallestUnits(ground)[0]?.level === 'commune' ? 'commune' : 'district',
    units: rankedUnits(context, ground, findings, flags),
    segments: ranked(
      segments.map((segment) =>
        ofSegment(context, ground, findings, segments, segment, bySegment.get(segment.id) ?? []),
      ),
    ),
  });
}

/** The units alone of `patrolPriorities`: what a new incident has to wait for. */
export function unitPriorities(
  context: RiskContext,
  ground: RiskGround,
  flags: readonly SiteFlags[],
  asOf: IsoDate,
): readonly PatrolPriority[] {
  return rankedUnits(context, ground, new PatrolFindings(context, ground, asOf), flags);
}

function rankedUnits(
  context: RiskContext,
  ground: RiskGround,
  findings: PatrolFindings,
  flags: readonly SiteFlags[],
): readonly PatrolPriority[] {
  const units = smallestUnits(ground).filter(({ provinceCode }) => provinceCode === ground.subject.code);
  return ranked(units.map((unit) => ofUnit(context, ground, findings, unit, flags)));
}

function ofUnit(
  context: RiskContext,
  ground: RiskGround,
  findings: PatrolFindings,
  unit: DrawnUnit,
  flags: readonly SiteFlags[],
): PatrolPriority {
  const own = flags.filter(({ communes, districts }) =>
    [...communes, ...districts].some(({ code }) => code === unit.code),
  );
  const middle = findings.middleOf(unit);
  const [line] = bordersOfUnit(ground, unit);
  const factors = factorsOf(context, findings, own, unit, middle, {
    incidents: findings.seenIn('incidents', unit),
    equipment: findings.seenIn('equipment', unit),
  });
  const other = line === undefined ? undefined : otherSide(line.subject, line.neighbour, unit);
  const [responsible = null] = bodiesFor(context.profile, ground, 'own', [unit], provinceOf(ground, unit));
  const [contact = null] =
    other === undefined ? [] : bodiesFor(context.profile, ground, 'neighbour', [], other);
  return {
    ...summed(unit.code, unit.name, factors, own),
    own: unitRef(unit),
    other: other === undefined ? null : unitRef(other),
    responsible,
    contact,
  };
}

function ofSegment(
  context: RiskContext,
  ground: RiskGround,
  findings: PatrolFindings,
  segments: readonly BorderSegment[],
  segment: BorderSegment,
  sites: readonly SiteFlags[],
): PatrolPriority {
  const { line, own, other } = segment;
  const factors = factorsOf(context, findings, sites, own, segment.middle, {
    incidents: findings.seenNear('incidents', segments, segment),
    equipment: findings.seenNear('equipment', segments, segment),
  });
  const bodies = (side: 'own' | 'neighbour', unit: DrawnUnit | undefined, province: DrawnUnit) =>
    bodiesFor(context.profile, ground, side, unit === undefined ? [] : [unit], province)[0] ?? null;
  const between = [own?.name ?? line.subject.name, other?.name ?? line.neighbour.name].join(' – ');
  return {
    ...summed(segment.id, between, factors, sites),
    own: own === undefined ? null : unitRef(own),
    other: other === undefined ? null : unitRef(other),
    responsible: bodies('own', own, line.subject),
    contact: bodies('neighbour', other, line.neighbour),
    geometry: segment.geometry,
    length_m: Number(segment.length_m.toFixed(1)),
  };
}

function factorsOf(
  { profile: { patrol }, givenLayers }: RiskContext,
  findings: PatrolFindings,
  flags: readonly SiteFlags[],
  unit: DrawnUnit | undefined,
  middle: Position | null,
  seen: { readonly incidents: number; readonly equipment: number },
): readonly PatrolFactor[] {
  const { layers } = patrol;
  const risk = flags.reduce((sum, site) => sum + siteScore(site, patrol.level_points), 0);
  const road_m = middle === null ? null : findings.roadDistance_m(middle);
  return [
    patrolFactor(patrol, 'risk', true, risk),
    patrolFactor(patrol, 'days_since_check', givenLayers.has(layers.inspections), unit === undefined ? null : findings.daysSinceCheck(unit)), // biome-ignore format: one factor
    patrolFactor(patrol, 'incidents', givenLayers.has(layers.incidents), seen.incidents),
    patrolFactor(patrol, 'equipment', givenLayers.has(layers.equipment), seen.equipment),
    patrolFactor(patrol, 'road_distance_m', road_m !== null, road_m),
  ];
}

function summed(id: string, name: string, factors: readonly PatrolFactor[], flags: readonly SiteFlags[]) {
  return {
    rank: 0,
    id,
    name,
    score: patrolScore(factors),
    factors,
    level: highest(flags.map(({ level }) => level)),
    flag_count: flags.reduce((sum, site) => sum + site.flags.length, 0),
    sites: flags.map(({ site_id }) => site_id).toSorted(),
  };
}

function ranked(priorities: readonly PatrolPriority[]): readonly PatrolPriority[] {
  return priorities
    .toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .map((priority, at) => ({ ...priority, rank: at + 1 }));
}

function provinceOf({ subject, neighbours }: RiskGround, unit: DrawnUnit): DrawnUnit | undefined {
  return [subject, ...neighbours].find(({ code }) => code === unit.provinceCode);
}

function otherSide(subject: DrawnUnit, neighbour: DrawnUnit, unit: DrawnUnit): DrawnUnit {
  return unitKey(subject) === unitKey({ code: unit.provinceCode, vintage: unit.vintage })
    ? neighbour
    : subject;
}
