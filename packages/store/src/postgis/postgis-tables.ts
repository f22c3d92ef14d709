import type { PropertyDefinition } from '@giapranh/core';
import {
  type GeometryColumnType,
  indexedColumns,
  indexOf,
  isLongText,
  type LayerTable,
  literal,
  quoted,
} from '../layer-table.js';

/**
 * One schema a profile: a load of one never locks or bloats another's tables, neighbours' communes may have the same
 * ids in both, QGIS lists one profile's layers without a filter, and a province's rights are a GRANT on its schema.
 */
export function profileSchema(profile: string): string {
  return `giapranh_${profile.replaceAll('-', '_')}`;
}

export function tableIn(schema: string, table: LayerTable): string {
  return `${quoted(schema)}.${quoted(table.name)}`;
}

export const GEOMETRY_TYPES = {
  MULTIPOLYGON: 'MultiPolygon',
  MULTILINESTRING: 'MultiLineString',
  POINT: 'Point',
  GEOMETRY: 'Geometry',
} as const satisfies Record<GeometryColumnType, string>;

/** `json` keeps the text as it was written; `jsonb` would reorder keys and rewrite numbers. */
export const COLUMN_TYPES = {
  string: 'text',
  number: 'double precision',
  integer: 'bigint',
  boolean: 'boolean',
  date: 'date',
  json: 'json',
} as const satisfies Record<PropertyDefinition['type'], string>;

function propertyComment(property: PropertyDefinition): string {
  const unit = property.unit === undefined || property.unit === '1' ? '' : ` (${property.unit})`;
  return literal(`${property.title.vi}${unit} / ${property.title.en}${unit}`);
}

function columnComment(schema: string, table: LayerTable, property: PropertyDefinition): string {
  return `COMMENT ON COLUMN ${tableIn(schema, table)}.${quoted(property.name)} IS ${propertyComment(property)};`;
}

/** `<layer>_current`: what is in force today, the view to open when the past is not asked for. */
export function currentView(schema: string, table: LayerTable): string {
  const view = `${quoted(schema)}.${quoted(`${table.name}_current`)}`;
  const { title } = table.layer;
  return `
CREATE OR REPLACE VIEW ${view} AS SELECT * FROM ${tableIn(schema, table)}
  WHERE (valid_from IS NULL OR valid_from <= current_date) AND (valid_to IS NULL OR current_date < valid_to);
COMMENT ON VIEW ${view} IS ${literal(`${title.vi}, đang có hiệu lực / ${title.en}, in force today`)};`;
}

/** The columns that every layer has, beside its key, geometry, id and validity. */
function ownColumns(table: LayerTable, from: { provenance: string; revision: number }): string {
  return `  secrecy text NOT NULL DEFAULT '${table.layer.secrecy}' CHECK (secrecy IN ('public', 'internal', 'restricted')),
  provenance text NOT NULL DEFAULT '${from.provenance}',
  revision bigint NOT NULL DEFAULT ${from.revision},
  updated_at timestamptz`;
}

/** From layout 2, whose rows were only loaded. */
export function addOwnColumns(schema: string, table: LayerTable): string {
  const name = tableIn(schema, table);
  const added = ownColumns(table, { provenance: 'loaded', revision: 1 }).replace(/^ {2}/gm, '  ADD COLUMN ');
  return `
ALTER TABLE ${name}
${added};
ALTER TABLE ${name} ALTER COLUMN id SET DEFAULT gen_random_uuid()::text,
  ALTER COLUMN provenance SET DEFAULT 'edited', ALTER COLUMN revision SET DEFAULT 0;
${currentView(schema, table)}`;
}

/**
 * A column as conditions ask for it and as its index holds it: texts by code points, whatever the database's own order
 * of words is; whole numbers as numbers. The id has its key, in that order.
 */
export function comparable(table: LayerTable, column: string): string {
  const type = table.properties.find(({ name }) => name === column)?.type;
  if (type === 'string') return `(${quoted(column)} COLLATE "C")`;
  return type === 'integer' ? `(${quoted(column)}::double precision)` : quoted(column);
}

function columnIndex(schema: string, table: LayerTable, column: string): string {
  // By its hash a text of any length is found, when the whole of it is asked for.
  const hashed = table.properties.some((property) => property.name === column && isLongText(property));
  const kind = hashed ? 'USING hash ' : '';
  return `CREATE INDEX IF NOT EXISTS ${indexOf(table, column)} ON ${tableIn(schema, table)} ${kind}(${comparable(table, column)});`;
}

export function columnIndexes(schema: string, table: LayerTable): string {
  return indexedColumns(table)
    .map((column) => columnIndex(schema, table, column))
    .join('\n');
}

/** Of the layouts before, in the database's own order of words. */
export function dropColumnIndexes(schema: string, table: LayerTable): string {
  return indexedColumns(table)
    .map((column) => `DROP INDEX IF EXISTS ${quoted(schema)}.${indexOf(table, column)};`)
    .join('\n');
}

/** An ordinary table that QGIS opens and edits as it is. */
export function createLayer(schema: string, table: LayerTable): string {
  const name = tableIn(schema, table);
  const columns = table.properties.map(
    (property) => `  ${quoted(property.name)} ${COLUMN_TYPES[property.type]}`,
  );
  const { title, description } = table.layer;
  return `
CREATE TABLE ${name} (
  fid bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
  geom geometry(${GEOMETRY_TYPES[table.geometryType]}, 4326) NOT NULL,
  id text NOT NULL UNIQUE DEFAULT gen_random_uuid()::text,
  valid_from date,
  valid_to date CHECK (valid_from IS NULL OR valid_to IS NULL OR valid_from < valid_to),
${columns.join(',\n')},
${ownColumns(table, { provenance: 'edited', revision: 0 })}
);
CREATE INDEX ON ${name} USING gist (geom);
${columnIndexes(schema, table)}
COMMENT ON TABLE ${name} IS ${literal(`${title.vi} / ${title.en}\n${description.vi}\n${description.en}`)};
${table.properties.map((property) => columnComment(schema, table, property)).join('\n')}
${currentView(schema, table)}`;
}

/** A property that came to the catalogue after the table was made. */
export function addColumn(schema: string, table: LayerTable, property: PropertyDefinition): string {
  const type = COLUMN_TYPES[property.type];
  return `
ALTER TABLE ${tableIn(schema, table)} ADD COLUMN ${quoted(property.name)} ${type};
${indexedColumns(table).includes(property.name) ? columnIndex(schema, table, property.name) : ''}
${columnComment(schema, table, property)}
${currentView(schema, table)}`;
}
