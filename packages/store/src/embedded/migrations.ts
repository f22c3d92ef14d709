import { err, type Issue, issue, ok, type PropertyDefinition, type Result } from '@giapranh/core';
import { LAYER_TABLES, type LayerTable } from '../layer-table.js';
import { newerStore } from '../newer-store.js';
import { changeTriggers, dropChangeTriggers } from './change-triggers.js';
import {
  addColumn,
  BASE_TABLES,
  columnIndexes,
  createIndexTriggers,
  createLayer,
} from './geopackage-tables.js';
import { makeLayersLive } from './live-layers.js';
import { patiently } from './patience.js';
import { recordTable } from './record-tables.js';
import type { SqliteConnection } from './sqlite.js';

interface Migration {
  readonly number: number;
  readonly name: string;
  apply(connection: SqliteConnection): void;
}

/** Forward only; a number that was released is never edited. Layer tables follow the catalogue, not a number. */
const MIGRATIONS: readonly Migration[] = [
  { number: 1, name: 'geopackage', apply: (connection) => connection.exec(BASE_TABLES) },
  { number: 2, name: 'edits, changes, records and audit', apply: makeLayersLive },
  { number: 3, name: 'indexes of what a filter may ask', apply: indexLayers },
  {
    number: 4,
    name: 'exchange packages',
    apply: (connection) => connection.exec(recordTable('exchange')),
  },
  {
    number: 5,
    name: 'keys of the server',
    apply: (connection) => connection.exec(recordTable('server_key')),
  },
];

const LATEST = Math.max(...MIGRATIONS.map((migration) => migration.number));

function names(connection: SqliteConnection, sql: string, ...values: string[]): Set<string> {
  return new Set(connection.rows(sql, values).map(([name]) => String(name)));
}

/** The tables as they are: what the catalogue got since is added after the migrations. */
function indexLayers(connection: SqliteConnection): void {
  const tables = names(connection, "SELECT name FROM sqlite_schema WHERE type = 'table'");
  for (const table of LAYER_TABLES.filter(({ name }) => tables.has(name))) {
    const columns = names(connection, 'SELECT name FROM pragma_table_info(?)', table.name);
    const properties = table.properties.filter(({ name }) => columns.has(name));
    connection.exec(columnIndexes({ ...table, properties }));
  }
}

interface Layout {
  /** The last migration applied; 0 in a new file. */
  readonly number: number;
  readonly foreign: boolean;
  readonly missingTables: readonly LayerTable[];
  readonly missingColumns: readonly { readonly table: LayerTable; readonly property: PropertyDefinition }[];
}

function layoutOf(connection: SqliteConnection): Layout {
  const tables = names(connection, "SELECT name FROM sqlite_schema WHERE type = 'table'");
  const ours = tables.has('giapranh_migration');
  const present = LAYER_TABLES.filter((table) => tables.has(table.name));
  const [last] = ours ? connection.rows('SELECT max(number) FROM giapranh_migration') : [];
  return {
    number: Number(last?.[0] ?? 0),
    foreign: !ours && tables.size > 0,
    missingTables: LAYER_TABLES.filter((table) => !tables.has(table.name)),
    missingColumns: present.flatMap((table) => {
      const columns = names(connection, 'SELECT name FROM pragma_table_info(?)', table.name);
      return table.properties
        .filter((property) => !columns.has(property.name))
        .map((property) => ({ table, property }));
    }),
  };
}

function migrate(connection: SqliteConnection, layout: Layout, profile: string): void {
  if (layout.number === 0) {
    connection.exec(
      'CREATE TABLE giapranh_migration (number INTEGER PRIMARY KEY, name TEXT NOT NULL, applied_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP)',
    );
  }
  for (const { number, name, apply } of MIGRATIONS.filter((entry) => entry.number > layout.number)) {
    apply(connection);
    connection.run('INSERT INTO giapranh_migration (number, name) VALUES (?, ?)', [number, name]);
  }
  connection.run("INSERT OR IGNORE INTO giapranh_meta (key, value) VALUES ('profile', ?)", [profile]);
  for (const table of layout.missingTables) {
    connection.exec(createLayer(table) + createIndexTriggers(table) + changeTriggers(table));
  }
  for (const { table, property } of layout.missingColumns) {
    connection.exec(addColumn(table, property));
    connection.exec(dropChangeTriggers(table) + changeTriggers(table));
  }
}

/**
 * Brings the file's layout up to date, in one transaction and only when there is something to do: a start beside a
 * running writer waits for nothing. Issues: `store-foreign-file`, `store-newer`.
 */
export async function bringUpToDate(
  connection: SqliteConnection,
  path: string,
  profile: string,
): Promise<Result<undefined>> {
  const check = (layout: Layout): Result<boolean> => {
    if (layout.foreign) return err(foreignFile(path));
    if (layout.number > LATEST) return err(newerStore(path, layout.number, LATEST));
    const whole = layout.missingTables.length === 0 && layout.missingColumns.length === 0;
    return ok(layout.number === LATEST && whole);
  };
  const seen = check(await patiently(() => layoutOf(connection)));
  if (!seen.ok) return seen;
  if (seen.value) return ok(undefined);
  await patiently(() => connection.exec('BEGIN IMMEDIATE'));
  try {
    // Another process may have been here since the first look.
    const layout = layoutOf(connection);
    const again = check(layout);
    if (again.ok) migrate(connection, layout, profile);
    connection.exec(again.ok ? 'COMMIT' : 'ROLLBACK');
    return again.ok ? ok(undefined) : again;
  } catch (error) {
    connection.exec('ROLLBACK');
    throw error;
  }
}

export function foreignFile(path: string): Issue {
  return issue(
    'store-foreign-file',
    [path],
    `Tệp ${path} không phải do Giáp Ranh tạo cho hồ sơ này; tệp được giữ nguyên.`,
    `${path} was not made by Giáp Ranh for this profile; it is left as it is.`,
    {
      vi: 'Chuyển tệp đi nơi khác, hoặc chọn thư mục khác bằng GIAPRANH_DATA.',
      en: 'Move the file away, or choose another directory by GIAPRANH_DATA.',
    },
  );
}
