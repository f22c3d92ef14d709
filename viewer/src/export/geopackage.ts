import { bboxOf, bboxUnion, EMPTY_BBOX, encodeWkb } from '@giapranh/core';
import type { Feature, Geometry } from 'geojson';
import initSqlite from 'sql.js';
import wasmUrl from 'sql.js/dist/sql-wasm-browser.wasm?url';
import type { FeatureTable } from '../compute/protocol.js';

/** `GPKG` in ASCII, and version 1.3: what makes QGIS and GDAL take the file for a GeoPackage. */
const HEAD = `
PRAGMA application_id = ${0x47504b47};
PRAGMA user_version = 10300;
CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY,
  organization TEXT NOT NULL, organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
INSERT INTO gpkg_spatial_ref_sys VALUES
  ('Undefined cartesian SRS', -1, 'NONE', -1, 'undefined', NULL),
  ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', NULL),
  ('WGS 84 geodetic', 4326, 'EPSG', 4326, 'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4326"]]', NULL);
CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,
  description TEXT DEFAULT '', last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL REFERENCES gpkg_contents(table_name),
  column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL, z TINYINT NOT NULL,
  m TINYINT NOT NULL, PRIMARY KEY (table_name, column_name));`;

/** GeoPackageBinary without an envelope, little-endian, EPSG:4326; then WKB. */
const BLOB_HEAD = 8;

function blob(geometry: Geometry): Uint8Array {
  const bytes = encodeWkb(geometry, BLOB_HEAD);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0x4750);
  view.setUint8(3, 1);
  view.setInt32(4, 4326, true);
  return bytes;
}

type Cell = string | number | null;

function cell(value: unknown): Cell {
  if (value === undefined || value === null) return null;
  if (typeof value === 'number' || typeof value === 'string') return value;
  return typeof value === 'boolean' ? Number(value) : JSON.stringify(value);
}

function columnsOf(features: readonly Feature[]): readonly (readonly [name: string, type: string])[] {
  const types = new Map<string, string>();
  for (const { properties } of features) {
    for (const [name, value] of Object.entries(properties ?? {})) {
      const kind = typeof value === 'number' ? 'DOUBLE' : typeof value === 'boolean' ? 'BOOLEAN' : 'TEXT';
      if (value !== null && value !== undefined && !TAKEN.includes(name.toLowerCase())) types.set(name, kind);
    }
  }
  return [...types];
}

const TAKEN: readonly string[] = ['fid', 'geom', 'id'];
const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A GeoPackage of plain feature tables, WGS 84 lon/lat: no index, no triggers, what fits into memory. */
export async function writeGeoPackage(tables: readonly FeatureTable[]): Promise<Uint8Array> {
  const { Database } = await initSqlite({ locateFile: () => wasmUrl });
  const file = new Database();
  file.exec(HEAD);
  for (const { name, title, geometryType, features } of tables) {
    const columns = columnsOf(features);
    const declared = columns.map(([column, type]) => `, ${quoted(column)} ${type}`).join('');
    file.exec(
      `CREATE TABLE ${quoted(name)} (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom ${geometryType}, id TEXT${declared})`,
    );
    const box = features.map(({ geometry }) => bboxOf(geometry)).reduce(bboxUnion, EMPTY_BBOX);
    file.run(
      "INSERT INTO gpkg_contents (table_name, data_type, identifier, min_x, min_y, max_x, max_y, srs_id) VALUES (?, 'features', ?, ?, ?, ?, ?, 4326)",
      [name, title, ...box],
    );
    file.run("INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, 4326, 0, 0)", [name, geometryType]);
    const places = columns.map(() => ', ?').join('');
    const names = columns.map(([column]) => `, ${quoted(column)}`).join('');
    const insert = file.prepare(`INSERT INTO ${quoted(name)} (geom, id${names}) VALUES (?, ?${places})`);
    for (const { id, geometry, properties } of features) {
      insert.run([
        blob(geometry),
        String(id ?? ''),
        ...columns.map(([column]) => cell(properties?.[column])),
      ]);
    }
    insert.free();
  }
  const bytes = file.export();
  file.close();
  return bytes;
}
