// Points moved a second: the product's transformer, proj4js alone with a kept converter, and PROJ's cs2cs.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { crsDefinition, transformer } from '@giapranh/core';
import { sideBySide } from './harness/rounds.mjs';

const ROUNDS = 7;
const POINTS = 300_000;
const MAIN = fileURLToPath(new URL('../../packages/cli/dist/main.js', import.meta.url));

const points = Array.from({ length: POINTS }, (_, at) => [
  400_000 + ((at * 7919) % 200_000),
  2_350_000 + ((at * 104_729) % 200_000),
]);
const text = `${points.map(([x, y]) => `${x}.123 ${y}.456`).join('\n')}\n`;

function program(command, args) {
  const run = spawnSync(command, args, { input: text, maxBuffer: 1 << 28 });
  if (run.error !== undefined || run.status !== 0) throw new Error(`${command} did not run`);
}

export async function run() {
  const proj4 = createRequire(new URL('../../packages/core/package.json', import.meta.url))('proj4');
  const [from, to] = ['EPSG:9213', 'OGC:CRS84'].map((id) => crsDefinition(id).value.proj);
  const converter = proj4(from, to);
  const through = transformer('EPSG:9213', 'OGC:CRS84').value;
  const data = `${POINTS.toLocaleString('en-US')} points, EPSG:9213 to WGS 84`;
  const subject = (name, work) => ({ name, run: () => void work() });
  return [
    ...(await sideBySide({
      work: 'transform',
      data,
      rounds: ROUNDS,
      subjects: [
        subject('giapranh, ranges checked', () => points.map((point) => through.tryPoint(point))),
        subject('proj4js', () => points.map((point) => converter.forward(point))),
      ],
    })),
    ...(await sideBySide({
      work: 'transform, whole program',
      data,
      rounds: ROUNDS,
      subjects: [
        subject('giapranh transform', () =>
          program(process.execPath, [MAIN, 'transform', '--from', 'EPSG:9213', '--to', 'OGC:CRS84']),
        ),
        subject('cs2cs', () => program('cs2cs', ['-f', '%.9f', 'EPSG:9213', 'EPSG:4326'])),
      ],
    })),
  ];
}
