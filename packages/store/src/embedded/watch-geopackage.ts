import type { LayerId } from '@giapranh/core';
import type { Change } from '../edit.js';
import { LAYER_TABLES } from '../layer-table.js';
import type { SqliteConnection } from './sqlite.js';
import { SqliteError } from './sqlite-error.js';

/** An edit of another process is seen this much later at most. */
const POLL_MS = 40;
/** More ids than these are told as a change of the whole layer. */
const MOST_IDS = 1_000;

interface Newest {
  readonly ids: Set<string>;
  whole: boolean;
  revision: number;
}

/** What was committed after `seen`, one change a layer. */
function changesAfter(connection: SqliteConnection, seen: number): Change[] {
  const rows = connection.rows('SELECT seq, layer, id FROM giapranh_change WHERE seq > ? ORDER BY seq', [
    seen,
  ]);
  const layers = new Map<LayerId, Newest>();
  for (const [seq, name, id] of rows) {
    const layer = LAYER_TABLES.find((table) => table.layer.id === name)?.layer.id;
    if (layer === undefined) continue;
    const known = layers.get(layer) ?? { ids: new Set<string>(), whole: false, revision: 0 };
    layers.set(layer, known);
    known.revision = Number(seq);
    if (id === null || known.ids.size >= MOST_IDS) known.whole = true;
    else known.ids.add(String(id));
  }
  return [...layers].map(([layer, { ids, whole, revision }]) => ({
    layer,
    ids: whole ? null : [...ids],
    revision,
  }));
}

function newest(connection: SqliteConnection): number {
  const [row] = connection.rows('SELECT max(seq) FROM giapranh_change');
  return Number(row?.[0] ?? 0);
}

/** `connection` is the watcher's own: `data_version` tells the commits of all others. */
export function watchGeoPackage(
  connection: SqliteConnection,
  onChange: (change: Change) => void,
): () => void {
  let seen = newest(connection);
  let version: unknown = connection.rows('PRAGMA data_version')[0]?.[0];
  const look = (): void => {
    try {
      const now = connection.rows('PRAGMA data_version')[0]?.[0];
      if (now === version) return;
      const changes = changesAfter(connection, seen);
      version = now;
      seen = Math.max(seen, ...changes.map(({ revision }) => revision));
      for (const change of changes) onChange(change);
    } catch (error) {
      // Busy for a moment, or moved away: the next look tells.
      if (!(error instanceof SqliteError)) throw error;
    }
  };
  const timer = setInterval(look, POLL_MS);
  timer.unref();
  return () => {
    clearInterval(timer);
    connection.close();
  };
}
