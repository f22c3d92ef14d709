import {
  type AdminUnit,
  err,
  issue,
  type LineageLink,
  ok,
  type Profile,
  type Result,
  type Vintage,
} from '@giapranh/core';
import { collected } from '../collected.js';
import { type Dataset, datasetFile } from '../manifest.js';
import type { ProfileDatasets } from '../profile-datasets.js';
import { readText } from '../text-file.js';
import { parseLineage } from './lineage-table.js';
import { parseOfficialAreas, parseUnitList, withOfficialAreas } from './unit-lists.js';

/** The vintages a profile knows, the reform between the last two of them, and the units of both. */
export interface AdminRecords {
  readonly vintages: readonly Vintage[];
  readonly former: Vintage;
  readonly current: Vintage;
  readonly records: readonly AdminUnit[];
  readonly lineage: readonly LineageLink[];
}

export function vintagesOf(profile: Profile): readonly Vintage[] {
  return profile.vintages.map(({ id, valid_from, valid_to }) => ({
    id,
    validity: { from: valid_from, to: valid_to },
  }));
}

async function eachText<T>(
  root: string,
  datasets: readonly Dataset[],
  parse: (text: string, dataset: Dataset) => Result<readonly T[]>,
): Promise<Result<readonly T[]>> {
  const parts = await Promise.all(
    datasets.map(async (dataset) => {
      const text = await readText(datasetFile(root, dataset));
      return { name: dataset.id, result: text.ok ? parse(text.value, dataset) : text };
    }),
  );
  return collected(parts);
}

/** Province codes whose declared areas the manifest calls wrong. */
function doubtfulAreas(dataset: Dataset): ReadonlySet<string> {
  return new Set(
    dataset.known_defects
      .filter((defect) => defect.code === 'declared-area-wrong')
      .flatMap((defect) => defect.subjects ?? []),
  );
}

/**
 * The official lists and the lineage of a profile. Issues: those of the readers, `profile-vintages`,
 * `manifest-vintage`.
 */
export async function readAdminRecords(
  root: string,
  profile: Profile,
  datasets: ProfileDatasets,
): Promise<Result<AdminRecords>> {
  const vintages = vintagesOf(profile);
  const [former, current] = vintages.slice(-2);
  if (former === undefined || current === undefined) {
    return err(
      issue(
        'profile-vintages',
        [profile.id],
        'Hồ sơ cần hai mốc thời gian.',
        'The profile needs two vintages.',
      ),
    );
  }
  const lists = datasets.units.filter((dataset) => dataset.kind === 'unit-list');
  const units = await eachText(root, lists, (text, dataset) => {
    const vintage = vintages.find((candidate) => candidate.id === dataset.vintage);
    if (vintage === undefined) {
      return err(
        issue(
          'manifest-vintage',
          [dataset.id],
          `Hồ sơ không có mốc thời gian ${dataset.vintage}.`,
          `The profile has no vintage ${dataset.vintage}.`,
        ),
      );
    }
    return parseUnitList(text, vintage, dataset.id, doubtfulAreas(dataset));
  });
  const areas = await eachText(
    root,
    datasets.units.filter((dataset) => dataset.kind === 'official-areas'),
    (text, dataset) => parseOfficialAreas(text, dataset.id),
  );
  const lineage = await eachText(root, datasets.lineage, (text, dataset) =>
    parseLineage(text, { from: former.id, to: current.id }, dataset.id, dataset.made_by),
  );
  if (!units.ok) return units;
  if (!areas.ok) return areas;
  if (!lineage.ok) return lineage;
  const records = withOfficialAreas(units.value, areas.value);
  return ok({ vintages, former, current, records, lineage: lineage.value });
}
