import { join } from 'node:path';
import {
  type GeometryKernel,
  type LocalText,
  ok,
  type ProfileSources,
  type Result,
  UnitRegistry,
} from '@giapranh/core';
import { readAdminRecords } from './admin/admin-records.js';
import { readDrawnUnits } from './admin/drawn-units.js';
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
  { vi: 'Đọc danh mục đơn vị hành chính', en: 'Reading the lists of units' },
  { vi: 'Dựng hình các đơn vị', en: 'Drawing the units' },
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
  const admin = await readAdminRecords(root, profile.value, datasets.value);
  if (!admin.ok) return admin;
  step();
  const folder = options.derivedFolder ?? join(root, 'derived');
  const units = await readDrawnUnits(root, folder, profile.value, datasets.value, admin.value, kernel);
  if (!units.ok) return units;
  step();
  const registry = new UnitRegistry(admin.value);
  const pointIn = communePoints(kernel, units.value, registry);
  const context = { kernel, registry, pointIn };
  const sites = await readDatasetSites(root, datasets.value.sites, units.value, context);
  if (!sites.ok) return sites;
  step();
  const layers = await readContextLayers(root, datasets.value, units.value);
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
    records: admin.value.records,
    lineage: admin.value.lineage,
    units: units.value,
    sites: sites.value,
    ...layers.value,
  };
  return ok(sources, [...units.notes, ...sites.notes, ...layers.notes]);
}
