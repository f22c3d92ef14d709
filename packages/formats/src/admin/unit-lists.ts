import {
  type AdminUnit,
  err,
  type Issue,
  issue,
  ok,
  okUnless,
  type Result,
  type Vintage,
} from '@giapranh/core';
import { type CsvRecord, withColumns } from '../csv-columns.js';
import { parseCsv } from '../csv-table.js';
import { splitUnitName } from './unit-name.js';

const SQUARE_METRES_PER_SQUARE_KILOMETRE = 1e6;

type Columns = 'province_code' | 'province' | 'commune_code' | 'commune';
type FormerColumns = Columns | 'district_code' | 'district';
type CurrentColumns = Columns | 'area_km2_declared';

const FORMER = ['province_code', 'province', 'district_code', 'district', 'commune_code', 'commune'] as const;
const CURRENT = ['province_code', 'province', 'commune_code', 'commune', 'area_km2_declared'] as const;

/** Gathers units, each once, with the faults of their names. */
class UnitGathering {
  readonly units = new Map<string, AdminUnit>();
  readonly issues: Issue[] = [];
  private readonly vintage: Vintage;
  private readonly source: string;

  constructor(vintage: Vintage, source: string) {
    this.vintage = vintage;
    this.source = source;
  }

  add(
    unit: Pick<AdminUnit, 'level' | 'code' | 'provinceCode' | 'districtCode' | 'areaDeclared_m2'>,
    text: string,
    row: number,
  ): void {
    const key = `${unit.level} ${unit.code}`;
    if (unit.code === '' || this.units.has(key)) return;
    const name = splitUnitName(text);
    if (name === undefined) {
      this.issues.push(
        issue(
          'unit-name-type',
          ['row', row],
          `Tên không nêu cấp đơn vị: "${text}".`,
          `The name does not say what kind of unit it is: "${text}".`,
        ),
      );
      return;
    }
    const { id: vintage, validity } = this.vintage;
    this.units.set(key, { ...unit, ...name, vintage, validity, sources: [this.source] });
  }

  result(): Result<readonly AdminUnit[]> {
    return okUnless(this.issues, [...this.units.values()]);
  }
}

function formerUnits(
  rows: readonly CsvRecord<FormerColumns>[],
  vintage: Vintage,
  source: string,
): Result<readonly AdminUnit[]> {
  const gathering = new UnitGathering(vintage, source);
  for (const row of rows) {
    const provinceCode = row.province_code;
    const inProvince = { provinceCode, areaDeclared_m2: null };
    gathering.add(
      { ...inProvince, level: 'province', code: provinceCode, districtCode: null },
      row.province,
      row.row,
    );
    gathering.add(
      { ...inProvince, level: 'district', code: row.district_code, districtCode: null },
      row.district,
      row.row,
    );
    gathering.add(
      { ...inProvince, level: 'commune', code: row.commune_code, districtCode: row.district_code },
      row.commune,
      row.row,
    );
  }
  return gathering.result();
}

function currentUnits(
  rows: readonly CsvRecord<CurrentColumns>[],
  vintage: Vintage,
  doubtfulAreas: ReadonlySet<string>,
  source: string,
): Result<readonly AdminUnit[]> {
  const gathering = new UnitGathering(vintage, source);
  for (const row of rows) {
    const provinceCode = row.province_code;
    const area_km2 = Number(row.area_km2_declared);
    const known =
      row.area_km2_declared !== '' && Number.isFinite(area_km2) && !doubtfulAreas.has(provinceCode);
    const inProvince = { provinceCode, districtCode: null };
    gathering.add(
      { ...inProvince, level: 'province', code: provinceCode, areaDeclared_m2: null },
      row.province,
      row.row,
    );
    gathering.add(
      {
        ...inProvince,
        level: 'commune',
        code: row.commune_code,
        areaDeclared_m2: known ? area_km2 * SQUARE_METRES_PER_SQUARE_KILOMETRE : null,
      },
      row.commune,
      row.row,
    );
  }
  return gathering.result();
}

/**
 * The units of one official list, each province, district and commune once. A list with districts is of a vintage
 * that has them. `doubtfulAreas`: province codes whose declared areas are known to be wrong and are left out.
 * Issues: those of `parseCsv`, `csv-column-missing`, `unit-name-type`.
 */
export function parseUnitList(
  text: string,
  vintage: Vintage,
  name: string,
  doubtfulAreas: ReadonlySet<string> = new Set(),
): Result<readonly AdminUnit[]> {
  const table = parseCsv(text, name);
  if (!table.ok) return table;
  const [fault, ...faults] = table.notes;
  if (fault !== undefined) return err(fault, ...faults);
  if (table.value.header.includes('district_code')) {
    const rows = withColumns(table.value, FORMER, name);
    return rows.ok ? formerUnits(rows.value, vintage, name) : rows;
  }
  const rows = withColumns(table.value, CURRENT, name);
  return rows.ok ? currentUnits(rows.value, vintage, doubtfulAreas, name) : rows;
}

/** A figure of the statistics about one unit. */
export interface OfficialArea {
  readonly vintage: string;
  readonly level: string;
  readonly code: string;
  readonly area_m2: number;
  readonly source: string;
  /** Dataset id of the manifest. */
  readonly dataset: string;
}

const OFFICIAL = ['vintage', 'level', 'code', 'area_km2', 'source'] as const;

/** The official areas of provinces and districts. Issues: those of `parseCsv`, `csv-column-missing`, `number-invalid`. */
export function parseOfficialAreas(text: string, name: string): Result<readonly OfficialArea[]> {
  const table = parseCsv(text, name);
  const rows = table.ok ? withColumns(table.value, OFFICIAL, name) : table;
  if (!rows.ok) return rows;
  const [first, ...rest] = rows.value
    .filter((row) => !(Number(row.area_km2) > 0))
    .map((row) =>
      issue(
        'number-invalid',
        ['row', row.row, 'column', 'area_km2'],
        `"${row.area_km2}" không phải diện tích.`,
        `"${row.area_km2}" is not an area.`,
      ),
    );
  if (first !== undefined) return err(first, ...rest);
  return ok(
    rows.value.map(({ vintage, level, code, area_km2, source }) => ({
      vintage,
      level,
      code,
      area_m2: Number(area_km2) * SQUARE_METRES_PER_SQUARE_KILOMETRE,
      source,
      dataset: name,
    })),
  );
}

/** The same units, with the official area where the statistics give one and the list did not. */
export function withOfficialAreas(
  units: readonly AdminUnit[],
  areas: readonly OfficialArea[],
): readonly AdminUnit[] {
  const figures = new Map(areas.map((area) => [`${area.vintage} ${area.level} ${area.code}`, area]));
  return units.map((unit) => {
    const figure = figures.get(`${unit.vintage} ${unit.level} ${unit.code}`);
    if (figure === undefined) return unit;
    const { area_m2, dataset } = figure;
    return { ...unit, areaDeclared_m2: area_m2, sources: [...(unit.sources ?? []), dataset] };
  });
}
