import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';

export const CORES = availableParallelism();
/** Sites handed over at a time. */
const BATCH = 2000;

/** Threads that share one block of a prepared layer; `count(sites)` is how many pairs have ground in common. */
export async function overlapThreads(layer) {
  const bytes = layer.toBytes();
  const block = new SharedArrayBuffer(bytes.length);
  new Uint8Array(block).set(bytes);
  const workers = Array.from(
    { length: CORES },
    () => new Worker(new URL('./overlap-worker.mjs', import.meta.url), { workerData: { block } }),
  );
  await Promise.all(workers.map((worker) => once(worker, 'message')));
  return {
    async count(sites) {
      let [next, pairs] = [0, 0];
      const busy = async (worker) => {
        while (next < sites.length) {
          const from = next;
          next += BATCH;
          worker.postMessage(sites.slice(from, from + BATCH));
          const [found] = await once(worker, 'message');
          pairs += found;
        }
      };
      await Promise.all(workers.map(busy));
      return pairs;
    },
    stop: () => Promise.all(workers.map((worker) => worker.terminate())),
  };
}
