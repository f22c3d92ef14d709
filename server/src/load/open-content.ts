import { join } from 'node:path';
import { type Issue, ok, type Profile, type Result } from '@giapranh/core';
import { type Manifest, readManifest } from '@giapranh/formats';
import { type FeatureStore, openStore } from '@giapranh/store';
import type { Logger } from 'pino';
import { openRevisionSeal, type RevisionSeal } from '../access/revision-seal.js';
import { layerAttributions } from '../attribution.js';
import type { ServerConfig } from '../config.js';
import type { Metrics } from '../metrics.js';
import type { Services } from '../services.js';
import { startTileLibrary, type TileLibrary } from '../tiles/tile-library.js';
import type { Announce } from './announce.js';
import { contentHashes } from './content-hash.js';
import { keepGround } from './ground-file.js';
import { isLoaded, loadProfile } from './load-profile.js';

/** Whom it tells how far it is. */
interface Told {
  readonly announce: Announce;
  readonly log: Logger;
}

type Content = Pick<Services, 'store' | 'seal' | 'tiles' | 'attributions' | 'ground'>;

/**
 * Store and tiles of one profile, loaded when their content is not what it would be now. Issues: those of the data, the
 * store, the seal and the tiles.
 */
export async function openContent(
  config: ServerConfig,
  profile: Profile,
  options: Told,
  metrics: Metrics,
): Promise<Result<Content>> {
  const manifest = await readManifest(config.dataRoot);
  if (!manifest.ok) return manifest;
  const store = await openStore({
    ...(config.databaseUrl === undefined ? {} : { databaseUrl: config.databaseUrl }),
    dataDir: config.dataDir,
    profile: profile.id,
    query_ms: config.limits.query_s * 1000,
  });
  if (!store.ok) return store;
  for (const { code, message } of store.notes) {
    options.announce(message);
    options.log.warn({ code, vi: message.vi }, message.en);
  }
  const content = await fillStore(store.value, {
    config,
    profile,
    manifest: manifest.value,
    options,
    metrics,
  });
  if (!content.ok) await store.value.close();
  return content;
}

async function fillStore(
  store: FeatureStore,
  {
    config,
    profile,
    manifest,
    options: { announce, log },
    metrics,
  }: {
    readonly config: ServerConfig;
    readonly profile: Profile;
    readonly manifest: Manifest;
    readonly options: Told;
    readonly metrics: Metrics;
  },
): Promise<Result<Content>> {
  const hashes = await contentHashes(profile, manifest);
  const load = { ...config, profile, contentHash: hashes.content, store, announce };
  const loaded = (await isLoaded(load)) ? ok(0) : await loadProfile(load);
  if (!loaded.ok) return loaded;
  tellNotes(loaded.notes, announce, log);
  const ground = await keepGround(load);
  if (!ground.ok) return ground;
  const seal = await openRevisionSeal(store);
  if (!seal.ok) return seal;
  const tiles = await openTiles(config, profile, hashes.tiles, seal.value, { announce, metrics });
  if (!tiles.ok) return tiles;
  const attributions = layerAttributions(tiles.value, manifest);
  return ok({ store, seal: seal.value, tiles: tiles.value, attributions, ground: ground.value });
}

/** What was repaired, assumed or left out while loading: counted for the terminal, each in the log. */
function tellNotes(notes: readonly Issue[], announce: Announce, log: Logger): void {
  if (notes.length === 0) return;
  const counts = new Map<string, number>();
  for (const { code, path, message } of notes) {
    counts.set(code, (counts.get(code) ?? 0) + 1);
    log.debug({ code, path, vi: message.vi }, message.en);
  }
  const list = [...counts].map(([code, count]) => `${code} ×${count}`).join(', ');
  announce({
    vi: `${notes.length} ghi chú khi nạp (GIAPRANH_LOG=debug để đọc): ${list}`,
    en: `${notes.length} notes from loading (GIAPRANH_LOG=debug tells them)`,
  });
}

async function openTiles(
  { dataDir, databaseUrl, featuresInMemory, limits }: ServerConfig,
  profile: Profile,
  hash: string,
  seal: RevisionSeal,
  { announce, metrics }: { readonly announce: Announce; readonly metrics: Metrics },
): Promise<Result<TileLibrary>> {
  const library = await startTileLibrary({
    databaseUrl: databaseUrl?.reveal() ?? null,
    dataDir,
    profile: profile.id,
    preparedPath: join(dataDir, 'tiles', `${profile.id}-${hash}`),
    featuresInMemory,
    query_ms: limits.query_s * 1000,
    content: hash.slice(0, 12),
    seal,
    onCut: (cut) => metrics.countCut(cut),
  });
  if (library.ok && library.value.preparation.prepared) {
    const seconds = (library.value.preparation.took_ms / 1000).toFixed(1);
    announce({ vi: `Đã chuẩn bị ô bản đồ (${seconds} s)`, en: `Tiles prepared (${seconds} s)` });
  }
  const notKept = library.ok ? library.value.preparation.notKept : undefined;
  if (notKept !== undefined) {
    announce({
      vi: `Không giữ được ô bản đồ đã chuẩn bị; lần khởi động sau sẽ lâu hơn: ${notKept}`,
      en: `The prepared tiles could not be kept; the next start takes longer: ${notKept}`,
    });
  }
  return library;
}
