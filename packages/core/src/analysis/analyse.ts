import type { LayerFeature } from '../feature.js';
import type { GeometryKernel } from '../geometry/kernel.js';
import { distinctIssues, type Issue, issue, type LocalText } from '../issue.js';
import type { ProfileVintage } from '../profile.js';
import { ok, type Result } from '../result.js';
import { flagSites } from '../risk/flag-sites.js';
import { RiskContext } from '../risk/risk-context.js';
import { siteScore } from '../risk/roll-up.js';
import type { IsoDate } from '../units.js';
import { borderFeature, validityOf } from './border-features.js';
import { groundUnits, groundZones } from './ground-layers.js';
import { type JudgedSite, siteFeatures } from './site-features.js';
import type { ProfileSources } from './sources.js';
import { withSpots } from './spots.js';
import { unitFeatures } from './unit-features.js';
import { unitSums } from './unit-sums.js';
import { vintageDay } from './vintage-day.js';
import { watchFeatures } from './watch-features.js';

export interface AnalysisProgress {
  readonly title: LocalText;
  /** Steps finished, of all. */
  readonly done: number;
  readonly total: number;
}

export interface AnalysisOptions {
  readonly onProgress?: (progress: AnalysisProgress) => void;
  /** The day sites are judged on in the vintage it belongs to; see `vintageDay` for the others. */
  readonly asOf?: IsoDate;
}

/**
 * Everything a profile publishes, every layer and vintage:
 *
 *     units of the vintage ─┬─ borders with each neighbour ── zones: rings by side and commune
 *                           ├─ watch lists carried by the lineage
 *                           └─ sites: placed, judged by the rules ── sums by commune and district
 *     places, roads, rivers as read
 *
 * A neighbour without geometry, or a vintage that cannot be drawn, is a note; the rest goes on. Issues: those of
 * geometry that could not be worked with.
 */
export function analyseProfile(
  kernel: GeometryKernel,
  sources: ProfileSources,
  options: AnalysisOptions = {},
): Result<LayerFeature[]> {
  const { profile } = sources;
  const context = new RiskContext(kernel, sources);
  const progress = new Steps(profile.vintages.length, options);
  const features: LayerFeature[] = [];
  const notes: Issue[] = [];
  const judged = new Map<string, JudgedSite[]>();
  for (const vintage of profile.vintages) {
    progress.step({ vi: `Ranh giới, mốc ${vintage.id}`, en: `Borders of ${vintage.id}` });
    const ground = context.ground(vintage.id);
    if (!ground.ok) {
      notes.push(...ground.issues);
      progress.skip(2);
      continue;
    }
    notes.push(...ground.notes);
    features.push(...ground.value.borders.map((line) => borderFeature(ground.value, line)));

    progress.step({ vi: `Vùng giáp ranh, mốc ${vintage.id}`, en: `Border zones of ${vintage.id}` });
    const zones = groundZones(kernel, sources, ground.value);
    if (!zones.ok) return zones;
    features.push(...zones.value);
    notes.push(...zones.notes);

    progress.step({ vi: `Cảnh báo, mốc ${vintage.id}`, en: `Flags of ${vintage.id}` });
    const sites = judge(sources, context, vintage, options.asOf);
    if (!sites.ok) return sites;
    notes.push(...sites.notes);
    for (const entry of sites.value) {
      judged.set(entry.site.id, [
        ...(judged.get(entry.site.id) ?? []),
        { ...entry, validity: validityOf(ground.value) },
      ]);
    }
    const asOf = vintageDay(vintage, options.asOf);
    const sums = asOf === null ? ok([]) : unitSums(context, sites.value, asOf);
    if (!sums.ok) return sums;
    features.push(
      ...unitFeatures(context.registry, groundUnits(ground.value), sums.value, ground.value.watch),
      ...watchFeatures(profile, ground.value, sums.value),
    );
  }
  features.push(...withSpots([...judged.values()].flatMap(siteFeatures)));
  features.push(...sources.places, ...sources.roads, ...sources.rivers);
  progress.end();
  return ok(features, distinctIssues(notes));
}

function judge(
  sources: ProfileSources,
  context: RiskContext,
  vintage: ProfileVintage,
  asked: IsoDate | undefined,
): Result<Omit<JudgedSite, 'validity'>[]> {
  const asOf = vintageDay(vintage, asked);
  if (asOf === null) return ok([], [timeless(vintage)]);
  const entries = sources.sites.flatMap(({ source, sites }) => sites.map((site) => ({ site, source })));
  const flags = flagSites(
    entries.map((entry) => entry.site),
    context,
    { asOf },
  );
  if (!flags.ok) return flags;
  const judged = flags.value.flatMap((found, at) => {
    const entry = entries[at];
    const score = siteScore(found, context.profile.patrol.level_points);
    return entry === undefined ? [] : [{ ...entry, flags: found, score, asOf }];
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

const STEPS_A_VINTAGE = 3;

class Steps {
  #done = 0;
  readonly #total: number;
  readonly #report: AnalysisOptions['onProgress'];

  constructor(vintages: number, { onProgress }: AnalysisOptions) {
    this.#total = vintages * STEPS_A_VINTAGE;
    this.#report = onProgress;
  }

  step(title: LocalText): void {
    this.#report?.({ title, done: this.#done, total: this.#total });
    this.#done += 1;
  }

  skip(steps: number): void {
    this.#done += steps;
  }

  end(): void {
    this.#report?.({ title: { vi: 'Xong', en: 'Done' }, done: this.#total, total: this.#total });
  }
}
