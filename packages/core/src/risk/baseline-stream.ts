import { err, ok, type Result } from '../result.js';
import { type Baseline, knownFlags } from './baseline.js';
import {
  type BaselineDiff,
  otherProfile,
  type SiteChange,
  type SiteChangeKind,
  siteChange,
} from './baseline-diff.js';
import type { SiteFlags } from './flag.js';
import type { FlagReport } from './report.js';

/** What changed since a baseline, without the sites that were told one by one. */
export interface StreamDiff extends Pick<BaselineDiff, 'baseline' | 'differs_in' | 'counts'> {
  /** Flagged then, and not among the sites of today. */
  readonly sites_gone: readonly SiteChange[];
}

/** Compares sites with a baseline as they come; keeps the baseline, never the sites. */
export class BaselineStream {
  readonly #before: Baseline;
  readonly #head: Pick<FlagReport, 'as_of' | 'inputs'>;
  readonly #waiting: Map<string, Baseline['sites'][number]['flags']>;
  readonly #counts: Record<SiteChangeKind, number> = { new: 0, worse: 0, better: 0, gone: 0, same: 0 };

  private constructor(before: Baseline, head: Pick<FlagReport, 'as_of' | 'inputs'>) {
    this.#before = before;
    this.#head = head;
    this.#waiting = new Map(before.sites.map(({ site_id, flags }) => [site_id, flags]));
  }

  /** Issues: `baseline-of-another-profile`. */
  static since(
    before: Baseline,
    head: Pick<FlagReport, 'as_of' | 'profile' | 'inputs'>,
  ): Result<BaselineStream> {
    if (before.profile !== head.profile) return err(otherProfile(before, head));
    return ok(new BaselineStream(before, head));
  }

  /** What changed at a site; `undefined` where it has no flag, now or then. Each site is asked about once. */
  add(site: SiteFlags): SiteChange | undefined {
    const was = this.#waiting.get(site.site_id) ?? [];
    this.#waiting.delete(site.site_id);
    return this.#counted(siteChange(site.site_id, was, knownFlags(site)));
  }

  end(): StreamDiff {
    const sites_gone = [...this.#waiting]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, was]) => this.#counted(siteChange(id, was, [])))
      .filter((change) => change !== undefined);
    const { format: _format, sites: _sites, ...baseline } = this.#before;
    const now = {
      as_of: this.#head.as_of,
      rule_set: this.#head.inputs.rule_set,
      vintage: this.#head.inputs.vintage,
    };
    return {
      baseline,
      differs_in: (['as_of', 'rule_set', 'vintage'] as const).filter((key) => baseline[key] !== now[key]),
      counts: { ...this.#counts },
      sites_gone,
    };
  }

  #counted(change: SiteChange): SiteChange | undefined {
    if (change.level_before === null && change.level_now === null) return undefined;
    this.#counts[change.change] += 1;
    return change;
  }
}
