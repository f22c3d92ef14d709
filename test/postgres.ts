import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, inject } from 'vitest';
import { databaseUrl, TEMPLATE } from './postgres-cluster.js';

/** Rows as arrays, over a connection of its own. */
export async function rowsOf(
  url: string,
  sql: string,
  values: readonly unknown[] = [],
): Promise<unknown[][]> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    const result = await client.query<unknown[]>({ text: sql, values: [...values], rowMode: 'array' });
    return result.rows;
  } finally {
    await client.end();
  }
}

export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** A new database of the run's cluster; with PostGIS, unless told otherwise. */
export async function createDatabase(
  options: { postgis: boolean } = { postgis: true },
): Promise<TestDatabase> {
  const name = `t_${randomBytes(6).toString('hex')}`;
  const cluster = inject('postgresUrl');
  await rowsOf(cluster, `CREATE DATABASE ${name} TEMPLATE ${options.postgis ? TEMPLATE : 'template0'}`);
  return {
    url: databaseUrl(cluster, name),
    async drop() {
      await rowsOf(cluster, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    },
  };
}

/** For a test file: makes databases and drops them all after its tests. */
export function withPostgres(): { readonly create: typeof createDatabase } {
  const made: TestDatabase[] = [];
  afterAll(async () => {
    for (const database of made) await database.drop();
  });
  return {
    async create(options) {
      const database = await createDatabase(options);
      made.push(database);
      return database;
    },
  };
}
