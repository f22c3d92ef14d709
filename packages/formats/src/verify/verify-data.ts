import {
  type AdminUnit,
  type Issue,
  loadGeometryKernel,
  type Profile,
  type Result,
  type Vintage,
} from '@giapranh/core';
import { parseUnitList } from '../admin/unit-lists.js';
import { readExchangePolicy } from '../exchange/read-policy.js';
import { type Dataset, readManifest } from '../manifest.js';
import { listProfiles, readProfile } from '../profile-folder.js';
import type { OnReadProgress } from '../progress.js';
import { checkAreas, checkNestedAreas, officialAreas } from './check-areas.js';
import { checkChecksum } from './check-checksum.js';
import { checkLineage } from './check-lineage.js';
import { checkProfile, checkReferences } from './check-references.js';
import { checkSchema } from './check-schema.js';
import { checkSharedBorders, coverageGroups } from './check-shared-borders.js';
import { checkValidity } from './check-validity.js';
import { type CheckOutcome, findingOf } from './finding.js';
import { type LoadedDataset, loadDataset } from './loaded-dataset.js';
import { judge, type VerifyRow } from './verdict.js';

export interface VerifyReport {
  /** In the order of the manifest, then what concerns several datasets, then profiles. */
  readonly rows: readonly VerifyRow[];
  /** Findings that no recorded defect covers; above zero the data is not to be used. */
  readonly faults: number;
  readonly known: number;
}

export interface VerifyOptions {
  readonly onProgress?: OnReadProgress;
}

/** Lists have no profile to tell their vintage's days; verifying needs only its name. */
function vintageOf(dataset: Dataset): Vintage {
  return { id: dataset.vintage ?? '', validity: { from: null, to: null } };
}

function unitsOf(loaded: readonly LoadedDataset[]): readonly AdminUnit[] {
  return loaded
    .filter(({ dataset }) => dataset.kind === 'unit-list')
    .flatMap(({ dataset, text }) => {
      const units = parseUnitList(text ?? '', vintageOf(dataset), dataset.id);
      return units.ok ? units.value : [];
    });
}

/** The profile, when what it exchanges is sound too. */
async function readWhole(root: string, id: string): Promise<Result<Profile>> {
  const profile = await readProfile(root, id);
  const exchange = profile.ok ? await readExchangePolicy(root, profile.value) : profile;
  return exchange.ok ? profile : exchange;
}

async function profileOutcomes(
  root: string,
  datasets: readonly Dataset[],
  units: readonly AdminUnit[],
): Promise<readonly CheckOutcome[]> {
  const ids = await listProfiles(root);
  if (!ids.ok) return [unreadable('profiles', ids.issues)];
  return Promise.all(
    ids.value.map(async (id) => checkProfile(id, await readWhole(root, id), datasets, units)),
  );
}

function report(rows: readonly VerifyRow[]): VerifyReport {
  const findings = rows.flatMap((row) => row.findings);
  const known = findings.filter((finding) => finding.known !== null).length;
  return { rows, faults: findings.length - known, known };
}

/** What could not be read at all. */
function unreadable(subject: string, issues: readonly Issue[]): CheckOutcome {
  const summary = { vi: 'không đọc được', en: 'not readable' };
  return { check: 'schema', subject, summary, findings: issues.map(findingOf) };
}

/**
 * Checks a data folder (`root` holds `manifest.json`): checksums, schema, validity, areas against official
 * figures, shared borders, lineage, and that codes and profiles refer to what exists. Findings that the manifest
 * records as known defects are told apart from faults. Never throws on bad data.
 */
export async function verifyData(root: string, options: VerifyOptions = {}): Promise<VerifyReport> {
  const manifest = await readManifest(root);
  if (!manifest.ok) return report([judge(unreadable('manifest.json', manifest.issues), [])]);
  const { datasets } = manifest.value;
  const total = datasets.length + 2;
  let done = 0;
  const step = (vi: string, en: string): void => {
    options.onProgress?.({ title: { vi, en }, done, total });
    done += 1;
  };

  const kernel = await loadGeometryKernel();
  const loaded: LoadedDataset[] = [];
  for (const dataset of datasets) {
    step(`Đọc ${dataset.title.vi}`, `Reading ${dataset.title.en}`);
    loaded.push(await loadDataset(root, dataset));
  }
  const units = unitsOf(loaded);
  const official = officialAreas(loaded);
  const outcomes: (CheckOutcome | null)[] = loaded.flatMap((entry) => [
    checkChecksum(entry),
    checkSchema(entry),
    entry.features.some((feature) => feature.geometry.type.endsWith('Polygon'))
      ? checkValidity(kernel, entry)
      : null,
    checkAreas(entry, official),
    checkReferences(entry, units),
    entry.dataset.kind === 'lineage' ? checkLineage(entry, units) : null,
  ]);
  step('Đo ranh giới chung', 'Measuring shared borders');
  outcomes.push(...checkNestedAreas(loaded, official));
  for (const sets of coverageGroups(loaded)) outcomes.push(checkSharedBorders(kernel, sets));
  step('Kiểm tra hồ sơ địa bàn', 'Checking profiles');
  outcomes.push(...(await profileOutcomes(root, datasets, units)));

  return report(
    outcomes
      .filter((outcome) => outcome !== null)
      .map((outcome) =>
        judge(
          outcome,
          datasets.filter((dataset) => outcome.subject.split(' + ').includes(dataset.id)),
        ),
      ),
  );
}
