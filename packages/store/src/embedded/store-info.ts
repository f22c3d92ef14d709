import type { LayerSummary, StoreInfo, StoreMeta } from '../feature-store.js';
import { LAYER_TABLES, type LayerTable, quoted } from '../layer-table.js';
import { dayOf } from '../stored-feature.js';
import type { SqliteConnection, SqlValue } from './sqlite.js';

function summary(connection: SqliteConnection, table: LayerTable): LayerSummary {
  const [row] = connection.rows(
    `SELECT count(*),
       CASE WHEN count(valid_from) = count(*) THEN min(valid_from) END,
       CASE WHEN count(valid_to) = count(*) THEN max(valid_to) END
     FROM ${quoted(table.name)}`,
  );
  const [box] = connection.rows('SELECT min_x, min_y, max_x, max_y FROM gpkg_contents WHERE table_name = ?', [
    table.name,
  ]);
  const [west, south, east, north] = box ?? [];
  const known = [west, south, east, north].every((value) => typeof value === 'number');
  const count = Number(row?.[0]);
  return {
    layer: table.layer.id,
    count,
    bbox: known && count > 0 ? [Number(west), Number(south), Number(east), Number(north)] : null,
    validity: { from: dayOf(row?.[1]), to: dayOf(row?.[2]) },
  };
}

/** The profile, known from the first opening, and what was loaded. */
export function readMeta(connection: SqliteConnection): { profile: string; meta: StoreMeta | null } {
  const rows = connection.rows('SELECT key, value FROM giapranh_meta');
  const profile = rows.find(([key]) => key === 'profile')?.[1];
  return { profile: String(profile), meta: metaOf(rows) };
}

function metaOf(rows: readonly (readonly SqlValue[])[]): StoreMeta | null {
  const values = new Map(rows.map(([key, value]) => [String(key), String(value)]));
  const [profile, contentHash, loadedAt] = ['profile', 'content_hash', 'loaded_at'].map((key) =>
    values.get(key),
  );
  return profile === undefined || contentHash === undefined || loadedAt === undefined
    ? null
    : { profile, contentHash, loadedAt };
}

export function readInfo(connection: SqliteConnection, path: string): StoreInfo {
  return {
    kind: 'geopackage',
    location: path,
    meta: metaOf(connection.rows('SELECT key, value FROM giapranh_meta')),
    layers: LAYER_TABLES.map((table) => summary(connection, table)),
  };
}
