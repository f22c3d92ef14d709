import { parentPort, workerData } from 'node:worker_threads';
import { loadGeometryKernel } from '@giapranh/core';
import type { Answered, Asked } from '../workers/worker-thread.js';
import { overlapAnswerer } from './overlap-answerer.js';
import type { OverlapAnswer, OverlapQuestion, OverlapThreadData } from './overlap-question.js';

const port = parentPort;
if (port === null) throw new Error('this is the script of a worker thread');
const data: OverlapThreadData = workerData;
const ready = loadGeometryKernel().then((kernel) => overlapAnswerer(kernel, data));

port.on('message', async ({ id, question }: Asked<OverlapQuestion>) => {
  const answer = await ready;
  const answered: Answered<OverlapAnswer> = { id, answer: answer(question) };
  port.postMessage(answered);
});
