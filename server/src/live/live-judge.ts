import {
  asContextFeature,
  type ContextFeature,
  forgetSites,
  type IsoDate,
  type Issue,
  isValidOn,
  type LayerChange,
  type LayerId,
  type ProfileSources,
  permitSite,
  REGISTERS,
  type Result,
  type Site,
  type SiteDataset,
  type SiteMemory,
  SUM_LAYERS,
  siteLayers,
  vietnamDay,
} from '@giapranh/core';
import type { Change, EditBatch, FeatureStore, StoredFeature } from '@giapranh/store';
import type { AnalysisMessage, AnalysisThreadData } from './analysis-messages.js';
import { sitesAsEdited } from './edited-sites.js';
import { LayerMirror } from './layer-mirror.js';
import { type LiveGround, makeLiveGround } from './live-ground.js';
import { resultEdits } from './result-edits.js';
import { type KeptSums, keptSums, staleSums, sumEdits } from './sum-edits.js';

/** Another writer was faster: results are worked out again from what is stored now. */
const ATTEMPTS = 5;
const REGISTER_IDS: readonly LayerId[] = REGISTERS.map(({ id }) => id);
const SITES: LayerId = 'mineral-sites';
/** Layers whose changes matter to it. */
export const WATCHED: readonly LayerId[] = [...REGISTER_IDS, SITES, ...SUM_LAYERS];

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
  /** What was written last of each layer. */
  readonly #written = new Map<LayerId, { readonly ids: ReadonlySet<string>; readonly revision: number }>();
  #hasWritten = false;
  #made: Promise<Result<LiveGround>> | undefined;
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

  get #mirrors() {
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
  async warm(): Promise<Result<LiveGround>> {
    this.#made ??= this.#ready();
    const made = await this.#made;
    if (!made.ok) this.#made = undefined;
    return made;
  }

  async #ready(): Promise<Result<LiveGround>> {
    const made = await makeLiveGround(this.#data);
    if (!made.ok) return made;
    for (const mirror of this.#mirrors) await mirror.take(null);
    this.#judge(made.value, vietnamDay(new Date()));
    await made.value.keep();
    return made;
  }

  /** Whether a change is what this wrote itself and has taken over already. */
  isOwn({ layer, ids, revision }: Change): boolean {
    const own = this.#written.get(layer);
    if (own === undefined || ids === null || revision > own.revision) return false;
    return ids.every((id) => own.ids.has(id));
  }

  /** Judges what changes ask for, everything when it `isAsked`, and writes what differs; `null` when nothing turned. */
  async run(
    changes: ReadonlyMap<LayerId, Change['ids']>,
    causes: readonly string[],
    isAsked: boolean,
  ): Promise<AnalysisMessage | null> {
    const start = performance.now();
    const made = await this.warm();
    if (!made.ok) return { kind: 'failed', issues: made.issues };
    const turned = await this.#take(made.value, changes);
    // What changed while the ground was made ready may have been read with it: the first run looks at everything.
    if (!turned && !isAsked && this.#hasWritten) return null;
    let failure: AnalysisMessage = { kind: 'failed', issues: [] };
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const written = await this.#write(made.value);
      if (typeof written === 'number') {
        this.#hasWritten = true;
        const run = { took_ms: performance.now() - start, changed: written, causes };
        await this.#store.records.put('analysis_run', new Date().toISOString(), run);
        return { kind: 'done', ...run };
      }
      failure = { kind: 'failed', issues: written };
      await this.#take(made.value, new Map([SITES, ...SUM_LAYERS].map((layer) => [layer, null])));
    }
    return failure;
  }

  /** Takes changes over, and forgets what they may have made wrong; whether anything is another than it was. */
  async #take(
    { context, sources }: LiveGround,
    changes: ReadonlyMap<LayerId, Change['ids']>,
  ): Promise<boolean> {
    let count = 0;
    const near: LayerChange[] = [];
    for (const mirror of [this.#sites, ...this.#sums]) {
      const ids = changes.get(mirror.layer);
      if (ids !== undefined) count += (await mirror.take(ids)).length;
    }
    for (const mirror of this.#registers) {
      const ids = changes.get(mirror.layer);
      for (const { before, after } of ids === undefined ? [] : await mirror.take(ids)) {
        const places = [before, after].flatMap((row) => (row === undefined ? [] : [row.geometry]));
        near.push({ layer: mirror.layer, places });
      }
    }
    if (near.length > 0) forgetSites(context, this.#memory, this.#judgedSites(sources), near);
    return count + near.length > 0;
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

  #judge({ context, sources, measured }: LiveGround, day: IsoDate) {
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

  /** How many features another result was written of, all in one transaction. */
  async #write(ground: LiveGround): Promise<number | readonly Issue[]> {
    const results = this.#judge(ground, vietnamDay(new Date()));
    if (!results.ok) return results.issues;
    const layers: EditBatch['layers'][number][] = [];
    for (const mirror of this.#sums) {
      const stale = staleSums(
        results.value.sums.filter(({ layer }) => layer === mirror.layer),
        (id) => mirror.get(id),
      );
      layers.push({ layer: mirror.layer, edits: await sumEdits(this.#store, stale) });
    }
    const current = ground.sources.profile.vintages.at(-1)?.id ?? '';
    layers.push({ layer: SITES, edits: resultEdits(this.#sites.rows(), results.value.sites, current) });
    const batch = layers.filter(({ edits }) => edits.length > 0);
    if (batch.length === 0) return 0;
    const outcome = await this.#store.applyBatch({ layers: batch }, { writer: 'analysis' });
    if (!outcome.ok) return outcome.issues;
    let changed = 0;
    for (const [at, { edited, revision }] of outcome.value.entries()) {
      const mirror = [this.#sites, ...this.#sums].find(({ layer }) => layer === batch[at]?.layer);
      const ids = edited.map(({ id }) => id);
      changed += ids.length;
      await mirror?.take(ids);
      if (mirror !== undefined) this.#written.set(mirror.layer, { ids: new Set(ids), revision });
    }
    return changed;
  }
}
