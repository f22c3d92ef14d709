import {
  err,
  type Issue,
  type IssuePath,
  issue,
  type LayerFeature,
  okUnless,
  type PropertyDefinition,
  type PropertyValue,
  parseIsoDate,
  type Result,
  type Secrecy,
  type Validity,
} from '@giapranh/core';
import type { Geometry } from 'geojson';
import { LAYER_TABLES, type LayerTable } from './layer-table.js';
import { type Envelope, envelopeOf, fitColumn } from './stored-geometry.js';

/** What a column holds before the database's own dialect: `json` is already text. */
export type ColumnValue = string | number | boolean | null;

/** A feature, checked, as both databases write it. */
export interface FeatureRow {
  readonly table: LayerTable;
  readonly id: string;
  readonly geometry: Geometry;
  readonly envelope: Envelope;
  /** In the order of `table.properties`. */
  readonly values: readonly ColumnValue[];
  readonly validity: Validity;
  readonly secrecy: Secrecy;
}

/** Text both databases can hold and give back: well-formed Unicode without U+0000. */
function storable(text: string): boolean {
  return !text.includes('\0') && !/\p{Surrogate}/u.test(text);
}

function columnValue(
  definition: PropertyDefinition,
  value: PropertyValue | undefined,
): ColumnValue | undefined {
  if (value === null || value === undefined) return null;
  switch (definition.type) {
    case 'string':
      return typeof value === 'string' && storable(value) ? value.normalize('NFC') : undefined;
    case 'date':
      return typeof value === 'string' ? parseIsoDate(value) : undefined;
    case 'number':
      // Adding zero turns -0 into 0: SQLite keeps no sign of zero.
      return typeof value === 'number' && Number.isFinite(value) ? value + 0 : undefined;
    case 'integer':
      return typeof value === 'number' && Number.isSafeInteger(value) ? value + 0 : undefined;
    case 'boolean':
      return typeof value === 'boolean' ? value : undefined;
    case 'json': {
      const text = JSON.stringify(value).normalize('NFC');
      return storable(text) ? text : undefined;
    }
  }
}

function propertyFaults(
  table: LayerTable,
  feature: LayerFeature,
  values: readonly unknown[],
  at: IssuePath,
): Issue[] {
  const known = new Set(table.properties.map((property) => property.name));
  return [
    ...Object.keys(feature.properties)
      .filter((name) => !known.has(name))
      .map((name) =>
        issue(
          'store-feature-property',
          [...at, name],
          `Danh mục lớp không có thuộc tính “${name}”.`,
          `The catalogue has no property "${name}" for this layer.`,
        ),
      ),
    ...table.properties.flatMap((property, index) =>
      values[index] !== undefined
        ? []
        : [
            issue(
              'store-feature-value',
              [...at, property.name],
              `Giá trị của “${property.name}” không thuộc kiểu ${property.type}.`,
              `The value of "${property.name}" is not of type ${property.type}.`,
            ),
          ],
    ),
  ];
}

/** Issues: `store-feature-layer`, `-id`, `-geometry`, `-property`, `-value`, `-validity`. */
export function featureRow(feature: LayerFeature): Result<FeatureRow> {
  const at: IssuePath = [feature.layer, feature.id];
  const table = LAYER_TABLES.find((entry) => entry.layer.id === feature.layer);
  if (table === undefined) {
    const fault = issue('store-feature-layer', at, 'Không có lớp dữ liệu này.', 'There is no such layer.');
    return err(fault);
  }
  const geometry = fitColumn(feature.geometry, table.geometryType);
  const envelope = geometry === undefined ? undefined : envelopeOf(geometry);
  const values = table.properties.map((property) => columnValue(property, feature.properties[property.name]));
  const faults = propertyFaults(table, feature, values, at);
  if (feature.id === '' || !storable(feature.id)) {
    faults.push(
      issue('store-feature-id', at, 'Mã đối tượng trống hoặc hỏng.', 'The id is empty or broken text.'),
    );
  }
  const { from, to } = feature.validity;
  if (
    [from, to].some((day) => day !== null && parseIsoDate(day) === undefined) ||
    (from && to && from >= to)
  ) {
    faults.push(
      issue(
        'store-feature-validity',
        at,
        'Khoảng hiệu lực không hợp lệ.',
        'The validity is not an interval of days.',
      ),
    );
  }
  if (geometry === undefined || envelope === undefined) {
    return err(
      issue(
        'store-feature-geometry',
        at,
        `Hình học ${feature.geometry.type} trống, sai kiểu (lớp cần ${table.geometryType}) hoặc tọa độ không phải hai số.`,
        `The ${feature.geometry.type} is empty, of the wrong type (the layer takes ${table.geometryType}), or has positions that are not two numbers.`,
      ),
      ...faults,
    );
  }
  const row: FeatureRow = {
    table,
    id: feature.id.normalize('NFC'),
    geometry,
    envelope,
    values: values.map((value) => value ?? null),
    validity: feature.validity,
    secrecy: feature.secrecy ?? table.layer.secrecy,
  };
  return okUnless(faults, row);
}

/** Whether writing changed a text's normal form: worth one note a layer. */
export function wasNormalised(feature: LayerFeature, row: FeatureRow): boolean {
  return (
    feature.id !== row.id ||
    row.table.properties.some((property, index) => {
      const value = feature.properties[property.name];
      if (typeof value === 'string') return value !== row.values[index];
      return property.type === 'json' && value != null && JSON.stringify(value) !== row.values[index];
    })
  );
}
