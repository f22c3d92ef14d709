import {
  type AnalysisProgress,
  analyseProfile,
  loadGeometryKernel,
  MeasuredSites,
  ok,
  type Profile,
  type ProfileSources,
  type Result,
  RiskContext,
  type UnitWorld,
  unitIndex,
  unitKinship,
  unitWorld,
} from '@giapranh/core';
import { readProfileSources } from '@giapranh/formats';
import type { FeatureStore } from '@giapranh/store';
import type { Announce } from './announce.js';
import { keepGround } from './ground-file.js';
import { keepMeasured } from './measured-file.js';
import { UNIT_INDEX, UNIT_KINSHIP } from './unit-index.js';

export interface LoadOptions {
  readonly dataRoot: string;
  readonly dataDir: string;
  readonly profile: Profile;
  readonly contentHash: string;
  readonly store: FeatureStore;
  readonly announce: Announce;
}

/** Whether the store already holds what this profile and this code would make. */
export async function isLoaded({ store, profile, contentHash }: LoadOptions): Promise<boolean> {
  const { meta } = await store.info();
  return meta?.profile === profile.id && meta.contentHash === contentHash;
}

/** From the source files to features in the store; the old content stays until the new one is whole. */
export async function loadProfile(options: LoadOptions): Promise<Result<number>> {
  const { dataRoot, profile, contentHash, store, announce } = options;
  const kernel = await loadGeometryKernel();
  const onProgress = ({ title, done, total }: AnalysisProgress): void =>
    announce({ vi: `[${Math.min(done + 1, total)}/${total}] ${title.vi}`, en: title.en });
  const sources = await readProfileSources(dataRoot, profile.id, kernel, { onProgress });
  if (!sources.ok) return sources;
  const [context, measured] = [new RiskContext(kernel, sources.value), new MeasuredSites()];
  const features = analyseProfile(kernel, sources.value, { onProgress, context, measured });
  if (!features.ok) return features;
  announce({
    vi: `Ghi ${features.value.length} đối tượng vào kho dữ liệu`,
    en: `Writing ${features.value.length} features to the store`,
  });
  const meta = { profile: profile.id, contentHash, loadedAt: new Date().toISOString() };
  const written = await store.replaceAll(meta, features.value);
  if (written.ok) await keepInputs(store, sources.value);
  if (written.ok) await keepDocuments(store, profile);
  if (written.ok) await keepGround(options, sources.value);
  if (written.ok) await keepMeasured({ ...options, profile: profile.id }, sources.value, context, measured);
  if (written.ok) await keepUnits(store, unitWorld(kernel, sources.value));
  return written.ok ? ok(written.value, [...sources.notes, ...features.notes, ...written.notes]) : written;
}

/** The units by name, for search boxes: what `/units.json` answers. */
async function keepUnits(store: FeatureStore, world: UnitWorld): Promise<void> {
  await store.records.put('analysis_input', UNIT_INDEX, { units: unitIndex(world) });
  await store.records.put('analysis_input', UNIT_KINSHIP, { ...unitKinship(world) });
}

/** What rules and watch lists rest on, for whoever asks the database. */
async function keepDocuments(store: FeatureStore, { documents }: Profile): Promise<void> {
  for (const document of documents) await store.records.put('document', document.id, { ...document });
}

/** What the results were worked out from: each dataset with its checksum, and the sites as they were read. */
async function keepInputs(store: FeatureStore, { datasets, sites }: ProfileSources): Promise<void> {
  for (const dataset of datasets)
    await store.records.put('analysis_input', `dataset/${dataset.id}`, { ...dataset });
  for (const { source, sites: read } of sites) {
    await store.records.put('analysis_input', `sites/${source}`, { sites: read });
  }
}
