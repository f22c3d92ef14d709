import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import type { DatabaseUrl } from '../database-url.js';
import type { Change } from '../edit.js';
import { LAYER_TABLES, quoted } from '../layer-table.js';
import { makeClient, rowsOf } from './pool.js';

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 5_000;

function changeOf(payload: string | undefined): Change | undefined {
  const told = JSON.parse(payload ?? '{}') as { table?: unknown; ids?: unknown; revision?: unknown };
  const layer = LAYER_TABLES.find(({ name }) => name === told.table)?.layer.id;
  if (layer === undefined) return undefined;
  const ids = Array.isArray(told.ids) ? told.ids.map(String) : null;
  return { layer, ids, revision: Number(told.revision) };
}

/** Listens on a connection of its own, and takes a new one when it is lost. */
class Watch {
  readonly #url: DatabaseUrl;
  readonly #schema: string;
  readonly #onChange: (change: Change) => void;
  #client: pg.Client | undefined;
  #stopped = false;

  constructor(url: DatabaseUrl, schema: string, onChange: (change: Change) => void) {
    this.#url = url;
    this.#schema = schema;
    this.#onChange = onChange;
  }

  async listen(): Promise<void> {
    const client = makeClient(this.#url);
    let lost = false;
    const onLost = (): void => {
      if (lost) return;
      lost = true;
      void client.end().catch(() => undefined);
      if (this.#client === client && !this.#stopped) void this.#again();
    };
    client.on('error', onLost);
    client.on('end', onLost);
    client.on('notification', ({ payload }) => {
      const change = changeOf(payload);
      if (change !== undefined && !this.#stopped) this.#onChange(change);
    });
    try {
      await client.connect();
      await client.query(`LISTEN ${quoted(this.#schema)}`);
      this.#client = client;
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#client?.end().catch(() => undefined);
  }

  /** Nobody knows what changed meanwhile: every layer may have. */
  async #again(): Promise<void> {
    for (let pause = FIRST_PAUSE_MS; !this.#stopped; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
      await sleep(pause, undefined, { ref: false });
      try {
        await this.listen();
        if (this.#stopped) return await this.stop();
        const [row] =
          this.#client === undefined
            ? []
            : await rowsOf(this.#client, 'SELECT last_value FROM giapranh.revision');
        const revision = Number(row?.[0]);
        for (const { layer } of LAYER_TABLES) this.#onChange({ layer: layer.id, ids: null, revision });
        return;
      } catch {
        // Still away: a longer pause, then again.
      }
    }
  }
}

/** See `FeatureStore.watch`. Throws what the first connection throws. */
export async function watchPostgis(
  url: DatabaseUrl,
  schema: string,
  onChange: (change: Change) => void,
): Promise<() => Promise<void>> {
  const watch = new Watch(url, schema, onChange);
  await watch.listen();
  return () => watch.stop();
}
