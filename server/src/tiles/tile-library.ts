import { Worker } from 'node:worker_threads';
import { type IsoDate, issue, type LayerId, ok, type Result } from '@giapranh/core';
import { dayIn, type Periods, periodOn } from './periods.js';
import { type TileAddress, tileKey } from './tile-address.js';
import { type CachedTile, TileCache } from './tile-cache.js';
import type { CutRequest, LayerSheet, TileWorkerData, WorkerMessage } from './worker-messages.js';

const CACHE_bytes = 128 * 1024 * 1024;

export interface TileLibraryOptions extends TileWorkerData {
  /** Changes with the content: part of versioned addresses. */
  readonly version: string;
  readonly onCut?: (cut: { took_ms: number; features: number; collapsed: number }) => void;
}

export interface TileLibrary {
  readonly version: string;
  /** Whether the layers had to be prepared for this start, and how long that or reading them took. */
  readonly preparation: { readonly prepared: boolean; readonly took_ms: number };
  readonly cache: { readonly size: number; readonly bytes: number };
  sheet(layer: LayerId): LayerSheet | undefined;
  periodOn(day: IsoDate): number;
  /** From memory only: for the fast path. */
  cached(address: TileAddress): CachedTile | undefined;
  tile(address: TileAddress): Promise<CachedTile>;
  close(): Promise<void>;
}

interface Waiting {
  readonly resolve: (tile: CachedTile) => void;
  readonly reject: (error: Error) => void;
  readonly key: string;
}

/** Starts the tile thread. Issues: those of opening the store, `server-tiles-failed`. */
export function startTileLibrary(options: TileLibraryOptions): Promise<Result<TileLibrary>> {
  const { version, onCut, ...data } = options;
  const worker = new Worker(new URL('./tile-worker.js', import.meta.url), { workerData: data });
  const cache = new TileCache(CACHE_bytes);
  const waiting = new Map<number, Waiting>();
  const underWay = new Map<string, Promise<CachedTile>>();
  let lastId = 0;
  let broken: Error | undefined;

  const settle = (id: number, finish: (entry: Waiting) => void): void => {
    const entry = waiting.get(id);
    if (entry === undefined) return;
    waiting.delete(id);
    underWay.delete(entry.key);
    finish(entry);
  };
  const onMessage = (message: WorkerMessage): void => {
    if (message.kind === 'tile') {
      const { gzip, etag } = message;
      settle(message.id, ({ resolve, key }) => {
        cache.set(key, { gzip, etag });
        onCut?.(message);
        resolve({ gzip, etag });
      });
    } else if (message.kind === 'broken') {
      settle(message.id, ({ reject }) => reject(new Error(message.message)));
    }
  };
  const abandonAll = (error: Error): void => {
    for (const id of [...waiting.keys()]) settle(id, ({ reject }) => reject(error));
  };

  const library = (periods: Periods, ready: WorkerMessage & { kind: 'ready' }): TileLibrary => {
    const sheets = new Map(ready.sheets.map((sheet) => [sheet.layer, sheet]));
    const request = (address: TileAddress, key: string): Promise<CachedTile> =>
      new Promise((resolve, reject) => {
        if (broken !== undefined) return reject(broken);
        const asOf = dayIn(periods, address.period);
        if (asOf === undefined) throw new Error(`no period ${address.period}`);
        lastId += 1;
        waiting.set(lastId, { resolve, reject, key });
        const { layers, z, x, y } = address;
        worker.postMessage({ id: lastId, layers, asOf, z, x, y } satisfies CutRequest);
      });
    return {
      version,
      preparation: { prepared: ready.prepared, took_ms: ready.took_ms },
      cache,
      sheet: (layer) => sheets.get(layer),
      periodOn: (day) => periodOn(periods, day),
      cached: (address) => cache.get(tileKey(address)),
      tile: (address) => {
        const key = tileKey(address);
        const known = cache.get(key);
        if (known !== undefined) return Promise.resolve(known);
        const asked = underWay.get(key) ?? request(address, key);
        underWay.set(key, asked);
        return asked;
      },
      close: async () => {
        await worker.terminate();
        abandonAll(new Error('the server is closing'));
      },
    };
  };

  return new Promise((resolve) => {
    const fail = (error: Error): void => {
      broken = error;
      abandonAll(error);
      const fault = issue(
        'server-tiles-failed',
        [],
        `Không chuẩn bị được ô bản đồ: ${error.message}`,
        `The tiles could not be prepared: ${error.message}`,
      );
      resolve({ ok: false, issues: [fault] });
    };
    worker.once('error', fail);
    worker.once('exit', (code) => fail(new Error(`the tile thread ended (${code})`)));
    worker.on('message', (message: WorkerMessage) => {
      if (message.kind === 'ready') resolve(ok(library({ changes: message.changes }, message)));
      else if (message.kind === 'failed') resolve({ ok: false, issues: message.issues });
      else onMessage(message);
    });
  });
}
