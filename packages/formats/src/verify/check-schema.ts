import { numberText, repeatsIn } from '@giapranh/core';
import { splitUnitName } from '../admin/unit-name.js';
import { parseCsv } from '../csv-table.js';
import type { RawFeature } from '../geojson.js';
import type { DatasetKind } from '../manifest.js';
import { textOf } from '../record.js';
import { type CheckOutcome, type Finding, findingOf } from './finding.js';
import type { LoadedDataset } from './loaded-dataset.js';

type GeometryClass = 'polygon' | 'line' | 'point';

interface FeatureSchema {
  readonly geometry: readonly GeometryClass[];
  /** Texts that must be there, with the form they have. */
  readonly texts: Readonly<Record<string, RegExp>>;
  readonly numbers?: readonly string[];
  /** The property `name` must say what kind of unit it is. */
  readonly unitNames?: boolean;
}

const ANY = /./;

const FEATURES: Readonly<Partial<Record<DatasetKind, FeatureSchema>>> = {
  communes: {
    geometry: ['polygon'],
    texts: { code: /^\d{5}$/, name: ANY, province_code: /^\d{2}$/ },
    numbers: ['area_km2_declared'],
    unitNames: true,
  },
  districts: {
    geometry: ['polygon'],
    texts: { code: /^\d{3}$/, name: ANY, province_code: /^\d{2}$/ },
    unitNames: true,
  },
  provinces: { geometry: ['polygon'], texts: { code: /^\d{2}$/, name: ANY }, unitNames: true },
  'mineral-areas': {
    geometry: ['point'],
    texts: { id: ANY, name: ANY, mineral_vi: ANY, decision: ANY, location_precision: ANY },
  },
  'mine-sites': { geometry: ['point'], texts: { id: ANY, commodity: ANY, source: ANY, licence: ANY } },
  roads: {
    geometry: ['line', 'point'],
    texts: { id: ANY, infrastructure_type: ANY, infrastructure_class: ANY },
  },
  rivers: { geometry: ['line'], texts: {}, numbers: ['level'] },
};

const TABLES: Readonly<Partial<Record<DatasetKind, readonly (readonly string[])[]>>> = {
  lineage: [['old_commune_code', 'old_district_code', 'old_province_code', 'new_commune_code', 'kind']],
  // With districts before the reform, without them since: one of the two.
  'unit-list': [
    ['province_code', 'province', 'district_code', 'district', 'commune_code', 'commune'],
    ['province_code', 'province', 'commune_code', 'commune', 'area_km2_declared'],
  ],
  'official-areas': [['vintage', 'level', 'code', 'name', 'area_km2', 'source']],
  places: [['geonameid', 'name', 'latitude', 'longitude', 'feature_class', 'feature_code', 'dem']],
};

function classOf(feature: RawFeature): GeometryClass {
  if (feature.geometry.type.endsWith('Polygon')) return 'polygon';
  return feature.geometry.type.endsWith('LineString') ? 'line' : 'point';
}

function fault(subject: string, vi: string, en: string): Finding {
  return { code: 'data-schema', subject, measured: 1, unit: 'faults', message: { vi, en } };
}

function featureFaults(feature: RawFeature, schema: FeatureSchema): Finding[] {
  const subject =
    textOf(feature.properties, 'code') ?? textOf(feature.properties, 'id') ?? `#${feature.index}`;
  const faults: Finding[] = [];
  const geometry = classOf(feature);
  if (!schema.geometry.includes(geometry)) {
    faults.push(
      fault(
        subject,
        `Hình học ${feature.geometry.type} không đúng loại.`,
        `The geometry ${feature.geometry.type} is not of the right kind.`,
      ),
    );
  }
  for (const [key, form] of Object.entries(schema.texts)) {
    const text = textOf(feature.properties, key);
    if (text === null || !form.test(text)) {
      faults.push(
        fault(
          subject,
          `Thuộc tính ${key} thiếu hoặc sai dạng.`,
          `The property ${key} is missing or malformed.`,
        ),
      );
    }
  }
  for (const key of schema.numbers ?? []) {
    if (typeof feature.properties[key] !== 'number')
      faults.push(fault(subject, `Thuộc tính ${key} phải là số.`, `The property ${key} must be a number.`));
  }
  const name = textOf(feature.properties, 'name');
  if (schema.unitNames === true && name !== null && splitUnitName(name) === undefined)
    faults.push(fault(subject, `Tên "${name}" không nêu cấp.`, `The name "${name}" lacks its type.`));
  return faults;
}

function repeatedIds(features: readonly RawFeature[]): Finding[] {
  const ids = features.flatMap(
    ({ properties }) => textOf(properties, 'id') ?? textOf(properties, 'code') ?? [],
  );
  return repeatsIn(ids)
    .map((at) => ids[at] ?? '')
    .map((id) => fault(id, `Mã ${id} xuất hiện hai lần.`, `The id ${id} appears twice.`));
}

function tableFaults(loaded: LoadedDataset): { readonly rows: number; readonly faults: Finding[] } {
  const { dataset, text } = loaded;
  if (text === null) return { rows: 0, faults: [] };
  const table = parseCsv(text, dataset.id);
  if (!table.ok) return { rows: 0, faults: table.issues.map(findingOf) };
  const { header, rows } = table.value;
  const layouts = TABLES[dataset.kind] ?? [];
  const fits = layouts.some((columns) => columns.every((column) => header.includes(column)));
  const wanted = layouts.map((columns) => columns.join(', ')).join(' | ');
  return {
    rows: rows.length,
    faults: [
      ...table.notes.map(findingOf),
      ...(fits
        ? []
        : [fault('header', `Thiếu cột; cần: ${wanted}.`, `Columns are missing; wanted: ${wanted}.`)]),
    ],
  };
}

/**
 * The file has the records, properties and kinds of geometry its readers count on. Findings: `data-schema`,
 * `data-count`, and what the readers complained of.
 */
export function checkSchema(loaded: LoadedDataset): CheckOutcome {
  const { dataset, features, issues } = loaded;
  const schema = FEATURES[dataset.kind];
  const table = schema === undefined ? tableFaults(loaded) : { rows: 0, faults: [] };
  const count = schema === undefined ? table.rows : features.length;
  const findings = [
    ...issues.map(findingOf),
    ...table.faults,
    ...(schema === undefined ? [] : features.flatMap((feature) => featureFaults(feature, schema))),
    ...repeatedIds(features),
  ];
  if (count !== dataset.features) {
    findings.push({
      code: 'data-count',
      subject: null,
      measured: Math.abs(count - dataset.features),
      unit: 'features',
      message: {
        vi: `Tệp có ${count} bản ghi, danh mục ghi ${dataset.features}.`,
        en: `The file has ${count} records, the manifest says ${dataset.features}.`,
      },
    });
  }
  const records = numberText(count, 0);
  return {
    check: 'schema',
    subject: dataset.id,
    summary: { vi: `${records.vi} bản ghi`, en: `${records.en} records` },
    findings,
  };
}
