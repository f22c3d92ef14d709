import { once } from 'node:events';
import { parentPort, Worker } from 'node:worker_threads';

/**
 * A thread with nothing in its memory but what it is given, as a peer has a process of its own: the bench itself holds
 * the whole country as GeoJSON, which the collector looks at again and again.
 */
export async function ownThread(script, workerData) {
  const worker = new Worker(script, { workerData });
  await once(worker, 'message');
  return {
    async ask(work) {
      worker.postMessage(work);
      const [answer] = await once(worker, 'message');
      return answer;
    },
    stop: () => worker.terminate(),
  };
}

/** In the thread, once all is loaded: answers each work by its name. */
export function answerAsks(works) {
  parentPort.on('message', (work) => parentPort.postMessage(works[work]()));
  parentPort.postMessage('ready');
}

/** Milliseconds on a clock that all threads share. */
export const clock = () => performance.timeOrigin + performance.now();
