// A thread that answers overlaps from a shared block: takes portions of the sites until none is left, then tells how many
// pairs have ground in common.
import { parentPort, workerData } from 'node:worker_threads';
import { loadGeometryKernel, preparedLayerFromBytes, unpackSites } from '@giapranh/core';
import { ourOverlaps } from './our-overlaps.mjs';

const { block, next, portions } = workerData;
const layer = preparedLayerFromBytes(await loadGeometryKernel(), new Uint8Array(block));
if (!layer.ok) throw new Error(layer.issues[0].message.en);
parentPort.on('message', () => {
  let pairs = 0;
  for (let at = Atomics.add(next, 0, 1); at < portions.length; at = Atomics.add(next, 0, 1)) {
    pairs += ourOverlaps(layer.value, unpackSites(portions[at])).length;
  }
  parentPort.postMessage(pairs);
});
parentPort.postMessage('ready');
