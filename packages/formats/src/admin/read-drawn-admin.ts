import { join } from 'node:path';
import {
  type CommuneDrawing,
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
import { textOf } from '../record.js';
import { readAdminRecords } from './admin-records.js';
import { communeDrawings, publishedDrawings } from './drawings.js';
import { DRAWN_ADMIN_FORM, type DrawnAdmin } from './drawn-admin.js';

/** Raised when the readers of lists and drawings, or the file's layout, change what they give. */
const VERSION = 'drawn-admin 3';

/** `vintage:code` of the provinces a profile is about: subjects and neighbours. */
function profileProvinces(profile: Profile): ReadonlySet<string> {
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
): Promise<DerivedCache<DrawnAdmin>> {
  const inputs = [...datasets.communes, ...datasets.published, ...datasets.lineage, ...datasets.units];
  const vintages = profile.vintages.map(({ id, valid_from, valid_to }) => [id, valid_from, valid_to]);
  // The manifest's own words count too: drawing, vintage and doubtful areas decide how a file is read.
  const described = inputs.map(({ id, sha256, kind, drawing, vintage, known_defects, made_by }) =>
    JSON.stringify([id, sha256, kind, drawing, vintage, known_defects, made_by]),
  );
  const key = textSha256(
    VERSION,
    await coreVersion(),
    JSON.stringify([...profileProvinces(profile)]),
    JSON.stringify(vintages),
    ...described,
  );
  return new DerivedCache(join(folder, profile.id, 'drawn-admin.bin'), key, DRAWN_ADMIN_FORM);
}

async function draw(
  root: string,
  profile: Profile,
  datasets: ProfileDatasets,
  kernel: GeometryKernel,
): Promise<Result<DrawnAdmin>> {
  const admin = await readAdminRecords(root, profile, datasets);
  if (!admin.ok) return admin;
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
  const units = drawUnits(kernel, {
    ...admin.value,
    communes: communes.value,
    published: published.value,
  });
  if (!units.ok) return units;
  const { records, lineage } = admin.value;
  const notes: readonly Issue[] = [...admin.notes, ...communes.notes, ...published.notes, ...units.notes];
  return ok({ records, lineage, units: units.value, notes });
}

/**
 * The units of a profile, listed, linked and drawn. That takes some seconds, so it is kept under `folder`, keyed by
 * the checksums of its inputs and of core's code; where that cannot be written to, it is done every time (note
 * `derived-not-written`). Issues: those of the readers and of `drawUnits`.
 */
export async function readDrawnAdmin(
  root: string,
  folder: string,
  profile: Profile,
  datasets: ProfileDatasets,
  kernel: GeometryKernel,
): Promise<Result<DrawnAdmin>> {
  const cache = await cacheOf(folder, profile, datasets);
  const kept = await cache.read();
  if (kept !== undefined) return ok(kept, kept.notes);
  const drawn = await draw(root, profile, datasets, kernel);
  if (!drawn.ok) return drawn;
  return ok(drawn.value, [...drawn.value.notes, ...(await cache.write(drawn.value))]);
}
