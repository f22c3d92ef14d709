import { ok, type Result } from '@giapranh/core';
import { readManifest, readProfile } from '@giapranh/formats';
import { openStore } from '@giapranh/store';
import { readConfig, type ServerConfig } from './config.js';
import { bilingual } from './load/announce.js';
import { contentHashes } from './load/content-hash.js';
import { isLoaded, loadProfile } from './load/load-profile.js';
import { say, tell, tellIssues } from './tell.js';

const BAD_INPUT = 2;
const OUR_BUG = 3;

/** Loads the profile into the store as a start of the server would, and serves nothing. */
async function load(config: ServerConfig): Promise<Result<undefined>> {
  const [profile, manifest] = [
    await readProfile(config.dataRoot, config.profile),
    await readManifest(config.dataRoot),
  ];
  if (!profile.ok) return profile;
  if (!manifest.ok) return manifest;
  const { databaseUrl, dataDir } = config;
  const url = databaseUrl === undefined ? {} : { databaseUrl };
  const store = await openStore({ dataDir, profile: profile.value.id, ...url });
  if (!store.ok) return store;
  tellIssues(store.notes);
  try {
    const { content } = await contentHashes(profile.value, manifest.value);
    const announce = (text: { vi: string; en: string }): void => void tell(bilingual(text));
    const options = { ...config, profile: profile.value, contentHash: content, store: store.value, announce };
    const loaded = (await isLoaded(options)) ? ok(0) : await loadProfile(options);
    if (!loaded.ok) return loaded;
    for (const { layer, count } of (await store.value.info()).layers) say(`${layer} ${count}`);
    return ok(undefined);
  } finally {
    await store.value.close();
  }
}

async function main(): Promise<void> {
  const config = readConfig();
  const done = config.ok ? await load(config.value) : config;
  if (done.ok) return;
  tellIssues(done.issues);
  process.exitCode = BAD_INPUT;
}

main().catch((error: unknown) => {
  tell(
    `Lỗi nội bộ / internal error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
  );
  process.exit(OUR_BUG);
});
