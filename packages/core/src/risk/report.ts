import type { MixedPolicy } from '../admin/mixed-policy.js';
import type { DatasetInfo } from '../analysis/sources.js';
import { ok, type Result } from '../result.js';
import type { IsoDate } from '../units.js';
import type { FlagLevel, SiteFlags } from './flag.js';
import { type FlagOptions, flagSites } from './flag-sites.js';
import { type PatrolPriorities, patrolPriorities } from './patrol/patrol-priorities.js';
import type { PatrolPolicy } from './patrol/policy.js';
import type { RiskContext } from './risk-context.js';
import { levelRank, rollUp, siteScore, type UnitRisk } from './roll-up.js';
import type { Site } from './site.js';

/** What scripts read: everything the answer depends on, the sites with their flags, and the sums. JSON-safe. */
export interface FlagReport {
  readonly as_of: IsoDate;
  readonly profile: string;
  readonly inputs: {
    readonly vintage: string;
    readonly drawing: string;
    /** Stated accuracy of the drawing's lines. */
    readonly accuracy_m: number;
    readonly rule_set: string;
    readonly rules: readonly string[];
    /** How units made from watched and other ground count, by watch list. */
    readonly watch_policies: Readonly<Record<string, MixedPolicy>>;
    readonly engine: string;
    readonly datasets: readonly { readonly id: string; readonly sha256: string }[];
  };
  /** Highest level first, then by `siteScore`, then by id. */
  readonly sites: readonly SiteFlags[];
  readonly summary: {
    readonly site_count: number;
    readonly flagged_count: number;
    readonly flag_count: number;
    readonly sites_by_level: Readonly<Record<FlagLevel, number>>;
    readonly flags_by_rule: Readonly<Record<string, number>>;
    readonly communes: readonly UnitRisk[];
    readonly districts: readonly UnitRisk[];
    /** Of before the reform; a site of a mixed commune counts in each. */
    readonly former_districts: readonly UnitRisk[];
  };
  /** Only on request (`priorities`). */
  readonly priorities?: PatrolPriorities;
}

export interface ReportOptions extends FlagOptions {
  /** Where to patrol first: communes and stretches of border in order. */
  readonly priorities?: boolean;
}

/** The version of rules that the caller handed over: they have none. */
const GIVEN_RULES = 'given';

/** `flagSites` as a report. Issues and notes are those of `flagSites`. */
export function flagReport(
  sites: readonly Site[],
  context: RiskContext,
  datasets: readonly DatasetInfo[],
  options: ReportOptions,
): Result<FlagReport> {
  const flagged = flagSites(sites, context, options);
  const head = reportHead(context, datasets, options);
  if (!flagged.ok) return flagged;
  if (!head.ok) return head;
  const { profile } = context;
  const rules = options.rules ?? profile.rules;
  const flags = flagged.value.flatMap((site) => site.flags);
  const points = profile.patrol.level_points;
  const priorities =
    options.priorities === true
      ? patrolPriorities(context, sites, flagged.value, options.asOf)
      : ok(undefined);
  if (!priorities.ok) return priorities;
  return ok(
    {
      ...head.value,
      sites: flagged.value.toSorted(bySeverity(points)),
      summary: {
        site_count: sites.length,
        flagged_count: flagged.value.filter((site) => site.level !== null).length,
        flag_count: flags.length,
        sites_by_level: countLevels(flagged.value),
        flags_by_rule: Object.fromEntries(
          rules.map((rule) => [rule.id, flags.filter((flag) => flag.rule === rule.id).length]),
        ),
        communes: rollUp(flagged.value, 'communes', points),
        districts: rollUp(flagged.value, 'districts', points),
        former_districts: rollUp(flagged.value, 'former_districts', points),
      },
      ...(priorities.value === undefined ? {} : { priorities: priorities.value }),
    },
    flagged.notes,
  );
}

/** What an answer depends on, before any site was asked about. Issues: those of the vintage and its ground. */
export function reportHead(
  context: RiskContext,
  datasets: readonly DatasetInfo[],
  options: FlagOptions,
): Result<Pick<FlagReport, 'as_of' | 'profile' | 'inputs'>> {
  const vintage = context.registry.vintageAt(options.asOf);
  if (!vintage.ok) return vintage;
  const ground = context.ground(vintage.value.id);
  if (!ground.ok) return ground;
  const { drawing, accuracy_m } = ground.value.vintage;
  const { profile } = context;
  const rules = options.rules ?? profile.rules;
  return ok({
    as_of: options.asOf,
    profile: profile.id,
    inputs: {
      vintage: vintage.value.id,
      drawing,
      accuracy_m,
      rule_set: options.rules === undefined ? profile.ruleSetVersion : GIVEN_RULES,
      rules: rules.map((rule) => rule.id),
      watch_policies: Object.fromEntries(profile.watchLists.map(({ id, mixed }) => [id, mixed])),
      engine: context.kernel.engine,
      datasets: datasets.map(({ id, sha256 }) => ({ id, sha256 })),
    },
  });
}

function countLevels(sites: readonly SiteFlags[]): Record<FlagLevel, number> {
  const count = (level: FlagLevel): number => sites.filter((site) => site.level === level).length;
  return { high: count('high'), medium: count('medium'), low: count('low'), info: count('info') };
}

function bySeverity(points: PatrolPolicy['level_points']) {
  return (a: SiteFlags, b: SiteFlags): number =>
    levelRank(a.level) - levelRank(b.level) ||
    siteScore(b, points) - siteScore(a, points) ||
    (a.site_id < b.site_id ? -1 : a.site_id > b.site_id ? 1 : 0);
}
