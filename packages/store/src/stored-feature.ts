import {
  type IsoDate,
  type LayerFeature,
  type PropertyDefinition,
  type PropertyValue,
  parseIsoDate,
} from '@giapranh/core';
import type { Geometry } from 'geojson';
import type { LayerTable } from './layer-table.js';

function propertyValue(definition: PropertyDefinition, stored: unknown): PropertyValue {
  if (stored === null || stored === undefined) return null;
  switch (definition.type) {
    case 'json':
      return JSON.parse(String(stored));
    case 'number':
    case 'integer':
      return Number(stored);
    case 'boolean':
      return stored === true || stored === 1;
    default:
      return String(stored);
  }
}

export function dayOf(stored: unknown): IsoDate | null {
  return typeof stored === 'string' ? (parseIsoDate(stored) ?? null) : null;
}

/** Columns as selected, in this order: id, valid_from, valid_to, the properties of the table. */
export function storedFeature(
  table: LayerTable,
  geometry: Geometry,
  columns: readonly unknown[],
): LayerFeature {
  const [id, from, to, ...values] = columns;
  return {
    layer: table.layer.id,
    id: String(id),
    geometry,
    properties: Object.fromEntries(
      table.properties.map((property, index) => [property.name, propertyValue(property, values[index])]),
    ),
    validity: { from: dayOf(from), to: dayOf(to) },
  };
}
