import { parentPort, workerData } from 'node:worker_threads';
import {
  type Issue,
  type LayerDefinition,
  type LayerId,
  loadGeometryKernel,
  ok,
  type ProfileSources,
  REGISTERS,
  type Result,
  RiskContext,
  SITE_LAYERS,
  type SiteMemory,
  siteLayers,
} from '@giapranh/core';
import { readProfileSources } from '@giapranh/formats';
import { type FeatureStore, openStore, parseDatabaseUrl, type StoredFeature } from '@giapranh/store';
import { sitesAsEdited } from './edited-sites.js';
import { resultEdits } from './result-edits.js';

export interface AnalysisThreadData {
  readonly databaseUrl: string | null;
  readonly dataDir: string;
  readonly dataRoot: string;
  readonly profile: string;
}

export type AnalysisMessage =
  | {
      readonly kind: 'done';
      readonly took_ms: number;
      readonly changed: number;
      readonly causes: readonly string[];
    }
  | { readonly kind: 'failed'; readonly issues: readonly Issue[] };

/** Edits that come in a burst, as a saved QGIS session is, are judged together. */
const BURST_MS = 50;
/** Another writer was faster: results are worked out again from what is stored now. */
const ATTEMPTS = 5;
const REGISTER_IDS: readonly LayerId[] = REGISTERS.map(({ id }) => id);

async function all(store: FeatureStore, layer: LayerId): Promise<StoredFeature[]> {
  const features: StoredFeature[] = [];
  for await (const feature of store.each(layer)) features.push(feature);
  return features;
}

/** Results are public: what is restricted may not be guessed from them, so it does not go in. */
async function mayBeTold(store: FeatureStore, { id, secrecy }: LayerDefinition): Promise<StoredFeature[]> {
  const features = await all(store, id);
  return features.filter((feature) => (feature.secrecy ?? secrecy) !== 'restricted');
}

/** Sites and units that are not public are neither judged nor counted: what is, is public. */
async function publicRows(store: FeatureStore, layer: LayerId): Promise<StoredFeature[]> {
  return (await all(store, layer)).filter(({ secrecy = 'public' }) => secrecy === 'public');
}

interface Ground {
  readonly sources: ProfileSources;
  readonly context: RiskContext;
}

/** Some seconds, once: what every later run stands on. */
async function makeGround({ dataRoot, profile }: AnalysisThreadData): Promise<Result<Ground>> {
  const kernel = await loadGeometryKernel();
  const sources = await readProfileSources(dataRoot, profile, kernel);
  if (!sources.ok) return sources;
  const context = new RiskContext(kernel, sources.value);
  for (const vintage of sources.value.profile.vintages) context.ground(vintage.id);
  return ok({ sources: sources.value, context });
}

/** Keeps the ground of the profile, and judges the sites anew over it. */
class LiveAnalysis {
  readonly #store: FeatureStore;
  readonly #data: AnalysisThreadData;
  #made: Promise<Result<Ground>> | undefined;
  #memory: SiteMemory = new Map();
  /** The registers that the memory is of, by their revisions. */
  #remembered = '';

  constructor(store: FeatureStore, data: AnalysisThreadData) {
    this.#store = store;
    this.#data = data;
  }

  /** Whether people wrote anything that a load of the profile knows nothing of. */
  async isEdited(): Promise<boolean> {
    for (const layer of REGISTER_IDS) {
      if ((await this.#store.page({ layer, limit: 1 })).features.length > 0) return true;
    }
    const sites = await all(this.#store, 'mineral-sites');
    return sites.some(({ provenance }) => provenance === 'edited');
  }

  async run(causes: readonly string[]): Promise<AnalysisMessage> {
    const start = performance.now();
    this.#made ??= makeGround(this.#data);
    const made = await this.#made;
    if (!made.ok) {
      this.#made = undefined;
      return { kind: 'failed', issues: made.issues };
    }
    let failure: AnalysisMessage = { kind: 'failed', issues: [] };
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const { sources, context } = made.value;
      const layers = (await Promise.all(REGISTERS.map((layer) => mayBeTold(this.#store, layer)))).flat();
      const rows = await publicRows(this.#store, 'mineral-sites');
      const registers = layers.map(({ id, revision }) => `${id} ${revision}`).join('\n');
      if (registers !== this.#remembered) this.#memory = new Map();
      this.#remembered = registers;
      const memory = this.#memory;
      const results = siteLayers(context.withLayers(layers, []), sitesAsEdited(sources, rows), { memory });
      if (!results.ok) return { kind: 'failed', issues: results.issues };
      const current = sources.profile.vintages.at(-1)?.id ?? '';
      const written = await this.#write(results.value, current);
      if (typeof written === 'number') {
        const run = { took_ms: performance.now() - start, changed: written, causes };
        await this.#store.records.put('analysis_run', new Date().toISOString(), run);
        return { kind: 'done', ...run };
      }
      failure = { kind: 'failed', issues: written };
    }
    return failure;
  }

  async #write(
    results: Parameters<typeof resultEdits>[2],
    current: string,
  ): Promise<number | readonly Issue[]> {
    let changed = 0;
    for (const layer of SITE_LAYERS) {
      const edits = resultEdits(layer, await publicRows(this.#store, layer), results, current);
      if (edits.length === 0) continue;
      const outcome = await this.#store.applyEdits(layer, edits, { writer: 'analysis' });
      if (!outcome.ok) return outcome.issues;
      changed += outcome.value.edited.length;
    }
    return changed;
  }
}

async function main(port: NonNullable<typeof parentPort>): Promise<void> {
  const data = workerData as AnalysisThreadData;
  const post = (message: AnalysisMessage): void => port.postMessage(message);
  const url = data.databaseUrl === null ? undefined : parseDatabaseUrl(data.databaseUrl);
  if (url?.ok === false) return post({ kind: 'failed', issues: url.issues });
  const { dataDir, profile } = data;
  const store = await openStore({
    dataDir,
    profile,
    ...(url === undefined ? {} : { databaseUrl: url.value }),
  });
  if (!store.ok) return post({ kind: 'failed', issues: store.issues });
  const analysis = new LiveAnalysis(store.value, data);
  const causes = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  const runAll = async (): Promise<void> => {
    while (causes.size > 0) {
      const now = [...causes];
      causes.clear();
      post(await analysis.run(now));
    }
    running = undefined;
  };
  const ask = (cause: string): void => {
    causes.add(cause);
    timer ??= setTimeout(() => {
      timer = undefined;
      running ??= runAll();
    }, BURST_MS);
  };
  // What a run itself writes asks for one more, which finds nothing to write.
  const stop = await store.value.watch(({ layer }) => {
    if (layer === 'mineral-sites' || REGISTER_IDS.includes(layer)) ask(layer);
  });
  if (await analysis.isEdited()) ask('start');
  port.on('message', () => {
    void (async () => {
      clearTimeout(timer);
      causes.clear();
      await running;
      await stop();
      await store.value.close();
      port.close();
    })();
  });
}

if (parentPort !== null) await main(parentPort);
