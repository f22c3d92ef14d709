import type { AdminUnit, Profile, Result, VintageId } from '@giapranh/core';
import { splitUnitName } from '../admin/unit-name.js';
import type { Dataset } from '../manifest.js';
import { textOf, textsOf } from '../record.js';
import { type CheckOutcome, type Finding, findingOf } from './finding.js';
import type { LoadedDataset } from './loaded-dataset.js';

/** Lands and waters a point of this data may lie in: Viet Nam and the nearest abroad. Degrees: w, s, e, n. */
const SENSIBLE_BOX = [102, 8, 118, 23.5] as const;

function finding(code: string, subject: string, vi: string, en: string): Finding {
  return { code, subject, measured: 1, unit: 'faults', message: { vi, en } };
}

function sameUnit(unit: AdminUnit, name: string): boolean {
  const said = splitUnitName(name);
  return said !== undefined && said.shortName === unit.shortName;
}

function drawnUnits(loaded: LoadedDataset, units: readonly AdminUnit[]): Finding[] {
  const level = { communes: 'commune', districts: 'district', provinces: 'province' }[
    String(loaded.dataset.kind)
  ];
  const listed = new Map(
    units
      .filter((unit) => unit.level === level && unit.vintage === loaded.dataset.vintage)
      .map((unit) => [unit.code, unit]),
  );
  return loaded.features.flatMap(({ properties }): Finding[] => {
    const own = textOf(properties, 'code') ?? '';
    const code = textOf(properties, 'code_2025') ?? own;
    const name = textOf(properties, 'name') ?? '';
    const unit = listed.get(code);
    if (unit === undefined)
      return [
        finding(
          'unit-unknown',
          code,
          `Mã ${code} không có trong danh mục.`,
          `The code ${code} is not in the list.`,
        ),
      ];
    // A district of before a merger keeps its own name, not its heir's.
    if (code !== own || sameUnit(unit, name)) return [];
    return [
      finding(
        'unit-name-differs',
        code,
        `${code} là "${name}" trên hình vẽ, "${unit.name}" trong danh mục.`,
        `${code} is "${name}" in the drawing, "${unit.name}" in the list.`,
      ),
    ];
  });
}

function siteUnits(loaded: LoadedDataset, units: readonly AdminUnit[]): Finding[] {
  const communes = new Set(
    units
      .filter((unit) => unit.level === 'commune' && unit.vintage === loaded.dataset.vintage)
      .map((unit) => unit.code),
  );
  return loaded.features.flatMap(({ properties, index }): Finding[] => {
    const id = textOf(properties, 'id') ?? `#${index}`;
    const codes = textsOf(properties, 'commune_codes');
    return codes.every((code) => communes.has(code))
      ? []
      : [
          finding(
            'site-commune-code-missing',
            id,
            `${id}: mã xã thiếu hoặc không có trong danh mục.`,
            `${id}: a commune code is missing or not in the list.`,
          ),
        ];
  });
}

function points(loaded: LoadedDataset): Finding[] {
  const [west, south, east, north] = SENSIBLE_BOX;
  return loaded.features.flatMap(({ properties, geometry, index }): Finding[] => {
    if (geometry.type !== 'Point') return [];
    const [lon = Number.NaN, lat = Number.NaN] = geometry.coordinates;
    if (lon >= west && lon <= east && lat >= south && lat <= north) return [];
    const id = textOf(properties, 'id') ?? `#${index}`;
    return [
      finding(
        'position-outside',
        id,
        `${id} nằm ngoài vùng (${lon}; ${lat}).`,
        `${id} lies outside (${lon}, ${lat}).`,
      ),
    ];
  });
}

/**
 * Codes and names mean the units the official lists mean, and points lie in this part of the world. Findings:
 * `unit-unknown`, `unit-name-differs`, `site-commune-code-missing`, `position-outside`. `null` where there is
 * nothing to refer.
 */
export function checkReferences(loaded: LoadedDataset, units: readonly AdminUnit[]): CheckOutcome | null {
  const { kind, id } = loaded.dataset;
  const head = { check: 'references', subject: id } as const;
  const count = loaded.features.length;
  if (kind === 'communes' || kind === 'districts' || kind === 'provinces') {
    const summary = { vi: `${count} mã đơn vị`, en: `${count} unit codes` };
    return { ...head, summary, findings: drawnUnits(loaded, units) };
  }
  if (kind !== 'mineral-areas' && kind !== 'mine-sites') return null;
  const findings = [...points(loaded), ...(kind === 'mineral-areas' ? siteUnits(loaded, units) : [])];
  return { ...head, summary: { vi: `${count} điểm`, en: `${count} points` }, findings };
}

/** Codes have two digits for provinces, three for districts, five for communes. */
function levelOf({ length }: string): string {
  return length === 2 ? 'province' : length === 3 ? 'district' : 'commune';
}

function profileUnits(profile: Profile, units: readonly AdminUnit[]): Finding[] {
  const listed = (level: string, vintage: VintageId, code: string): AdminUnit | undefined =>
    units.find((unit) => unit.level === level && unit.vintage === vintage && unit.code === code);
  const named = (level: string, vintage: VintageId, code: string, name: string): Finding[] => {
    const unit = listed(level, vintage, code);
    if (unit !== undefined && sameUnit(unit, name)) return [];
    return [
      finding(
        'profile-unit',
        `${vintage}:${code}`,
        `Hồ sơ gọi ${code} (${vintage}) là "${name}", danh mục ghi "${unit?.name ?? 'không có'}".`,
        `The profile calls ${code} (${vintage}) "${name}", the list says "${unit?.name ?? 'nothing'}".`,
      ),
    ];
  };
  return [
    ...profile.vintages.flatMap((vintage) =>
      vintage.neighbours.flatMap(({ code, name }) => named('province', vintage.id, code, name)),
    ),
    ...profile.watchLists.flatMap((list) =>
      list.units.flatMap(({ code, name }) => named(levelOf(code), list.vintage, code, name)),
    ),
    ...profile.documents.flatMap(({ units: covered = [], parties = [] }) => [
      ...covered.flatMap(({ code, vintage, name }) => named(levelOf(code), vintage, code, name)),
      ...parties.flatMap(({ code, vintage }) =>
        listed('province', vintage, code) === undefined ? named('province', vintage, code, code) : [],
      ),
    ]),
  ];
}

/** A profile reads, its datasets exist and its units are the lists' units. Findings: `profile-…`. */
export function checkProfile(
  id: string,
  profile: Result<Profile>,
  datasets: readonly Dataset[],
  units: readonly AdminUnit[],
): CheckOutcome {
  const head = { check: 'references', subject: `profile ${id}` } as const;
  if (!profile.ok) {
    const findings = profile.issues.map(findingOf);
    return { ...head, summary: { vi: 'không đọc được', en: 'not readable' }, findings };
  }
  const known = new Set(datasets.map((dataset) => dataset.id));
  const { communes, districts, provinces, ...lists } = profile.value.datasets;
  const used = [communes, districts, provinces].flatMap((byDrawing) => Object.values(byDrawing).flat());
  const missing = [...used, ...Object.values(lists).flat()].filter((dataset) => !known.has(dataset));
  const findings = [
    ...missing.map((dataset) =>
      finding(
        'profile-dataset',
        dataset,
        `Danh mục không có bộ dữ liệu ${dataset}.`,
        `The manifest has no dataset ${dataset}.`,
      ),
    ),
    ...profileUnits(profile.value, units),
  ];
  const { rules, documents, watchLists } = profile.value;
  const summary = {
    vi: `${rules.length} quy tắc, ${documents.length} văn bản, ${watchLists.length} danh sách`,
    en: `${rules.length} rules, ${documents.length} documents, ${watchLists.length} lists`,
  };
  return { ...head, summary, findings };
}
