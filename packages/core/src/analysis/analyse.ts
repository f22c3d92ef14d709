import type { LayerFeature } from '../feature.js';
import type { GeometryKernel } from '../geometry/kernel.js';
import { distinctIssues, type Issue, type LocalText } from '../issue.js';
import { ok, type Result } from '../result.js';
import type { MeasuredSites } from '../risk/measured-sites.js';
import { RiskContext } from '../risk/risk-context.js';
import type { IsoDate } from '../units.js';
import { borderFeature } from './border-features.js';
import { groundUnits, groundZones } from './ground-layers.js';
import { judgedVintage } from './judged-vintage.js';
import type { JudgedSite } from './site-features.js';
import { judgedFeatures } from './site-layers.js';
import type { ProfileSources } from './sources.js';
import { unitFeatures } from './unit-features.js';
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
  /** Over these very sources, for who goes on asking of its ground; absent: a new one. */
  readonly context?: RiskContext;
  /** See `FlagOptions.measured`. */
  readonly measured?: MeasuredSites;
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
  const { asOf, measured, context = new RiskContext(kernel, sources) } = options;
  const progress = new Steps(profile.vintages.length, options);
  const features: LayerFeature[] = [];
  const notes: Issue[] = [];
  const judged: JudgedSite[] = [];
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
    const sites = judgedVintage(context, sources.sites, vintage, ground.value, {
      ...(asOf === undefined ? {} : { asOf }),
      ...(measured === undefined ? {} : { measured }),
    });
    if (!sites.ok) return sites;
    judged.push(...sites.value.sites);
    const { sums } = sites.value;
    features.push(
      ...unitFeatures(context.registry, groundUnits(ground.value), sums, ground.value.watch),
      ...watchFeatures(profile, ground.value, sums),
    );
    notes.push(...sites.notes);
  }
  features.push(...judgedFeatures(judged));
  features.push(...sources.places, ...sources.roads, ...sources.rivers);
  progress.end();
  return ok(features, distinctIssues(notes));
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
