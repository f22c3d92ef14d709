// Points moved a second: the product's transformer, proj4js alone with a kept converter, and PROJ's cs2cs.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { crsDefinition, transformer } from '@giapranh/core';
import { medianOf } from './median.mjs';

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
  const note = `${POINTS} points, EPSG:9213 to WGS 84`;
  const rows = [
    ['proj4js', () => points.map((point) => converter.forward(point))],
    ['giapranh, ranges checked', () => points.map((point) => through.tryPoint(point))],
    ['cs2cs, whole program', () => program('cs2cs', ['-f', '%.9f', 'EPSG:9213', 'EPSG:4326'])],
    [
      'giapranh transform, whole program',
      () => program(process.execPath, [MAIN, 'transform', '--from', 'EPSG:9213', '--to', 'OGC:CRS84']),
    ],
  ].map(([subject, work]) => ({
    work: 'transform',
    subject,
    median_ms: medianOf(ROUNDS, work),
    rounds: ROUNDS,
    note,
  }));
  return rows.map((row, at) => ({ ...row, ratio: rows[at < 2 ? 0 : 2].median_ms / row.median_ms }));
}
