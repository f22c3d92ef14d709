import { cp, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openStore } from '@giapranh/store';
import { must } from './must.js';

/**
 * A new embedded store with what the run's server loaded, and no users; and what it prepared beside it, so that a
 * server on it starts warm.
 */
export async function loadedCopy(from: string, dataDir: string): Promise<void> {
  const loaded = must(await openStore({ dataDir: from, profile: 'bac-kan' }));
  const store = must(await openStore({ dataDir, profile: 'bac-kan' }));
  must(await store.restore(loaded.dump()));
  for (const kind of ['account', 'token'] as const) {
    for (const { key } of await store.records.list(kind, { limit: 100 }))
      await store.records.remove(kind, key);
  }
  await Promise.all([loaded.close(), store.close()]);
  const folders = (await readdir(from, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  for (const { name } of folders) await cp(join(from, name), join(dataDir, name), { recursive: true });
}
