import { availableParallelism } from 'node:os';
import { packSites } from '@giapranh/core';
import { clock, ownThread } from '../harness/own-thread.mjs';

export const CORES = availableParallelism();
/** Portions that each of several threads takes, one after another: enough that all end together. */
const PORTIONS = 16;
const SCRIPT = new URL('./layer-thread.mjs', import.meta.url);

export function sharedBlock(layer) {
  const bytes = layer.toBytes();
  const block = new Uint8Array(new SharedArrayBuffer(bytes.length));
  block.set(bytes);
  return block;
}

/** One thread is asked for all at once. */
function portionsOf(items, threads, take) {
  const size = Math.ceil(items / (threads === 1 ? 1 : threads * PORTIONS));
  return Array.from({ length: Math.ceil(items / size) }, (_, at) =>
    take(at * size, Math.min(items, (at + 1) * size)),
  );
}

export const sitePortions = (sites, threads) =>
  portionsOf(sites.length, threads, (from, to) => packSites(sites.slice(from, to)));

/** Places as longitude and latitude in turn. */
export const placePortions = (lonLats, threads) =>
  portionsOf(lonLats.length / 2, threads, (from, to) => lonLats.slice(2 * from, 2 * to));

/** Threads that share one block of a prepared layer, and hold sites or places as peers do, before the clock runs. */
export async function layerThreads(block, portions, count) {
  const next = new Int32Array(new SharedArrayBuffer(4));
  const threads = await Promise.all(
    Array.from({ length: count }, () => ownThread(SCRIPT, { block, next, portions })),
  );
  return {
    /** A work of `layer-thread.mjs`: `{ ms, … }`, with the sums of what the threads found. */
    async ask(work) {
      next[0] = 0;
      const started = clock();
      const answers = await Promise.all(threads.map((thread) => thread.ask(work)));
      const sum = (name) => answers.reduce((total, answer) => total + answer[name], 0);
      const { ended: _, ...found } = answers[0];
      const ms = Math.max(...answers.map(({ ended }) => ended)) - started;
      return { ms, ...Object.fromEntries(Object.keys(found).map((name) => [name, sum(name)])) };
    },
    /** Of one thread, after `overlap`: `[site, feature, area_m2]` for each. */
    pairs: () => threads[0].ask('pairs'),
    stop: () => Promise.all(threads.map((thread) => thread.stop())),
  };
}
