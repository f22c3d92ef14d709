import { cp, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type FeatureStore, openStore } from '@giapranh/store';
import { must } from './must.js';

/**
 * Fills a store with what the run's server loaded, and no users; and a folder with what it prepared beside it, so that
 * a server on both starts warm.
 */
export async function restoreLoaded(from: string, store: FeatureStore, dataDir: string): Promise<void> {
  const loaded = must(await openStore({ dataDir: from, profile: 'bac-kan' }));
  must(await store.restore(loaded.dump()));
  for (const kind of ['account', 'token'] as const) {
    for (const { key } of await store.records.list(kind, { limit: 100 }))
      await store.records.remove(kind, key);
  }
  await loaded.close();
  const folders = (await readdir(from, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  for (const { name } of folders) await cp(join(from, name), join(dataDir, name), { recursive: true });
}

/** The same in a new embedded store. */
export async function loadedCopy(from: string, dataDir: string): Promise<void> {
  const store = must(await openStore({ dataDir, profile: 'bac-kan' }));
  await restoreLoaded(from, store, dataDir);
  await store.close();
}
