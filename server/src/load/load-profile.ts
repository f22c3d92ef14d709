import {
  type AnalysisProgress,
  analyseProfile,
  loadGeometryKernel,
  ok,
  type Profile,
  type Result,
} from '@giapranh/core';
import { readProfileSources } from '@giapranh/formats';
import type { FeatureStore } from '@giapranh/store';
import type { Announce } from './announce.js';

export interface LoadOptions {
  readonly dataRoot: string;
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
  const features = analyseProfile(kernel, sources.value, { onProgress });
  if (!features.ok) return features;
  announce({
    vi: `Ghi ${features.value.length} đối tượng vào kho dữ liệu`,
    en: `Writing ${features.value.length} features to the store`,
  });
  const meta = { profile: profile.id, contentHash, loadedAt: new Date().toISOString() };
  const written = await store.replaceAll(meta, features.value);
  return written.ok ? ok(written.value, [...sources.notes, ...features.notes, ...written.notes]) : written;
}
