import {
  type IsoDate,
  type PropertyDefinition,
  type PropertyValue,
  parseIsoDate,
  type Secrecy,
} from '@giapranh/core';
import type { Geometry } from 'geojson';
import type { StoredFeature } from './feature-store.js';
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

const LEVELS: readonly Secrecy[] = ['public', 'internal', 'restricted'];

/** Columns as selected by `featureColumnNames`. An unknown level is the strictest one. */
export function storedFeature(
  table: LayerTable,
  geometry: Geometry,
  columns: readonly unknown[],
): StoredFeature {
  const [id, from, to, level, provenance, revision, ...values] = columns;
  const secrecy = LEVELS.find((known) => known === level) ?? 'restricted';
  return {
    layer: table.layer.id,
    id: String(id),
    geometry,
    properties: Object.fromEntries(
      table.properties.map((property, index) => [property.name, propertyValue(property, values[index])]),
    ),
    validity: { from: dayOf(from), to: dayOf(to) },
    ...(secrecy === table.layer.secrecy ? {} : { secrecy }),
    provenance: provenance === 'loaded' ? 'loaded' : 'edited',
    revision: Number(revision),
  };
}
