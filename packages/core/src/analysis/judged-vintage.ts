import { type Issue, issue } from '../issue.js';
import type { ProfileVintage } from '../profile.js';
import { ok, type Result } from '../result.js';
import type { SiteFlags } from '../risk/flag.js';
import { type FlagOptions, flagSites } from '../risk/flag-sites.js';
import type { MeasuredSites } from '../risk/measured-sites.js';
import type { RiskContext } from '../risk/risk-context.js';
import type { RiskGround } from '../risk/risk-ground.js';
import { siteScore } from '../risk/roll-up.js';
import { layersAsked } from '../risk/rule-ground.js';
import type { Site } from '../risk/site.js';
import type { IsoDate } from '../units.js';
import { validityOf } from './border-features.js';
import type { JudgedSite } from './site-features.js';
import type { SiteDataset } from './sources.js';
import { type UnitSum, unitSums } from './unit-sums.js';
import { vintageDay } from './vintage-day.js';

export interface JudgedVintage {
  readonly sites: readonly JudgedSite[];
  /** What the sites of each unit come to. */
  readonly sums: readonly UnitSum[];
}

export interface JudgeOptions {
  /** See `AnalysisOptions.asOf`. */
  readonly asOf?: IsoDate;
  /** What was found of sites before, over the same ground and layers: those are not asked again. */
  readonly known?: WeakMap<Site, SiteFlags>;
  /**
   * Ground where levelling is permitted, judged as levelling sites by every rule but those about permits: it counts
   * in the sums of its units, and is no site of its own.
   */
  readonly permits?: readonly Site[];
  /** See `FlagOptions.measured`. */
  readonly measured?: MeasuredSites;
}

/** The sites as judged in one vintage, and what is summed from them. A site is judged by itself. */
export function judgedVintage(
  context: RiskContext,
  datasets: readonly SiteDataset[],
  vintage: ProfileVintage,
  ground: RiskGround,
  { asOf: asked, known = new WeakMap(), permits = [], measured }: JudgeOptions = {},
): Result<JudgedVintage> {
  const asOf = vintageDay(vintage, asked);
  if (asOf === null) return ok({ sites: [], sums: [] }, [timeless(vintage)]);
  const options: FlagOptions = { asOf, ...(measured === undefined ? {} : { measured }) };
  const entries = datasets.flatMap(({ source, sites }) => sites.map((site) => ({ site, source })));
  const own = judge(
    entries.map(({ site }) => site),
    context,
    options,
    known,
  );
  if (!own.ok) return own;
  const rules = context.profile.rules.filter((rule) => !layersAsked(rule).includes('levelling-permits'));
  const levelled = judge(permits, context, { ...options, rules }, known);
  if (!levelled.ok) return levelled;
  const validity = validityOf(ground);
  const points = context.profile.patrol.level_points;
  const sites = entries.flatMap((entry) => {
    const flags = known.get(entry.site);
    return flags === undefined ? [] : [{ ...entry, flags, score: siteScore(flags, points), asOf, validity }];
  });
  const flags = [...sites.map((entry) => entry.flags), ...permits.flatMap((site) => known.get(site) ?? [])];
  return ok({ sites, sums: unitSums(context, ground, flags, asOf) }, [...own.notes, ...levelled.notes]);
}

/** Asks of the sites that nothing is known of yet. */
function judge(
  sites: readonly Site[],
  context: RiskContext,
  options: FlagOptions,
  known: WeakMap<Site, SiteFlags>,
): Result<null> {
  const fresh = sites.filter((site) => !known.has(site));
  if (fresh.length === 0) return ok(null);
  const flags = flagSites(fresh, context, options);
  if (!flags.ok) return flags;
  for (const [at, site] of fresh.entries()) {
    const found = flags.value[at];
    if (found !== undefined) known.set(site, found);
  }
  return ok(null, flags.notes);
}

function timeless(vintage: ProfileVintage): Issue {
  return issue(
    'analysis-vintage-without-day',
    ['vintages', vintage.id],
    `Mốc ${vintage.id} không có ngày bắt đầu hay kết thúc, nên không xét được cảnh báo.`,
    `Vintage ${vintage.id} has neither a first nor a last day, so its sites are not judged.`,
  );
}
