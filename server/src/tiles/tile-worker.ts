import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { type Change, StoreFault } from '@giapranh/store';
import { joinTiles } from '@giapranh/tiles';
import { PendingChanges } from '../changes/pending-changes.js';
import { LayerCutter } from './layer-cutter.js';
import { databaseSheet, memorySheet } from './layer-sheet.js';
import { openLayers, openStores } from './open-layers.js';
import { takeChanges } from './take-changes.js';
import type { CutRequest, LayerSheet, TileWorkerData, WorkerMessage } from './worker-messages.js';

/** The thread that cuts tiles: it keeps the prepared layers and never touches a request. */
type Post = (message: WorkerMessage) => void;

/** About as fast as gzip and a tenth smaller. */
const BROTLI_QUALITY = 5;

function brotli(bytes: Uint8Array): Uint8Array {
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants;
  return brotliCompressSync(bytes, {
    params: { [BROTLI_PARAM_QUALITY]: BROTLI_QUALITY, [BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });
}

/** Work for when nobody waits: one piece at a time, each after what came in meanwhile. */
class Later {
  readonly #work: (() => void)[] = [];
  /** Work put off so long that its tile may be gone: the oldest is left undone. */
  readonly #most = 500;

  add(work: () => void): void {
    this.#work.push(work);
    if (this.#work.length > this.#most) this.#work.shift();
    if (this.#work.length === 1) setImmediate(() => this.#next());
  }

  #next(): void {
    this.#work.shift()?.();
    if (this.#work.length > 0) setImmediate(() => this.#next());
  }
}

async function cut(request: CutRequest, cutter: LayerCutter, post: Post, later: Later): Promise<void> {
  const start = performance.now();
  const tiles = await cutter.cut(request);
  const bytes = joinTiles(tiles.map(({ data }) => data));
  const etag = `W/"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
  const { id } = request;
  post({
    kind: 'tile',
    id,
    gzip: bytes.length === 0 ? null : gzipSync(bytes, { level: 6 }),
    etag,
    features: tiles.reduce((sum, { features }) => sum + features, 0),
    collapsed: tiles.reduce((sum, { collapsed }) => sum + collapsed, 0),
    took_ms: performance.now() - start,
  });
  if (bytes.length > 0) later.add(() => post({ kind: 'brotli', id, etag, brotli: brotli(bytes) }));
}

/** Runs what comes in one after another: a tile asked for after an edit was told is never cut from before it. */
class Turns {
  #last: Promise<void>;

  constructor(after: Promise<void>) {
    this.#last = after;
  }

  add(work: () => Promise<void>, onFailure: (error: Error) => void): void {
    this.#last = this.#last
      .then(work)
      .catch((error: unknown) => onFailure(error instanceof Error ? error : new Error(String(error))));
  }
}

const FIRST_PAUSE_ms = 250;
const LONGEST_PAUSE_ms = 2_000;

/** Tries again while the store is away; what else goes wrong is thrown. */
async function whenThere<T>(work: () => Promise<T>): Promise<T> {
  for (let pause_ms = FIRST_PAUSE_ms; ; pause_ms = Math.min(2 * pause_ms, LONGEST_PAUSE_ms)) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof StoreFault)) throw error;
      await sleep(pause_ms);
    }
  }
}

/** Better no tile thread than one that serves yesterday's data: it ends, and the server tells. */
function giveUp(error: Error): void {
  setImmediate(() => {
    throw error;
  });
}

async function main(port: NonNullable<typeof parentPort>): Promise<void> {
  const start = performance.now();
  const post: Post = (message) => port.postMessage(message);
  const data = workerData as TileWorkerData;
  const stores = await openStores(data);
  if (!stores.ok) return post({ kind: 'failed', issues: stores.issues });
  const { store, database } = stores.value;

  // Watched before anything is read: what changes meanwhile is taken over right after.
  let open = (): void => {};
  const turns = new Turns(
    new Promise((resolve) => {
      open = resolve;
    }),
  );
  let follow = async (_changes: readonly Change[]): Promise<void> => {};
  // A database tells each row of a large change by itself: what is told meanwhile is taken over at once. Whole layers, as
  // after a connection was lost, are taken over one by one.
  const pending = new PendingChanges();
  let revision = 0;
  const gathered = (): Change[] =>
    [...pending.takeAll().changes].map(([layer, ids]) => ({ layer, ids, revision }));
  const stopWatching = await store.watch((change) => {
    revision = Math.max(revision, change.revision);
    if (change.ids !== null) pending.add(change);
    turns.add(() => follow(change.ids === null ? [change] : gathered()), giveUp);
  });

  const opened = await openLayers(stores.value, data);
  const { layers, stored, prepared, notKept } = opened;
  const cutter = new LayerCutter(layers, stored, database);
  await cutter.refreshPeriods();
  const sheets = async (): Promise<LayerSheet[]> => [
    ...cutter.layers.map(memorySheet),
    ...(database === undefined
      ? []
      : await Promise.all(stored.map((layer) => databaseSheet(layer, database)))),
  ];
  const take = async (told: readonly Change[]): Promise<void> => {
    const upTo = Math.max(...told.map((change) => change.revision));
    const changed = await takeChanges(told, store, cutter, stored);
    if (changed.some(({ ground }) => ground === null)) await cutter.refreshPeriods();
    const { changes } = cutter.periods;
    post({ kind: 'changed', revision: upTo, changes, sheets: await sheets(), layers: changed });
  };
  // Tiles that are asked for meanwhile wait: none is cut from before the change.
  follow = async (told) => {
    if (told.length > 0) await whenThere(() => take(told));
  };
  const later = new Later();
  port.on('message', (request: CutRequest | 'close') =>
    request === 'close'
      ? turns.add(async () => {
          // What was told by now and is not taken over, the next start reads.
          follow = async () => {};
          await stopWatching();
          await database?.close();
          await store.close();
          port.close();
        }, giveUp)
      : turns.add(
          () => cut(request, cutter, post, later),
          (error) => {
            const fault = error instanceof StoreFault ? { issue: error.issue } : {};
            post({ kind: 'broken', id: request.id, message: error.stack ?? error.message, ...fault });
          },
        ),
  );
  const took_ms = performance.now() - start;
  const { changes } = cutter.periods;
  const kept = notKept === undefined ? {} : { notKept };
  post({
    kind: 'ready',
    changes,
    sheets: await sheets(),
    marks: opened.marks,
    // What changed in them while nobody looked is not known.
    unmarked: stored.length > 0 ? randomUUID() : '',
    prepared,
    took_ms,
    ...kept,
  });
  open();
}

if (parentPort !== null) await main(parentPort);
