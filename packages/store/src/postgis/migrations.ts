import { err, ok, type PropertyDefinition, type Result } from '@giapranh/core';
import type pg from 'pg';
import { LAYER_TABLES, type LayerTable, quoted } from '../layer-table.js';
import { newerStore } from '../newer-store.js';
import { changeTriggers, createRecords, LIVE_FUNCTIONS, ownColumnComments } from './live-objects.js';
import { inTransaction, rowsOf } from './pool.js';
import {
  addColumn,
  addOwnColumns,
  columnIndexes,
  createLayer,
  dropColumnIndexes,
  profileSchema,
} from './postgis-tables.js';
import { VN2000_REFERENCES } from './spatial-reference.js';

interface Migration {
  readonly number: number;
  readonly name: string;
  apply(client: pg.PoolClient): Promise<void>;
}

/** Forward only; a number that was released is never edited. Layer tables follow the catalogue, not a number. */
const MIGRATIONS: readonly Migration[] = [
  {
    number: 1,
    name: 'register of profiles',
    async apply(client) {
      await client.query(`
CREATE TABLE giapranh.profile (
  profile text PRIMARY KEY,
  schema_name text NOT NULL UNIQUE,
  content_hash text,
  loaded_at text
);
COMMENT ON TABLE giapranh.profile IS 'Hồ sơ, lược đồ, thời điểm nạp và mã băm của dữ liệu / Profiles, their schemas and what they were loaded from';`);
    },
  },
  {
    number: 2,
    name: 'VN-2000 systems that spatial_ref_sys lacks',
    async apply(client) {
      for (const { srid, srtext, proj4text } of VN2000_REFERENCES) {
        await client.query(
          `INSERT INTO spatial_ref_sys (srid, auth_name, auth_srid, srtext, proj4text)
           SELECT $1::integer, 'EPSG', $1::integer, $2, $3
           WHERE NOT EXISTS (SELECT FROM spatial_ref_sys WHERE srid = $1::integer)`,
          [srid, srtext, proj4text],
        );
      }
    },
  },
  {
    number: 3,
    name: 'edits, changes, records and audit',
    async apply(client) {
      await client.query(LIVE_FUNCTIONS);
      const profiles = await rowsOf(client, 'SELECT schema_name FROM giapranh.profile');
      for (const [name] of profiles) await makeLayersLive(client, String(name));
    },
  },
  {
    number: 4,
    name: 'indexes of what a filter may ask',
    async apply(client) {
      const profiles = await rowsOf(client, 'SELECT schema_name FROM giapranh.profile');
      for (const [name] of profiles) {
        const schema = String(name);
        for (const table of await presentTables(client, schema)) {
          await client.query(dropColumnIndexes(schema, table) + columnIndexes(schema, table));
        }
      }
    },
  },
  {
    number: 5,
    name: 'exchange packages',
    apply: createMissingRecords,
  },
  { number: 6, name: 'keys of the server', apply: createMissingRecords },
];

async function createMissingRecords(client: pg.PoolClient): Promise<void> {
  const profiles = await rowsOf(client, 'SELECT schema_name FROM giapranh.profile');
  for (const [name] of profiles) await client.query(createRecords(String(name)));
}

/** The schema's tables as they are: what the catalogue got since is added after the migrations. */
async function presentTables(client: pg.PoolClient, schema: string): Promise<readonly LayerTable[]> {
  const sql =
    'SELECT table_name::text, column_name::text FROM information_schema.columns WHERE table_schema = $1';
  const rows = await rowsOf(client, sql, [schema]);
  const columns = new Set(rows.map(([name, column]) => `${name}.${column}`));
  return LAYER_TABLES.filter(({ name }) => columns.has(`${name}.fid`)).map((table) => ({
    ...table,
    properties: table.properties.filter(({ name }) => columns.has(`${table.name}.${name}`)),
  }));
}

async function makeLayersLive(client: pg.PoolClient, schema: string): Promise<void> {
  for (const table of await presentTables(client, schema)) {
    await client.query(addOwnColumns(schema, table));
    await client.query(ownColumnComments(schema, table) + changeTriggers(schema, table));
  }
}

const LATEST = Math.max(...MIGRATIONS.map((migration) => migration.number));

/** Taken for the transaction: two processes that start at once do not migrate at once. */
const LOCK = "SELECT pg_advisory_xact_lock(hashtext('giapranh migrations'))";

interface Layout {
  /** The last migration applied; 0 in a database without our schema. */
  readonly number: number;
  readonly registered: boolean;
  readonly missingTables: readonly LayerTable[];
  readonly missingColumns: readonly { readonly table: LayerTable; readonly property: PropertyDefinition }[];
}

async function layoutOf(client: pg.Pool | pg.PoolClient, profile: string): Promise<Layout> {
  // The tables themselves, not to_regclass: that answers from the session's cache of names, in which what another
  // process has just made may still be missing.
  const [found] = await rowsOf(
    client,
    `SELECT coalesce(bool_or(table_name = 'migration'), false), coalesce(bool_or(table_name = 'profile'), false)
     FROM (SELECT relname::text AS table_name FROM pg_catalog.pg_class
           JOIN pg_catalog.pg_namespace AS schema ON schema.oid = relnamespace
           WHERE schema.nspname = 'giapranh' AND relkind = 'r') AS present`,
  );
  const [last] =
    found?.[0] === true ? await rowsOf(client, 'SELECT max(number) FROM giapranh.migration') : [];
  const rows = await rowsOf(
    client,
    'SELECT table_name::text, column_name::text FROM information_schema.columns WHERE table_schema = $1',
    [profileSchema(profile)],
  );
  const registered =
    found?.[1] === true
      ? await rowsOf(client, 'SELECT FROM giapranh.profile WHERE profile = $1', [profile])
      : [];
  const columns = new Set(rows.map(([table, column]) => `${table}.${column}`));
  const has = (table: LayerTable, column: string) => columns.has(`${table.name}.${column}`);
  const present = LAYER_TABLES.filter((table) => has(table, 'fid'));
  return {
    number: Number(last?.[0] ?? 0),
    registered: registered.length > 0,
    missingTables: LAYER_TABLES.filter((table) => !has(table, 'fid')),
    missingColumns: present.flatMap((table) =>
      table.properties
        .filter((property) => !has(table, property.name))
        .map((property) => ({ table, property })),
    ),
  };
}

function isWhole(layout: Layout): boolean {
  const complete = layout.missingTables.length === 0 && layout.missingColumns.length === 0;
  return layout.number === LATEST && layout.registered && complete;
}

async function migrate(client: pg.PoolClient, layout: Layout, profile: string): Promise<void> {
  const schema = profileSchema(profile);
  if (layout.number === 0) {
    await client.query(`
CREATE SCHEMA IF NOT EXISTS giapranh;
CREATE TABLE giapranh.migration (
  number integer PRIMARY KEY,
  name text NOT NULL,
  applied_at timestamptz NOT NULL DEFAULT now()
);`);
  }
  for (const migration of MIGRATIONS.filter((entry) => entry.number > layout.number)) {
    await migration.apply(client);
    await client.query('INSERT INTO giapranh.migration (number, name) VALUES ($1, $2)', [
      migration.number,
      migration.name,
    ]);
  }
  await client.query(`CREATE SCHEMA IF NOT EXISTS ${quoted(schema)}`);
  await client.query(
    'INSERT INTO giapranh.profile (profile, schema_name) VALUES ($1, $2) ON CONFLICT DO NOTHING',
    [profile, schema],
  );
  await client.query(createRecords(schema));
  for (const table of layout.missingTables) {
    await client.query(createLayer(schema, table));
    await client.query(ownColumnComments(schema, table) + changeTriggers(schema, table));
  }
  for (const { table, property } of layout.missingColumns) {
    await client.query(addColumn(schema, table, property));
  }
}

/** Brings the database's layout up to date, only when there is something to do. Issue: `store-newer`. */
export async function bringUpToDate(
  pool: pg.Pool,
  location: string,
  profile: string,
): Promise<Result<undefined>> {
  const seen = await layoutOf(pool, profile);
  if (seen.number > LATEST) return err(newerStore(location, seen.number, LATEST));
  if (isWhole(seen)) return ok(undefined);
  return inTransaction(pool, 'READ WRITE', async (client) => {
    await client.query(LOCK);
    // Another process may have been here since the first look.
    const layout = await layoutOf(client, profile);
    if (layout.number > LATEST) return err(newerStore(location, layout.number, LATEST));
    if (!isWhole(layout)) await migrate(client, layout, profile);
    return ok(undefined);
  });
}
