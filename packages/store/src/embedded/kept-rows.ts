import { type LayerTable, LOADED_TABLES, quoted } from '../layer-table.js';
import { dropChangeTriggers } from './change-triggers.js';
import { createLayer, dropIndexTriggers, dropLayer, indexName } from './geopackage-tables.js';
import type { SqliteConnection } from './sqlite.js';

/** What people wrote or removed in layers that are loaded: it stands, whatever the load brings. */
export class KeptRows {
  readonly #ids = new Map<LayerTable, ReadonlySet<string>>();
  readonly #fids = new Map<LayerTable, number>();

  constructor(connection: SqliteConnection) {
    for (const table of LOADED_TABLES) {
      const rows = connection.rows(
        `SELECT id, fid FROM ${quoted(table.name)} WHERE provenance = 'edited'
         UNION ALL SELECT id, 0 FROM giapranh_removed WHERE layer = ?`,
        [table.layer.id],
      );
      this.#ids.set(table, new Set(rows.map(([id]) => String(id))));
      this.#fids.set(table, Math.max(0, ...rows.map(([, fid]) => Number(fid))));
    }
  }

  has(table: LayerTable, id: string): boolean {
    return this.#ids.get(table)?.has(id) === true;
  }

  /** The highest key among them; 0 when the table has none. */
  lastFid(table: LayerTable): number {
    return this.#fids.get(table) ?? 0;
  }
}

/** Takes out what was loaded, and the triggers: tables that nobody edited are made anew. */
export function clearLoaded(connection: SqliteConnection): KeptRows {
  const kept = new KeptRows(connection);
  for (const table of LOADED_TABLES) {
    if (kept.lastFid(table) === 0) {
      connection.exec(dropLayer(table) + createLayer(table));
      continue;
    }
    connection.exec(dropIndexTriggers(table) + dropChangeTriggers(table));
    connection.exec(`DELETE FROM ${quoted(table.name)} WHERE provenance = 'loaded'`);
    connection.exec(
      `DELETE FROM ${indexName(table)} WHERE id NOT IN (SELECT fid FROM ${quoted(table.name)})`,
    );
  }
  return kept;
}

/** One revision for all that a load writes, with an entry for each layer it replaces. */
export function nextLoadRevision(connection: SqliteConnection): number {
  for (const table of LOADED_TABLES) {
    connection.run('INSERT INTO giapranh_change (layer, id) VALUES (?, NULL)', [table.layer.id]);
  }
  return Number(connection.rows('SELECT max(seq) FROM giapranh_change')[0]?.[0]);
}
