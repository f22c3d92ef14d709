import { type UnitRef, unitKey } from '../admin/unit.js';
import { FLAG_LEVELS, type FlagLevel, type SiteFlags } from './flag.js';
import type { PatrolPolicy } from './patrol/policy.js';

/** The sites of one unit, added up. */
export interface UnitRisk {
  readonly unit: UnitRef;
  /** The highest level among its sites; `null` when none is flagged. */
  readonly level: FlagLevel | null;
  /** Sites that lie, or may lie, in it: a site of several units counts in each. */
  readonly site_count: number;
  /** Flags of those sites, all levels. */
  readonly flag_count: number;
  /** The sum of `siteScore` over its sites. */
  readonly score: number;
  /** Ids of the sites, in their own order. */
  readonly sites: readonly string[];
}

/** What a site counts: for each of its flags the points of its level, times the weight of its rule, added up. */
export function siteScore({ flags }: SiteFlags, points: PatrolPolicy['level_points']): number {
  return flags.reduce((sum, { level, weight }) => sum + points[level] * weight, 0);
}

/**
 * Flags added up by commune, district or former district: the level is the highest among the sites, counts and
 * scores are plain sums. Ordered by level (highest first), score, flag count, site count, then code.
 */
export function rollUp(
  flags: readonly SiteFlags[],
  level: 'communes' | 'districts' | 'former_districts',
  points: PatrolPolicy['level_points'],
): UnitRisk[] {
  const byUnit = new Map<string, { unit: UnitRef; sites: SiteFlags[] }>();
  for (const site of flags) {
    for (const unit of site[level]) {
      const known = byUnit.get(unitKey(unit)) ?? { unit, sites: [] };
      known.sites.push(site);
      byUnit.set(unitKey(unit), known);
    }
  }
  return [...byUnit.values()]
    .map(({ unit, sites }) => ({
      unit,
      level: highest(sites.map((site) => site.level)),
      site_count: sites.length,
      flag_count: sites.reduce((sum, site) => sum + site.flags.length, 0),
      score: Number(sites.reduce((sum, site) => sum + siteScore(site, points), 0).toFixed(4)),
      sites: sites.map((site) => site.site_id).toSorted(),
    }))
    .sort(
      (a, b) =>
        levelRank(a.level) - levelRank(b.level) ||
        b.score - a.score ||
        b.flag_count - a.flag_count ||
        b.site_count - a.site_count ||
        (unitKey(a.unit) < unitKey(b.unit) ? -1 : 1),
    );
}

/** The highest of some levels; `null` when there is none. */
export function highest(levels: readonly (FlagLevel | null)[]): FlagLevel | null {
  return FLAG_LEVELS.find((level) => levels.includes(level)) ?? null;
}

/** 0 for the highest; no level comes after all. */
export function levelRank(level: FlagLevel | null): number {
  return level === null ? FLAG_LEVELS.length : FLAG_LEVELS.indexOf(level);
}
