import { issue } from '../issue.js';
import { err, ok, type Result } from '../result.js';
import { type Baseline, baselineOf } from './baseline.js';
import { FLAG_LEVELS, type FlagLevel } from './flag.js';
import type { FlagReport } from './report.js';
import { highest } from './roll-up.js';

export const SITE_CHANGES = ['new', 'worse', 'better', 'gone', 'same'] as const;
/**
 * `new`: flagged now and not before; `gone`: the other way round; `worse` and `better`: more or fewer flags of the
 * highest level in which the two runs differ; `same`: as many of every level.
 */
export type SiteChangeKind = (typeof SITE_CHANGES)[number];

export interface SiteChange {
  readonly site_id: string;
  readonly change: SiteChangeKind;
  readonly level_before: FlagLevel | null;
  readonly level_now: FlagLevel | null;
  /** Keys of flags: the rule, and the border it is about. */
  readonly flags_new: readonly string[];
  readonly flags_gone: readonly string[];
  /** In both runs, with another level or certainty. */
  readonly flags_changed: readonly string[];
}

export interface BaselineDiff {
  readonly baseline: Omit<Baseline, 'format' | 'sites'>;
  /** In what the two runs differ besides their sites: a change may come from there. */
  readonly differs_in: readonly ('as_of' | 'rule_set' | 'vintage')[];
  readonly counts: Readonly<Record<SiteChangeKind, number>>;
  /** Every site of both runs but those that never had a flag; in the order of `SITE_CHANGES`, then by id. */
  readonly sites: readonly SiteChange[];
}

type KnownFlags = Baseline['sites'][number]['flags'];

/** What changed since a baseline. Issues: `baseline-of-another-profile`. */
export function baselineDiff(before: Baseline, report: FlagReport): Result<BaselineDiff> {
  if (before.profile !== report.profile) return err(otherProfile(before, report));
  const now = baselineOf(report);
  const [was, is] = [before, now].map(
    ({ sites }) => new Map(sites.map((site) => [site.site_id, site.flags])),
  );
  const ids = [...new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])])].sort();
  const changes = ids
    .map((id) => siteChange(id, was?.get(id) ?? [], is?.get(id) ?? []))
    .filter(({ level_before, level_now }) => level_before !== null || level_now !== null);
  const of = (kind: SiteChangeKind) => changes.filter(({ change }) => change === kind);
  const { format: _format, sites: _sites, ...head } = before;
  return ok({
    baseline: head,
    differs_in: (['as_of', 'rule_set', 'vintage'] as const).filter((key) => before[key] !== now[key]),
    counts: {
      new: of('new').length,
      worse: of('worse').length,
      better: of('better').length,
      gone: of('gone').length,
      same: of('same').length,
    },
    sites: SITE_CHANGES.flatMap(of),
  });
}

/** What changed at a site since its flags were `was`. */
export function siteChange(site_id: string, was: KnownFlags, is: KnownFlags): SiteChange {
  const [before, now] = [was, is].map((flags) => new Map(flags.map((flag) => [flag.key, flag])));
  return {
    site_id,
    change: kindOf(was, is),
    level_before: highest(was.map(({ level }) => level)),
    level_now: highest(is.map(({ level }) => level)),
    flags_new: is.filter(({ key }) => before?.has(key) !== true).map(({ key }) => key),
    flags_gone: was.filter(({ key }) => now?.has(key) !== true).map(({ key }) => key),
    flags_changed: is
      .filter(({ key, level, certainty }) => {
        const old = before?.get(key);
        return old !== undefined && (old.level !== level || old.certainty !== certainty);
      })
      .map(({ key }) => key),
  };
}

function kindOf(was: KnownFlags, is: KnownFlags): SiteChangeKind {
  if (was.length === 0) return is.length === 0 ? 'same' : 'new';
  if (is.length === 0) return 'gone';
  for (const level of FLAG_LEVELS) {
    const [before = 0, now = 0] = [was, is].map(
      (flags) => flags.filter((flag) => flag.level === level).length,
    );
    if (before !== now) return now > before ? 'worse' : 'better';
  }
  return 'same';
}

export function otherProfile(before: Baseline, report: Pick<FlagReport, 'profile'>) {
  return issue(
    'baseline-of-another-profile',
    ['profile'],
    `Mốc so sánh là của hồ sơ ${before.profile}, không phải ${report.profile}.`,
    `The baseline is of profile ${before.profile}, not of ${report.profile}.`,
  );
}
