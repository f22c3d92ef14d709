import type { LineageLink } from './lineage.js';
import type { UnitRegistry } from './registry.js';
import type { AdminUnit, VintageId } from './unit.js';
import { nameKey } from './unit-name.js';

/** A unit that got ground of an older one. */
export interface Successor {
  readonly unit: AdminUnit;
  /** `whole`: it was made from nothing else; `mixed`: it has other ground too. */
  readonly kind: 'whole' | 'mixed';
  /** Whether every old commune concerned went into it undivided. */
  readonly parts: 'full' | 'partial';
  /** The old communes that went into it, of those asked about. */
  readonly links: readonly LineageLink[];
}

/** A unit whose ground, or part of it, went into a newer one. */
export interface Predecessor {
  readonly unit: AdminUnit;
  readonly parts: 'full' | 'partial';
  readonly links: readonly LineageLink[];
}

const SUCCESSORS = new WeakMap<UnitRegistry, Map<AdminUnit, readonly Successor[]>>();
const PREDECESSORS = new WeakMap<UnitRegistry, Map<AdminUnit, readonly Predecessor[]>>();

/** What a unit became in the next vintage: communes for a commune or district, provinces for a province. */
export function successors(registry: UnitRegistry, unit: AdminUnit): readonly Successor[] {
  return workedOutOnce(SUCCESSORS, registry, unit, workOutSuccessors);
}

/** What a unit was made from: communes for a commune, provinces for a province. */
export function predecessors(registry: UnitRegistry, unit: AdminUnit): readonly Predecessor[] {
  return workedOutOnce(PREDECESSORS, registry, unit, workOutPredecessors);
}

/** All links are gone through for an answer, and rules ask the same of every site. */
function workedOutOnce<T>(
  known: WeakMap<UnitRegistry, Map<AdminUnit, T>>,
  registry: UnitRegistry,
  unit: AdminUnit,
  workOut: (registry: UnitRegistry, unit: AdminUnit) => T,
): T {
  const answers = known.get(registry) ?? new Map<AdminUnit, T>();
  known.set(registry, answers);
  const answer = answers.get(unit) ?? workOut(registry, unit);
  answers.set(unit, answer);
  return answer;
}

function workOutSuccessors(registry: UnitRegistry, unit: AdminUnit): readonly Successor[] {
  const links = registry.lineage.filter((link) => isFrom(link, unit));
  const target = (link: LineageLink): AdminUnit | undefined => {
    const commune = registry.get(link.to.code, link.to.vintage);
    if (commune === undefined || unit.level !== 'province') return commune;
    return registry.get(commune.provinceCode, commune.vintage);
  };
  const made = byUnit(links, target);
  return made.map(([successor, own]) => {
    const all = registry.lineage.filter((link) => {
      const to = target(link);
      return to !== undefined && to.code === successor.code && to.vintage === successor.vintage;
    });
    const foreign = all.some((link) => !isFrom(link, unit));
    return { unit: successor, kind: foreign ? 'mixed' : 'whole', parts: partsOf(own), links: own };
  });
}

function workOutPredecessors(registry: UnitRegistry, unit: AdminUnit): readonly Predecessor[] {
  const toUnit = (link: LineageLink): boolean => {
    if (link.to.vintage !== unit.vintage) return false;
    if (unit.level === 'commune') return link.to.code === unit.code;
    return registry.get(link.to.code, link.to.vintage)?.provinceCode === unit.code;
  };
  const source = (link: LineageLink): AdminUnit | undefined =>
    registry.get(unit.level === 'province' ? link.fromProvince.code : link.from.code, link.from.vintage);
  return byUnit(registry.lineage.filter(toUnit), source).map(([older, own]) => ({
    unit: older,
    parts: partsOf(own),
    links: own,
  }));
}

/** Units of another vintage with the same name: related or not. */
export function sameName(registry: UnitRegistry, unit: AdminUnit, vintage: VintageId): readonly AdminUnit[] {
  const key = nameKey(unit.shortName);
  return registry
    .search(unit.shortName)
    .filter((other) => other.vintage === vintage && nameKey(other.shortName) === key);
}

/** The unit that has this unit's code in another vintage: related or not. */
export function sameCode(registry: UnitRegistry, unit: AdminUnit, vintage: VintageId): AdminUnit | undefined {
  return registry.get(unit.code, vintage);
}

function isFrom(link: LineageLink, unit: AdminUnit): boolean {
  if (link.from.vintage !== unit.vintage) return false;
  if (unit.level === 'province') return link.fromProvince.code === unit.code;
  if (unit.level === 'district') return link.fromDistrict?.code === unit.code;
  return link.from.code === unit.code;
}

function partsOf(links: readonly LineageLink[]): 'full' | 'partial' {
  return links.every((link) => link.kind === 'full') ? 'full' : 'partial';
}

function byUnit(
  links: readonly LineageLink[],
  unitOf: (link: LineageLink) => AdminUnit | undefined,
): [AdminUnit, LineageLink[]][] {
  const found = new Map<AdminUnit, LineageLink[]>();
  for (const link of links) {
    const unit = unitOf(link);
    if (unit !== undefined) found.set(unit, [...(found.get(unit) ?? []), link]);
  }
  return [...found].sort(([a], [b]) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
}
