import { join } from 'node:path';
import {
  type GeometryKernel,
  type LocalText,
  ok,
  type ProfileSources,
  type Result,
  UnitRegistry,
} from '@giapranh/core';
import { vintagesOf } from './admin/admin-records.js';
import { readDrawnAdmin } from './admin/read-drawn-admin.js';
import { readContextLayers } from './context/context-layers.js';
import { profileDatasets } from './profile-datasets.js';
import { readProfile } from './profile-folder.js';
import type { OnReadProgress } from './progress.js';
import { communePoints } from './sites/commune-points.js';
import { readDatasetSites } from './sites/dataset-sites.js';

export interface ProfileSourcesOptions {
  readonly onProgress?: OnReadProgress;
  /** Where drawn units are kept between runs. Default `derived` in the data folder. */
  readonly derivedFolder?: string;
}

const STEPS: readonly LocalText[] = [
  { vi: 'Đọc hồ sơ địa bàn', en: 'Reading the profile' },
  { vi: 'Kiểm tra tệp dữ liệu', en: 'Checking the data files' },
  { vi: 'Dựng các đơn vị hành chính', en: 'Drawing the administrative units' },
  { vi: 'Đọc khu vực khoáng sản', en: 'Reading the mineral sites' },
  { vi: 'Đọc địa danh, đường, sông', en: 'Reading places, roads and rivers' },
];

/**
 * Everything a profile is computed from. `root` is the data folder, which holds `manifest.json`. Issues: those of
 * `readProfile` (`profile-unknown` first among them), of the manifest, of every file's reader, and
 * `data-checksum` where a file is not the one the manifest describes. Notes: what was repaired, replaced or left
 * out, each with its dataset in front of its path.
 */
export async function readProfileSources(
  root: string,
  id: string,
  kernel: GeometryKernel,
  options: ProfileSourcesOptions = {},
): Promise<Result<ProfileSources>> {
  let done = 0;
  const step = (): void => {
    const title = STEPS[done];
    if (title !== undefined) options.onProgress?.({ title, done, total: STEPS.length });
    done += 1;
  };

  step();
  const profile = await readProfile(root, id);
  if (!profile.ok) return profile;
  step();
  const datasets = await profileDatasets(root, profile.value);
  if (!datasets.ok) return datasets;
  step();
  const folder = options.derivedFolder ?? join(root, 'derived');
  const admin = await readDrawnAdmin(root, folder, profile.value, datasets.value, kernel);
  if (!admin.ok) return admin;
  const { records, lineage, units } = admin.value;
  step();
  const registry = new UnitRegistry({ vintages: vintagesOf(profile.value), records, lineage });
  const pointIn = communePoints(kernel, units, registry);
  const context = { kernel, registry, pointIn };
  const sites = await readDatasetSites(root, datasets.value.sites, units, context);
  if (!sites.ok) return sites;
  step();
  const layers = await readContextLayers(root, datasets.value, units);
  if (!layers.ok) return layers;

  const sources: ProfileSources = {
    profile: profile.value,
    datasets: datasets.value.all.map(({ id: dataset, title, sha256, licence, attribution }) => ({
      id: dataset,
      title,
      sha256,
      licence: licence.id,
      attribution,
    })),
    records,
    lineage,
    units,
    sites: sites.value,
    ...layers.value,
  };
  return ok(sources, [...admin.notes, ...sites.notes, ...layers.notes]);
}
