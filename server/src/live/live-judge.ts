import {
  asContextFeature,
  type ContextFeature,
  forgetSites,
  type IsoDate,
  type Issue,
  isValidOn,
  type LayerChange,
  type LayerId,
  loadGeometryKernel,
  MeasuredSites,
  ok,
  type ProfileSources,
  permitSite,
  REGISTERS,
  type Result,
  RiskContext,
  type Site,
  type SiteDataset,
  type SiteMemory,
  SUM_LAYERS,
  siteLayers,
  vietnamDay,
} from '@giapranh/core';
import { readProfileSources } from '@giapranh/formats';
import type { Change, FeatureStore, StoredFeature } from '@giapranh/store';
import { keepMeasured, takeMeasured } from '../load/measured-file.js';
import type { AnalysisMessage, AnalysisThreadData } from './analysis-messages.js';
import { sitesAsEdited } from './edited-sites.js';
import { LayerMirror } from './layer-mirror.js';
import { resultEdits } from './result-edits.js';
import { type KeptSums, keptSums, staleSums, sumEdits } from './sum-edits.js';

/** Another writer was faster: results are worked out again from what is stored now. */
const ATTEMPTS = 5;
const REGISTER_IDS: readonly LayerId[] = REGISTERS.map(({ id }) => id);
const SITES: LayerId = 'mineral-sites';
/** Layers whose changes matter to it. */
export const WATCHED: readonly LayerId[] = [...REGISTER_IDS, SITES, ...SUM_LAYERS];

interface Ground {
  readonly sources: ProfileSources;
  readonly context: RiskContext;
  readonly measured: MeasuredSites;
  /** Whether the sites were measured before, by a load or an earlier start. */
  readonly isKept: boolean;
}

/** Some seconds, once: what every later run stands on. */
async function makeGround(data: AnalysisThreadData): Promise<Result<Ground>> {
  const kernel = await loadGeometryKernel();
  const sources = await readProfileSources(data.dataRoot, data.profile, kernel);
  if (!sources.ok) return sources;
  const [context, measured] = [new RiskContext(kernel, sources.value), new MeasuredSites()];
  for (const vintage of sources.value.profile.vintages) context.ground(vintage.id);
  const isKept = await takeMeasured(data, sources.value, context, measured);
  return ok({ sources: sources.value, context, measured, isKept });
}

/** Results are public: what is restricted may not be guessed from them, so it does not go in. */
function mayBeTold(feature: StoredFeature): StoredFeature | undefined {
  const { secrecy = REGISTERS.find(({ id }) => id === feature.layer)?.secrecy } = feature;
  return secrecy === 'restricted' ? undefined : feature;
}

/** Sites that are not public are neither judged nor counted: what is, is public. */
function publicOnly(feature: StoredFeature): StoredFeature | undefined {
  return (feature.secrecy ?? 'public') === 'public' ? feature : undefined;
}

/** Keeps the ground of the profile and what is stored over it; judges anew what a change is near to. */
export class LiveJudge {
  readonly #store: FeatureStore;
  readonly #data: AnalysisThreadData;
  readonly #registers: readonly LayerMirror<StoredFeature>[];
  readonly #sites: LayerMirror<StoredFeature>;
  readonly #sums: readonly LayerMirror<KeptSums>[];
  readonly #siteOf = new WeakMap<StoredFeature, Site>();
  readonly #askedOf = new WeakMap<StoredFeature, ContextFeature>();
  #made: Promise<Result<Ground>> | undefined;
  #memory: SiteMemory = new Map();
  /** The day that the memory is of. */
  #day: IsoDate | undefined;

  constructor(store: FeatureStore, data: AnalysisThreadData) {
    this.#store = store;
    this.#data = data;
    this.#registers = REGISTER_IDS.map((layer) => new LayerMirror(store, layer, mayBeTold));
    this.#sites = new LayerMirror(store, SITES, publicOnly);
    this.#sums = SUM_LAYERS.map((layer) => new LayerMirror(store, layer, keptSums));
  }

  /** Whether people wrote anything that a load of the profile knows nothing of. */
  async isEdited(): Promise<boolean> {
    for (const layer of REGISTER_IDS) {
      if ((await this.#store.page({ layer, limit: 1 })).features.length > 0) return true;
    }
    for await (const { provenance } of this.#store.each(SITES)) if (provenance === 'edited') return true;
    return false;
  }

  get #mirrors(): readonly LayerMirror<unknown>[] {
    return [...this.#registers, this.#sites, ...this.#sums];
  }

  get isWarm(): boolean {
    return this.#made !== undefined;
  }

  /** When nothing is being made ready any more. */
  async settled(): Promise<void> {
    await this.#made;
  }

  /** Makes everything ready that does not hang on what is about to be written. */
  async warm(): Promise<Result<Ground>> {
    this.#made ??= this.#ready();
    const made = await this.#made;
    if (!made.ok) this.#made = undefined;
    return made;
  }

  async #ready(): Promise<Result<Ground>> {
    const made = await makeGround(this.#data);
    if (!made.ok) return made;
    for (const mirror of this.#mirrors) await mirror.take(null);
    this.#judge(made.value, vietnamDay(new Date()));
    const { sources, context, measured, isKept } = made.value;
    // Without it the next start takes longer; nothing else.
    if (!isKept) await keepMeasured(this.#data, sources, context, measured).catch(() => undefined);
    return made;
  }

  async run(
    changes: ReadonlyMap<LayerId, Change['ids']>,
    causes: readonly string[],
  ): Promise<AnalysisMessage> {
    const start = performance.now();
    const made = await this.warm();
    if (!made.ok) return { kind: 'failed', issues: made.issues };
    let ahead = changes;
    let failure: AnalysisMessage = { kind: 'failed', issues: [] };
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      await this.#take(made.value, ahead);
      const written = await this.#write(made.value);
      if (typeof written === 'number') {
        const run = { took_ms: performance.now() - start, changed: written, causes };
        await this.#store.records.put('analysis_run', new Date().toISOString(), run);
        return { kind: 'done', ...run };
      }
      failure = { kind: 'failed', issues: written };
      ahead = new Map([SITES, ...SUM_LAYERS].map((layer) => [layer, null]));
    }
    return failure;
  }

  /** Takes changes over, and forgets what they may have made wrong. */
  async #take({ context, sources }: Ground, changes: ReadonlyMap<LayerId, Change['ids']>): Promise<void> {
    const turned: LayerChange[] = [];
    for (const mirror of [this.#sites, ...this.#sums]) {
      const ids = changes.get(mirror.layer);
      if (ids !== undefined) await mirror.take(ids);
    }
    for (const mirror of this.#registers) {
      const ids = changes.get(mirror.layer);
      if (ids === undefined) continue;
      for (const { before, after } of await mirror.take(ids)) {
        if (before?.revision === after?.revision) continue;
        const places = [before, after].flatMap((row) => (row === undefined ? [] : [row.geometry]));
        turned.push({ layer: mirror.layer, places });
      }
    }
    if (turned.length === 0) return;
    forgetSites(context, this.#memory, this.#judgedSites(sources), turned);
  }

  #datasets(sources: ProfileSources): readonly SiteDataset[] {
    return sitesAsEdited(sources, this.#sites.rows(), this.#siteOf);
  }

  /** Ground where levelling is permitted on a day. */
  #permits(day: IsoDate): readonly Site[] {
    const rows = this.#registers.find(({ layer }) => layer === 'levelling-permits')?.rows() ?? [];
    return rows
      .filter(({ validity }) => isValidOn(validity, day))
      .map((row) => {
        const site = this.#siteOf.get(row) ?? permitSite(row);
        this.#siteOf.set(row, site);
        return site;
      });
  }

  #judgedSites(sources: ProfileSources): readonly Site[] {
    const own = this.#datasets(sources).flatMap(({ sites }) => sites);
    return this.#day === undefined ? own : [...own, ...this.#permits(this.#day)];
  }

  #judge({ context, sources, measured }: Ground, day: IsoDate) {
    if (this.#day !== day) this.#memory = new Map();
    this.#day = day;
    const layers = this.#registers
      .flatMap((mirror) => mirror.rows())
      .map((row) => {
        const known = this.#askedOf.get(row) ?? asContextFeature(row, context.registry);
        this.#askedOf.set(row, known);
        return known;
      });
    return siteLayers(context.withLayers(layers, []), this.#datasets(sources), {
      memory: this.#memory,
      asOf: day,
      permits: this.#permits(day),
      measured,
    });
  }

  async #write(ground: Ground): Promise<number | readonly Issue[]> {
    const results = this.#judge(ground, vietnamDay(new Date()));
    if (!results.ok) return results.issues;
    let changed = 0;
    const write = async (layer: LayerId, edits: Parameters<FeatureStore['applyEdits']>[1]) => {
      if (edits.length === 0) return undefined;
      const outcome = await this.#store.applyEdits(layer, edits, { writer: 'analysis' });
      if (!outcome.ok) return outcome.issues;
      changed += outcome.value.edited.length;
      return undefined;
    };
    // Units first: that is what patrols look at.
    for (const mirror of this.#sums) {
      const stale = staleSums(
        results.value.sums.filter(({ layer }) => layer === mirror.layer),
        (id) => mirror.get(id),
      );
      const faults = await write(mirror.layer, await sumEdits(this.#store, stale));
      if (faults !== undefined) return faults;
    }
    const current = ground.sources.profile.vintages.at(-1)?.id ?? '';
    const sites = resultEdits(this.#sites.rows(), results.value.sites, current);
    return (await write(SITES, sites)) ?? changed;
  }
}
