import { join } from 'node:path';
import {
  type CommuneDrawing,
  type DrawnUnit,
  drawUnits,
  type GeometryKernel,
  type Issue,
  ok,
  type Profile,
  type PublishedDrawing,
  type Result,
} from '@giapranh/core';
import { coreVersion, textSha256 } from '../checksum.js';
import { collected } from '../collected.js';
import { DerivedCache } from '../derived-cache.js';
import { type RawFeature, readGeoJsonFile } from '../geojson.js';
import { type Dataset, datasetFile } from '../manifest.js';
import type { ProfileDatasets } from '../profile-datasets.js';
import { isObject, textOf } from '../record.js';
import type { AdminRecords } from './admin-records.js';
import { communeDrawings, publishedDrawings } from './drawings.js';

/** Raised when the file's layout changes. */
const LAYOUT = 'drawn-units 1';

/** What `drawUnits` gave: the units, and what it remarked on the way. */
type CachedLine =
  | { readonly unit: DrawnUnit; readonly note?: undefined }
  | { readonly note: Issue; readonly unit?: undefined };

function isCachedLine(value: unknown): value is CachedLine {
  if (!isObject(value)) return false;
  const { unit, note } = value;
  return isObject(unit) ? isObject(unit['geometry']) && typeof unit['code'] === 'string' : isObject(note);
}

/** `vintage:code` of the provinces a profile is about: subjects and neighbours. */
export function profileProvinces(profile: Profile): ReadonlySet<string> {
  return new Set(
    profile.vintages.flatMap(({ id, subject, neighbours }) =>
      [subject, ...neighbours.map((neighbour) => neighbour.code)].map((code) => `${id}:${code}`),
    ),
  );
}

/** A file may hold more provinces than the profile is about; those are not drawn. */
function concerns(feature: RawFeature, dataset: Dataset, provinces: ReadonlySet<string>): boolean {
  const code = textOf(feature.properties, dataset.kind === 'provinces' ? 'code' : 'province_code');
  return provinces.has(`${dataset.vintage}:${code}`);
}

async function readDrawings<T>(
  root: string,
  profile: Profile,
  datasets: readonly Dataset[],
  take: (features: readonly RawFeature[], dataset: Dataset) => Result<readonly T[]>,
): Promise<Result<readonly T[]>> {
  const provinces = profileProvinces(profile);
  const parts: { name: string; result: Result<readonly T[]> }[] = [];
  for (const dataset of datasets) {
    const features = await readGeoJsonFile(datasetFile(root, dataset));
    const own = (all: readonly RawFeature[]): readonly RawFeature[] =>
      all.filter((feature) => concerns(feature, dataset, provinces));
    parts.push({ name: dataset.id, result: features.ok ? take(own(features.value), dataset) : features });
  }
  return collected(parts);
}

async function cacheOf(
  folder: string,
  profile: Profile,
  datasets: ProfileDatasets,
): Promise<DerivedCache<CachedLine>> {
  const inputs = [...datasets.communes, ...datasets.published, ...datasets.lineage, ...datasets.units];
  const vintages = profile.vintages.map(({ id, valid_from, valid_to }) => [id, valid_from, valid_to]);
  const key = textSha256(
    LAYOUT,
    await coreVersion(),
    JSON.stringify([...profileProvinces(profile)]),
    JSON.stringify(vintages),
    ...inputs.map((dataset) => dataset.sha256),
  );
  return new DerivedCache(join(folder, profile.id, 'drawn-units.ndjson.gz'), key, isCachedLine);
}

async function draw(
  root: string,
  profile: Profile,
  datasets: ProfileDatasets,
  admin: AdminRecords,
  kernel: GeometryKernel,
): Promise<Result<DrawnUnit[]>> {
  const communes = await readDrawings<CommuneDrawing>(root, profile, datasets.communes, (features, dataset) =>
    communeDrawings(features, dataset.id),
  );
  const published = await readDrawings<PublishedDrawing>(
    root,
    profile,
    datasets.published,
    publishedDrawings,
  );
  if (!communes.ok) return communes;
  if (!published.ok) return published;
  const { current, former, records, lineage } = admin;
  return drawUnits(kernel, {
    current,
    former,
    records,
    lineage,
    communes: communes.value,
    published: published.value,
  });
}

/**
 * The units of a profile, drawn. The drawing takes some seconds, so it is kept under `folder`, keyed by the
 * checksums of its inputs and of core's code; where that cannot be written to, it is drawn every time (note
 * `derived-not-written`). Issues: those of the readers and of `drawUnits`.
 */
export async function readDrawnUnits(
  root: string,
  folder: string,
  profile: Profile,
  datasets: ProfileDatasets,
  admin: AdminRecords,
  kernel: GeometryKernel,
): Promise<Result<readonly DrawnUnit[]>> {
  const cache = await cacheOf(folder, profile, datasets);
  const kept = await cache.read();
  if (kept !== undefined) {
    return ok(
      kept.flatMap((line) => line.unit ?? []),
      kept.flatMap((line) => line.note ?? []),
    );
  }
  const drawn = await draw(root, profile, datasets, admin, kernel);
  if (!drawn.ok) return drawn;
  const lines = [...drawn.value.map((unit) => ({ unit })), ...drawn.notes.map((note) => ({ note }))];
  return ok(drawn.value, [...drawn.notes, ...(await cache.write(lines))]);
}
