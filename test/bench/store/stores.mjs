import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore, parseDatabaseUrl } from '@giapranh/store';
import { startCluster } from '../peers/cluster.mjs';

const META = { profile: 'bac-kan', contentHash: 'bench', loadedAt: '2026-01-01T00:00:00Z' };

function value(result) {
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value;
}

/** So many points on a grid of some 100 m around 22° N; made one by one, never all at once. */
export function* points(count) {
  const side = Math.ceil(Math.sqrt(count));
  for (let at = 0; at < count; at += 1) {
    yield {
      layer: 'places',
      id: `p${at}`,
      geometry: {
        type: 'Point',
        coordinates: [105 + (at % side) / 1_000, 21 + Math.floor(at / side) / 1_000],
      },
      properties: { name: `Bản ${at}`, kind: at % 7 === 0 ? 'village' : 'hamlet', rank: at % 5 },
      validity: { from: null, to: null },
    };
  }
}

export async function load(store, count) {
  return value(await store.replaceAll(META, points(count)));
}

/** In one transaction, each with its entry in the audit. */
export async function insertIncidents(store, ids) {
  const edits = ids.map((id) => ({
    op: 'insert',
    feature: {
      layer: 'incidents',
      id,
      geometry: { type: 'Point', coordinates: [105.8, 22.2] },
      properties: { kind: 'thử', people: 3 },
      validity: { from: null, to: null },
    },
  }));
  const author = { who: 'bench', authority: null, at: '2026-01-01T00:00:00Z' };
  return value(await store.applyEdits('incidents', edits, { author }));
}

/** Both stores, empty; `postgis` is absent where PostgreSQL is not installed. */
export async function openStores() {
  const folder = await mkdtemp(join(tmpdir(), 'giapranh-bench-'));
  const cluster = await startCluster({ durable: true });
  const embedded = value(await openStore({ dataDir: folder, profile: 'bac-kan' }));
  const url = cluster === undefined ? undefined : value(parseDatabaseUrl(cluster.url));
  const postgis =
    url === undefined
      ? undefined
      : value(await openStore({ dataDir: '', profile: 'bac-kan', databaseUrl: url }));
  return {
    embedded,
    postgis,
    url: cluster?.url,
    close: async () => {
      await embedded.close();
      await postgis?.close();
      await cluster?.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
