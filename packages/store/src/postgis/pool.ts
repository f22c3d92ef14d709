import pg from 'pg';
import type { DatabaseUrl } from '../database-url.js';
import { quoted } from '../layer-table.js';

const CONNECT_TIMEOUT_MS = 5_000;
const LOCK_TIMEOUT_MS = 5_000;
const POOL_SIZE = 10;

/** Days and JSON stay text, counts become numbers: both stores read their columns by the same function. */
function columnTypes(): pg.TypeOverrides {
  const types = new pg.TypeOverrides();
  types.setTypeParser(pg.types.builtins.INT8, Number);
  types.setTypeParser(pg.types.builtins.DATE, String);
  types.setTypeParser(pg.types.builtins.JSON, String);
  return types;
}

function settings(url: DatabaseUrl): pg.ClientConfig {
  return {
    connectionString: url.reveal(),
    application_name: 'giapranh',
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    types: columnTypes(),
  };
}

/** A connection of its own, not yet open, for what lives as long as the store. */
export function makeClient(url: DatabaseUrl): pg.Client {
  return new pg.Client({ ...settings(url), keepAlive: true });
}

/** One connection for the work, with the settings that the account has. */
export async function withClient<T>(url: DatabaseUrl, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(settings(url));
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The server stops a question by itself; one whose server is gone is given up this much later. */
const LOST_MS = 5_000;

/** `query_ms`: how long a question may take; absent: as long as it takes. `postgisSchema`: where the names of PostGIS are found; tables are always named with their schema. */
export function makePool(url: DatabaseUrl, postgisSchema: string, query_ms?: number): pg.Pool {
  const pool = new pg.Pool({
    ...settings(url),
    ...(query_ms === undefined ? {} : { statement_timeout: query_ms, query_timeout: query_ms + LOST_MS }),
    keepAlive: true,
    max: POOL_SIZE,
    // What was acknowledged is on disk, whatever the server's default is; days and numbers are written in one way, in full.
    // PostGIS prices its functions so high that every box would be compiled (JIT) for longer than it takes to answer.
    onConnect: (client) =>
      client.query(`SET search_path TO ${quoted(postgisSchema)};
        SET jit = off;
        SET lock_timeout = ${LOCK_TIMEOUT_MS};
        SET client_min_messages = warning;
        SET datestyle = ISO;
        SET extra_float_digits = 1;
        SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'`),
  });
  // An idle connection that breaks is replaced by the next query, which reports what is wrong if it still is.
  pool.on('error', () => undefined);
  return pool;
}

/** What a transaction sees and whether it may write. */
export type TransactionMode = 'READ WRITE' | 'ISOLATION LEVEL REPEATABLE READ READ ONLY';

/** One connection of the pool, for its caller alone. */
export interface Borrowed {
  readonly client: pg.PoolClient;
  /** Undoes what is open; a connection that is gone has nothing open. */
  rollBack(): Promise<void>;
  /** A connection that was lost is not kept. */
  giveBack(): void;
}

/** A connection lost between two queries is told by event, which must be heard; the next query fails as well. */
export async function borrow(pool: pg.Pool): Promise<Borrowed> {
  const client = await pool.connect();
  let lost: Error | undefined;
  const onLost = (error: Error): void => {
    lost = error;
  };
  client.on('error', onLost);
  return {
    client,
    rollBack: async () => {
      await client.query('ROLLBACK').catch(onLost);
    },
    giveBack: () => {
      client.off('error', onLost);
      client.release(lost);
    },
  };
}

/** Runs the work in one transaction: committed when it returns, rolled back when it throws. */
export async function inTransaction<T>(
  pool: pg.Pool,
  mode: TransactionMode,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const { client, rollBack, giveBack } = await borrow(pool);
  try {
    await client.query(`BEGIN ${mode}`);
    const value = await work(client);
    await client.query('COMMIT');
    return value;
  } catch (error) {
    await rollBack();
    throw error;
  } finally {
    giveBack();
  }
}

/** Rows as arrays, columns in the order selected. */
export async function rowsOf(
  client: pg.Pool | pg.ClientBase,
  text: string,
  values: readonly unknown[] = [],
): Promise<readonly (readonly unknown[])[]> {
  const result = await client.query<unknown[]>({ text, values: [...values], rowMode: 'array' });
  return result.rows;
}
