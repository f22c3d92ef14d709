import type { PropertyDefinition } from '@giapranh/core';
import { indexedColumns, indexOf, type LayerTable, literal, quoted } from '../layer-table.js';

/** `GPKG` in ASCII, and version 1.3: what makes QGIS and GDAL take the file for a GeoPackage. */
export const APPLICATION_ID = 0x47504b47;
const USER_VERSION = 10300;

const WGS84_WKT =
  'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4326"]]';

const RTREE_SPEC = 'http://www.geopackage.org/spec120/#extension_rtree';
const SCHEMA_SPEC = 'http://www.geopackage.org/spec121/#extension_schema';

/** The tables every GeoPackage has, the two extensions used here, and our own two. */
export const BASE_TABLES = `
PRAGMA application_id = ${APPLICATION_ID};
PRAGMA user_version = ${USER_VERSION};
CREATE TABLE gpkg_spatial_ref_sys (
  srs_name TEXT NOT NULL,
  srs_id INTEGER NOT NULL PRIMARY KEY,
  organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL,
  definition TEXT NOT NULL,
  description TEXT
);
INSERT INTO gpkg_spatial_ref_sys VALUES
  ('Undefined cartesian SRS', -1, 'NONE', -1, 'undefined', 'undefined cartesian coordinate reference system'),
  ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', 'undefined geographic coordinate reference system'),
  ('WGS 84 geodetic', 4326, 'EPSG', 4326, ${literal(WGS84_WKT)}, 'longitude and latitude in degrees on WGS 84');
CREATE TABLE gpkg_contents (
  table_name TEXT NOT NULL PRIMARY KEY,
  data_type TEXT NOT NULL,
  identifier TEXT UNIQUE,
  description TEXT DEFAULT '',
  last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  min_x DOUBLE,
  min_y DOUBLE,
  max_x DOUBLE,
  max_y DOUBLE,
  srs_id INTEGER,
  CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id)
);
CREATE TABLE gpkg_geometry_columns (
  table_name TEXT NOT NULL,
  column_name TEXT NOT NULL,
  geometry_type_name TEXT NOT NULL,
  srs_id INTEGER NOT NULL,
  z TINYINT NOT NULL,
  m TINYINT NOT NULL,
  CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
  CONSTRAINT uk_gc_table_name UNIQUE (table_name),
  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id)
);
CREATE TABLE gpkg_extensions (
  table_name TEXT,
  column_name TEXT,
  extension_name TEXT NOT NULL,
  definition TEXT NOT NULL,
  scope TEXT NOT NULL,
  CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name)
);
CREATE TABLE gpkg_data_columns (
  table_name TEXT NOT NULL,
  column_name TEXT NOT NULL,
  name TEXT,
  title TEXT,
  description TEXT,
  mime_type TEXT,
  constraint_name TEXT,
  CONSTRAINT pk_gdc PRIMARY KEY (table_name, column_name),
  CONSTRAINT gdc_tn UNIQUE (table_name, name)
);
CREATE TABLE gpkg_data_column_constraints (
  constraint_name TEXT NOT NULL,
  constraint_type TEXT NOT NULL,
  value TEXT,
  min NUMERIC,
  min_is_inclusive BOOLEAN,
  max NUMERIC,
  max_is_inclusive BOOLEAN,
  description TEXT,
  CONSTRAINT gdcc_ntv UNIQUE (constraint_name, constraint_type, value)
);
INSERT INTO gpkg_extensions VALUES
  ('gpkg_data_columns', NULL, 'gpkg_schema', '${SCHEMA_SPEC}', 'read-write'),
  ('gpkg_data_column_constraints', NULL, 'gpkg_schema', '${SCHEMA_SPEC}', 'read-write');
CREATE TABLE giapranh_meta (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  key TEXT NOT NULL UNIQUE,
  value TEXT NOT NULL
);
INSERT INTO gpkg_contents (table_name, data_type, identifier, description) VALUES
  ('giapranh_meta', 'attributes', 'giapranh_meta', 'Hồ sơ, thời điểm nạp và mã băm của dữ liệu');
`;

/** One row at most: who writes in this transaction, when it is not a person (`load`, `analysis`). */
export const LIVE_TABLES = `
CREATE TABLE giapranh_change (
  seq INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  layer TEXT NOT NULL,
  id TEXT
);
CREATE TABLE giapranh_removed (
  layer TEXT NOT NULL,
  id TEXT NOT NULL,
  PRIMARY KEY (layer, id)
);
CREATE TABLE giapranh_writer (name TEXT NOT NULL PRIMARY KEY);
INSERT INTO giapranh_change (layer, id) VALUES ('', NULL);
`;

const COLUMN_TYPES = {
  string: 'TEXT',
  number: 'DOUBLE',
  integer: 'INTEGER',
  boolean: 'BOOLEAN',
  date: 'DATE',
  json: 'TEXT',
} as const satisfies Record<PropertyDefinition['type'], string>;

export function indexName(table: LayerTable): string {
  return quoted(`rtree_${table.name}_geom`);
}

/**
 * The six triggers of the R*Tree extension, to be made once the index's rows are written: they call functions that
 * GDAL and QGIS bring and plain SQLite lacks.
 */
export function createIndexTriggers(table: LayerTable): string {
  const [name, index] = [quoted(table.name), indexName(table)];
  const trigger = (suffix: string) => `CREATE TRIGGER ${quoted(`rtree_${table.name}_geom_${suffix}`)}`;
  const put = `INSERT OR REPLACE INTO ${index} VALUES (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));`;
  const present = '(NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom))';
  const absent = '(NEW.geom ISNULL OR ST_IsEmpty(NEW.geom))';
  return `
${trigger('insert')} AFTER INSERT ON ${name} WHEN ${present}
BEGIN ${put} END;
${trigger('update1')} AFTER UPDATE OF geom ON ${name} WHEN OLD.fid = NEW.fid AND ${present}
BEGIN ${put} END;
${trigger('update2')} AFTER UPDATE OF geom ON ${name} WHEN OLD.fid = NEW.fid AND ${absent}
BEGIN DELETE FROM ${index} WHERE id = OLD.fid; END;
${trigger('update3')} AFTER UPDATE ON ${name} WHEN OLD.fid != NEW.fid AND ${present}
BEGIN DELETE FROM ${index} WHERE id = OLD.fid; ${put} END;
${trigger('update4')} AFTER UPDATE ON ${name} WHEN OLD.fid != NEW.fid AND ${absent}
BEGIN DELETE FROM ${index} WHERE id IN (OLD.fid, NEW.fid); END;
${trigger('delete')} AFTER DELETE ON ${name} WHEN OLD.geom NOT NULL
BEGIN DELETE FROM ${index} WHERE id = OLD.fid; END;`;
}

function columnTitle(table: LayerTable, property: PropertyDefinition): string {
  const unit = property.unit === undefined || property.unit === '1' ? '' : ` (${property.unit})`;
  const mime = property.type === 'json' ? "'application/json'" : 'NULL';
  // Titles may repeat in a layer, and so stand in `title`; `name` would have to be unique.
  const [title, description] = [literal(property.title.vi + unit), literal(property.title.en + unit)];
  return `INSERT INTO gpkg_data_columns (table_name, column_name, title, description, mime_type)
    VALUES (${literal(table.name)}, ${literal(property.name)}, ${title}, ${description}, ${mime});`;
}

/** A property that came to the catalogue after the table was made. */
export function addColumn(table: LayerTable, property: PropertyDefinition): string {
  const type = COLUMN_TYPES[property.type];
  const index = indexedColumns(table).includes(property.name) ? columnIndex(table, property.name) : '';
  return `ALTER TABLE ${quoted(table.name)} ADD COLUMN ${quoted(property.name)} ${type};
${columnTitle(table, property)}${index}`;
}

export function dropIndexTriggers(table: LayerTable): string {
  return ['insert', 'update1', 'update2', 'update3', 'update4', 'delete']
    .map((suffix) => `DROP TRIGGER IF EXISTS ${quoted(`rtree_${table.name}_geom_${suffix}`)};`)
    .join('\n');
}

/** The feature table alone, under its own name or another. */
export function createTable(table: LayerTable, called = table.name): string {
  const columns = table.properties.map(
    (property) => `  ${quoted(property.name)} ${COLUMN_TYPES[property.type]},`,
  );
  return `
CREATE TABLE ${quoted(called)} (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  geom ${table.geometryType} NOT NULL,
  id TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
${columns.join('\n')}
  valid_from DATE,
  valid_to DATE,
  secrecy TEXT NOT NULL DEFAULT '${table.layer.secrecy}',
  provenance TEXT NOT NULL DEFAULT 'edited',
  revision INTEGER NOT NULL DEFAULT 0,
  updated_at DATETIME,
  CHECK (secrecy IN ('public', 'internal', 'restricted')),
  CHECK (valid_from IS NULL OR valid_to IS NULL OR valid_from < valid_to)
);`;
}

function columnIndex(table: LayerTable, column: string): string {
  return `CREATE INDEX IF NOT EXISTS ${indexOf(table, column)} ON ${quoted(table.name)} (${quoted(column)});`;
}

export function columnIndexes(table: LayerTable): string {
  return indexedColumns(table)
    .map((column) => columnIndex(table, column))
    .join('\n');
}

/** The feature table with its entries and spatial index, without triggers: see `createIndexTriggers`, `changeTriggers`. */
export function createLayer(table: LayerTable): string {
  const [name, { title, description }] = [literal(table.name), table.layer];
  return `
${createTable(table)}
${columnIndexes(table)}
CREATE VIRTUAL TABLE ${indexName(table)} USING rtree(id, minx, maxx, miny, maxy);
INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id)
  VALUES (${name}, 'features', ${literal(title.vi)}, ${literal(`${description.vi}\n${description.en}`)}, 4326);
INSERT INTO gpkg_geometry_columns VALUES (${name}, 'geom', '${table.geometryType}', 4326, 0, 0);
INSERT INTO gpkg_extensions VALUES (${name}, 'geom', 'gpkg_rtree_index', '${RTREE_SPEC}', 'write-only');
${table.properties.map((property) => columnTitle(table, property)).join('\n')}`;
}

export function dropLayer(table: LayerTable): string {
  const entries = ['gpkg_data_columns', 'gpkg_extensions', 'gpkg_geometry_columns', 'gpkg_contents'];
  return `
DROP TABLE IF EXISTS ${indexName(table)};
DROP TABLE IF EXISTS ${quoted(table.name)};
${entries.map((entry) => `DELETE FROM ${entry} WHERE table_name = ${literal(table.name)};`).join('\n')}`;
}
