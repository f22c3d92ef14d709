import { err, type Issue, issue, ok, type Profile, type Result } from '@giapranh/core';
import { fileSha256 } from './checksum.js';
import { type Dataset, datasetFile, readManifest } from './manifest.js';

/** The datasets of a profile by role, found in the manifest and whole on disk. */
export interface ProfileDatasets {
  readonly all: readonly Dataset[];
  readonly communes: readonly Dataset[];
  readonly published: readonly Dataset[];
  readonly lineage: readonly Dataset[];
  readonly units: readonly Dataset[];
  readonly sites: readonly Dataset[];
  readonly places: readonly Dataset[];
  readonly roads: readonly Dataset[];
  readonly rivers: readonly Dataset[];
}

async function checksumFault(root: string, dataset: Dataset): Promise<readonly Issue[]> {
  const hash = await fileSha256(datasetFile(root, dataset));
  if (!hash.ok) return hash.issues;
  if (hash.value === dataset.sha256) return [];
  return [
    issue(
      'data-checksum',
      [dataset.path],
      `Tệp ${dataset.path} không khớp mã SHA-256 trong danh mục.`,
      `The file ${dataset.path} does not match its SHA-256 in the manifest.`,
      {
        vi: 'Nếu tệp được thay có chủ ý, ghi mã mới vào data/manifest.json rồi chạy data verify.',
        en: 'If the file was replaced on purpose, write its sum into data/manifest.json and run data verify.',
      },
    ),
  ];
}

function missing(profile: Profile, id: string): Issue {
  return issue(
    'dataset-unknown',
    [profile.id, 'datasets', id],
    `Danh mục không có bộ dữ liệu "${id}".`,
    `The manifest has no dataset "${id}".`,
  );
}

/**
 * Finds a profile's datasets and compares every file with its checksum. Issues: those of `readManifest`,
 * `dataset-unknown`, `data-checksum`, `file-missing`, `file-unreadable`; all at once.
 */
export async function profileDatasets(root: string, profile: Profile): Promise<Result<ProfileDatasets>> {
  const manifest = await readManifest(root);
  if (!manifest.ok) return manifest;
  const known = new Map(manifest.value.datasets.map((dataset) => [dataset.id, dataset]));
  const faults: Issue[] = [];
  const find = (ids: readonly string[]): readonly Dataset[] =>
    ids.flatMap((id) => {
      const dataset = known.get(id);
      if (dataset === undefined) faults.push(missing(profile, id));
      return dataset ?? [];
    });
  const { communes, districts, provinces, ...lists } = profile.datasets;
  const found = {
    communes: find(Object.values(communes).flat()),
    published: find([...Object.values(provinces).flat(), ...Object.values(districts).flat()]),
    lineage: find(lists.lineage),
    units: find(lists.units),
    sites: find(lists.sites),
    places: find(lists.places),
    roads: find(lists.roads),
    rivers: find(lists.rivers),
  };
  const all = [...new Set(Object.values(found).flat())];
  faults.push(...(await Promise.all(all.map((dataset) => checksumFault(root, dataset)))).flat());
  const [first, ...rest] = faults;
  return first === undefined ? ok({ all, ...found }) : err(first, ...rest);
}
