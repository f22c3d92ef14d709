import { LAYER_TABLES, quoted } from '../layer-table.js';
import { changeTriggers } from './change-triggers.js';
import {
  columnIndexes,
  createIndexTriggers,
  createTable,
  dropIndexTriggers,
  LIVE_TABLES,
} from './geopackage-tables.js';
import { RECORD_TABLES } from './record-tables.js';
import type { SqliteConnection } from './sqlite.js';

function columnsOf(connection: SqliteConnection, table: string): string[] {
  return connection.rows('SELECT name FROM pragma_table_info(?)', [table]).map(([name]) => String(name));
}

/**
 * From layout 1, whose rows were only loaded: each layer table is made again with the columns of a live store and
 * its rows copied, keys and index as they are.
 */
export function makeLayersLive(connection: SqliteConnection): void {
  connection.exec(LIVE_TABLES + RECORD_TABLES);
  // As they are: what the catalogue got since is added after the migrations.
  const present = LAYER_TABLES.flatMap((table) => {
    const columns = new Set(columnsOf(connection, table.name));
    return columns.size === 0
      ? []
      : [{ ...table, properties: table.properties.filter(({ name }) => columns.has(name)) }];
  });
  // Before the first rename: it reads every trigger there is, and those of the index call functions we lack.
  for (const table of present) connection.exec(dropIndexTriggers(table));
  for (const table of present) {
    const fresh = `giapranh_new_${table.name}`;
    connection.exec(createTable(table, fresh));
    const names = new Set(columnsOf(connection, fresh));
    const shared = columnsOf(connection, table.name).filter((name) => names.has(name));
    const list = shared.map(quoted).join(', ');
    connection.exec(`
INSERT INTO ${quoted(fresh)} (${list}, "provenance", "revision")
  SELECT ${list}, 'loaded', 1 FROM ${quoted(table.name)} ORDER BY fid;
DROP TABLE ${quoted(table.name)};
ALTER TABLE ${quoted(fresh)} RENAME TO ${quoted(table.name)};`);
  }
  for (const table of present) {
    connection.exec(columnIndexes(table) + createIndexTriggers(table) + changeTriggers(table));
  }
}
