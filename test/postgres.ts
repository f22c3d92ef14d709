import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, inject } from 'vitest';
import { databaseUrl, TEMPLATE } from './postgres-cluster.js';

async function inCluster(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('postgresUrl') });
  try {
    await client.connect();
    await client.query(sql);
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
  await inCluster(`CREATE DATABASE ${name} TEMPLATE ${options.postgis ? TEMPLATE : 'template0'}`);
  return {
    url: databaseUrl(inject('postgresUrl'), name),
    drop: () => inCluster(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
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
