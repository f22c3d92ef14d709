// A thread that measures how far places lie from borders.
import { workerData } from 'node:worker_threads';
import { borderLocator } from '@giapranh/core';
import { answerAsks, clock } from '../harness/own-thread.mjs';

const { borders, sides, lonLats } = workerData;
const locator = borderLocator(borders, sides);
let signed_m = new Float64Array(0);

answerAsks({
  nearest() {
    const started = clock();
    signed_m = locator.signedDistances_m(lonLats);
    return { ms: clock() - started };
  },
  distances_m: () => signed_m.map(Math.abs),
});
