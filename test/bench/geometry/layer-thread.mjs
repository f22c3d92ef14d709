// A thread that answers from a shared block of a prepared layer: takes portions of what it holds until none is left.
import { workerData } from 'node:worker_threads';
import { loadGeometryKernel, preparedLayerFromBytes } from '@giapranh/core';
import { answerAsks, clock } from '../harness/own-thread.mjs';
import { ourOverlaps } from './our-overlaps.mjs';

const { block, next, portions } = workerData;
const read = preparedLayerFromBytes(await loadGeometryKernel(), block);
if (!read.ok) throw new Error(read.issues[0].message.en);
const layer = read.value;
let pairs = [];

function eachPortion(answer) {
  const answers = [];
  for (let at = Atomics.add(next, 0, 1); at < portions.length; at = Atomics.add(next, 0, 1)) {
    answers.push(answer(portions[at]));
  }
  return { ended: clock(), answers };
}

function firstOfEach(lonLats) {
  const found = new Int32Array(lonLats.length / 2);
  for (let at = 0; at < found.length; at += 1) {
    found[at] = layer.locate(lonLats[2 * at], lonLats[2 * at + 1])[0] ?? -1;
  }
  return found;
}

function located(answer) {
  const { ended, answers } = eachPortion(answer);
  const found = answers.reduce((sum, places) => sum + places.filter((unit) => unit >= 0).length, 0);
  return { ended, found };
}

answerAsks({
  overlap() {
    const { ended, answers } = eachPortion((sites) => ourOverlaps(layer, sites));
    pairs = answers.flat();
    return { ended, pairs: pairs.length, area_m2: pairs.reduce((sum, { area_m2 }) => sum + area_m2, 0) };
  },
  pairs: () => pairs.map(({ site_id, feature_id, area_m2 }) => [site_id, feature_id, area_m2]),
  locateAll: () => located((lonLats) => layer.locateAll(lonLats)),
  locateEach: () => located(firstOfEach),
});
