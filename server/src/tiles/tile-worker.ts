import { createHash } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import { gzipSync } from 'node:zlib';
import { CATALOG, type IsoDate, type LayerFeature, type LayerId, ok, type Result } from '@giapranh/core';
import { openStore, parseDatabaseUrl } from '@giapranh/store';
import {
  joinTiles,
  layersBounds,
  type PreparedLayer,
  packLayers,
  prepareLayers,
  type TileSource,
  tileSource,
  unpackLayers,
  vectorLayers,
} from '@giapranh/tiles';
import { dayIn, periodOn, periodsOf } from './periods.js';
import { readPrepared, writePrepared } from './prepared-file.js';
import type { CutRequest, TileWorkerData, WorkerMessage } from './worker-messages.js';

/** The thread that cuts tiles: it keeps the prepared layers and never touches a request. */
async function prepareFromStore(data: TileWorkerData): Promise<Result<PreparedLayer[]>> {
  const url = data.databaseUrl === null ? undefined : parseDatabaseUrl(data.databaseUrl);
  if (url !== undefined && !url.ok) return url;
  const store = await openStore({
    ...(url === undefined ? {} : { databaseUrl: url.value }),
    dataDir: data.dataDir,
    profile: data.profile,
  });
  if (!store.ok) return store;
  try {
    const inputs = [];
    for (const definition of CATALOG) {
      const features: LayerFeature[] = [];
      for await (const feature of store.value.each(definition.id)) features.push(feature);
      inputs.push({ definition, features });
    }
    return ok(prepareLayers(inputs));
  } finally {
    await store.value.close();
  }
}

async function loadLayers(
  data: TileWorkerData,
): Promise<Result<{ layers: PreparedLayer[]; prepared: boolean }>> {
  const packed = await readPrepared(data.preparedPath);
  const unpacked = packed === undefined ? undefined : unpackLayers(packed);
  if (unpacked?.ok === true) return ok({ layers: unpacked.value, prepared: false });
  const made = await prepareFromStore(data);
  if (!made.ok) return made;
  await writePrepared(data.preparedPath, packLayers(made.value));
  return ok({ layers: made.value, prepared: true });
}

/** The sources of all layers as they are in one period, made when first asked for. */
function sourcesByPeriod(layers: readonly PreparedLayer[]): (asOf: IsoDate) => Map<LayerId, TileSource> {
  const periods = periodsOf(layers.flatMap(({ features }) => features.map(({ validity }) => validity)));
  const made = new Map<number, Map<LayerId, TileSource>>();
  return (asOf) => {
    const period = periodOn(periods, asOf);
    const sources =
      made.get(period) ??
      new Map(layers.map((layer) => [layer.definition.id, tileSource(layer, dayIn(periods, period))]));
    made.set(period, sources);
    return sources;
  };
}

function cut(request: CutRequest, sources: Map<LayerId, TileSource>): WorkerMessage {
  const start = performance.now();
  const tiles = request.layers.flatMap(
    (layer) => sources.get(layer)?.cut(request.z, request.x, request.y) ?? [],
  );
  const bytes = joinTiles(tiles.map(({ data }) => data));
  const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 22);
  return {
    kind: 'tile',
    id: request.id,
    gzip: bytes.length === 0 ? null : gzipSync(bytes, { level: 6 }),
    etag: `W/"${hash}"`,
    features: tiles.reduce((sum, { features }) => sum + features, 0),
    collapsed: tiles.reduce((sum, { collapsed }) => sum + collapsed, 0),
    took_ms: performance.now() - start,
  };
}

async function main(port: NonNullable<typeof parentPort>): Promise<void> {
  const start = performance.now();
  const post = (message: WorkerMessage): void => port.postMessage(message);
  const loaded = await loadLayers(workerData as TileWorkerData);
  if (!loaded.ok) return post({ kind: 'failed', issues: loaded.issues });
  const { layers, prepared } = loaded.value;
  const sourcesOn = sourcesByPeriod(layers);
  port.on('message', (request: CutRequest) => {
    try {
      post(cut(request, sourcesOn(request.asOf)));
    } catch (error) {
      post({
        kind: 'broken',
        id: request.id,
        message: error instanceof Error ? (error.stack ?? error.message) : String(error),
      });
    }
  });
  post({
    kind: 'ready',
    changes: periodsOf(layers.flatMap(({ features }) => features.map(({ validity }) => validity))).changes,
    sheets: layers.map((layer) => ({
      layer: layer.definition.id,
      sources: layer.sources,
      bounds: layersBounds([layer]) ?? null,
      vectorLayers: { vi: vectorLayers(layer.definition, 'vi'), en: vectorLayers(layer.definition, 'en') },
    })),
    prepared,
    took_ms: performance.now() - start,
  });
}

if (parentPort !== null) await main(parentPort);
