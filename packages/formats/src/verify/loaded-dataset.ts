import { stat } from 'node:fs/promises';
import type { Issue } from '@giapranh/core';
import { fileSha256 } from '../checksum.js';
import { type RawFeature, readGeoJsonFile } from '../geojson.js';
import { type Dataset, datasetFile } from '../manifest.js';
import { readText } from '../text-file.js';

/** A dataset with its file read once, for all checks. */
export interface LoadedDataset {
  readonly dataset: Dataset;
  readonly sha256: string | null;
  readonly bytes: number;
  /** Of GeoJSON files. */
  readonly features: readonly RawFeature[];
  /** Of tables. */
  readonly text: string | null;
  /** What the readers complained of, features left out among it. */
  readonly issues: readonly Issue[];
}

const TABLE = /\.csv(\.gz)?$/;

export async function loadDataset(root: string, dataset: Dataset): Promise<LoadedDataset> {
  const path = datasetFile(root, dataset);
  const hash = await fileSha256(path);
  if (!hash.ok) return { dataset, sha256: null, bytes: 0, features: [], text: null, issues: hash.issues };
  const bytes = (await stat(path)).size;
  const head = { dataset, sha256: hash.value, bytes };
  if (TABLE.test(path)) {
    const text = await readText(path);
    return {
      ...head,
      features: [],
      text: text.ok ? text.value : null,
      issues: text.ok ? text.notes : text.issues,
    };
  }
  const features = await readGeoJsonFile(path);
  return {
    ...head,
    features: features.ok ? features.value : [],
    text: null,
    issues: features.ok ? features.notes : features.issues,
  };
}
