import type { LayerFeature } from '../feature.js';
import { type Issue, issue } from '../issue.js';
import type { ProfileVintage } from '../profile.js';
import { ok, type Result } from '../result.js';
import type { SiteFlags } from '../risk/flag.js';
import { flagSites } from '../risk/flag-sites.js';
import type { RiskContext } from '../risk/risk-context.js';
import type { RiskGround } from '../risk/risk-ground.js';
import { siteScore } from '../risk/roll-up.js';
import type { Site } from '../risk/site.js';
import type { IsoDate } from '../units.js';
import { validityOf } from './border-features.js';
import { groundUnits } from './ground-layers.js';
import type { JudgedSite } from './site-features.js';
import type { SiteDataset } from './sources.js';
import { unitFeatures } from './unit-features.js';
import { unitSums } from './unit-sums.js';
import { vintageDay } from './vintage-day.js';
import { watchFeatures } from './watch-features.js';

export interface JudgedVintage {
  readonly sites: readonly JudgedSite[];
  /** Units and watch units with the sums of their sites. */
  readonly features: readonly LayerFeature[];
}

/**
 * The sites as judged in one vintage, and what is summed from them. `asked`: see `AnalysisOptions.asOf`; `known`: what
 * was found of sites before, over the same ground and layers. A site is judged by itself, so the others need not be
 * asked again.
 */
export function judgedVintage(
  context: RiskContext,
  datasets: readonly SiteDataset[],
  vintage: ProfileVintage,
  ground: RiskGround,
  asked: IsoDate | undefined,
  known: WeakMap<Site, SiteFlags> = new WeakMap(),
): Result<JudgedVintage> {
  const sites = judge(context, datasets, vintage, asked, known);
  if (!sites.ok) return sites;
  const asOf = vintageDay(vintage, asked);
  const sums = asOf === null ? ok([]) : unitSums(context, sites.value, asOf);
  if (!sums.ok) return sums;
  const units = unitFeatures(context.registry, groundUnits(ground), sums.value, ground.watch);
  const validity = validityOf(ground);
  return ok(
    {
      sites: sites.value.map((entry) => ({ ...entry, validity })),
      features: [...units, ...watchFeatures(context.profile, ground, sums.value)],
    },
    sites.notes,
  );
}

function judge(
  context: RiskContext,
  datasets: readonly SiteDataset[],
  vintage: ProfileVintage,
  asked: IsoDate | undefined,
  known: WeakMap<Site, SiteFlags>,
): Result<Omit<JudgedSite, 'validity'>[]> {
  const asOf = vintageDay(vintage, asked);
  if (asOf === null) return ok([], [timeless(vintage)]);
  const entries = datasets.flatMap(({ source, sites }) => sites.map((site) => ({ site, source })));
  const fresh = entries.map((entry) => entry.site).filter((site) => !known.has(site));
  const flags = fresh.length === 0 ? ok([]) : flagSites(fresh, context, { asOf });
  if (!flags.ok) return flags;
  for (const [at, site] of fresh.entries()) {
    const found = flags.value[at];
    if (found !== undefined) known.set(site, found);
  }
  const judged = entries.flatMap((entry) => {
    const found = known.get(entry.site);
    if (found === undefined) return [];
    return [{ ...entry, flags: found, score: siteScore(found, context.profile.patrol.level_points), asOf }];
  });
  return ok(judged, flags.notes);
}

function timeless(vintage: ProfileVintage): Issue {
  return issue(
    'analysis-vintage-without-day',
    ['vintages', vintage.id],
    `Mốc ${vintage.id} không có ngày bắt đầu hay kết thúc, nên không xét được cảnh báo.`,
    `Vintage ${vintage.id} has neither a first nor a last day, so its sites are not judged.`,
  );
}
