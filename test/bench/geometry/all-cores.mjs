import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { packSites } from '@giapranh/core';

export const CORES = availableParallelism();
/** Portions of the sites a thread takes, one after another: enough that all end together. */
const PORTIONS = 16;

/**
 * Threads that share one block of a prepared layer and hold the sites, as peers do before the clock runs; `count()` is how
 * many pairs have ground in common.
 */
export async function overlapThreads(layer, sites) {
  const bytes = layer.toBytes();
  const block = new SharedArrayBuffer(bytes.length);
  new Uint8Array(block).set(bytes);
  const next = new Int32Array(new SharedArrayBuffer(4));
  const size = Math.ceil(sites.length / (CORES * PORTIONS));
  const portions = Array.from({ length: Math.ceil(sites.length / size) }, (_, at) =>
    packSites(sites.slice(at * size, (at + 1) * size)),
  );
  const script = new URL('./overlap-worker.mjs', import.meta.url);
  const workers = Array.from(
    { length: CORES },
    () => new Worker(script, { workerData: { block, next, portions } }),
  );
  await Promise.all(workers.map((worker) => once(worker, 'message')));
  return {
    async count() {
      next[0] = 0;
      const found = await Promise.all(
        workers.map((worker) => {
          worker.postMessage('go');
          return once(worker, 'message');
        }),
      );
      return found.reduce((sum, [pairs]) => sum + pairs, 0);
    },
    stop: () => Promise.all(workers.map((worker) => worker.terminate())),
  };
}
