// A thread that answers overlaps from a shared block: told sites, tells how many pairs have ground in common.
import { parentPort, workerData } from 'node:worker_threads';
import { loadGeometryKernel, preparedLayerFromBytes } from '@giapranh/core';
import { ourOverlaps } from './our-overlaps.mjs';

const layer = preparedLayerFromBytes(await loadGeometryKernel(), new Uint8Array(workerData.block));
if (!layer.ok) throw new Error(layer.issues[0].message.en);
parentPort.on('message', (sites) => parentPort.postMessage(ourOverlaps(layer.value, sites).length));
parentPort.postMessage('ready');
