// Overlaps of 1,000,000 synthetic points and 100,000 synthetic polygons with the communes of the bac-kan profile, through
// `giapranh overlaps --stream`: how long, and the most memory the process held. The sites are made up from a seed; no
// site of them exists. Usage: node test/bench/overlaps-million.mjs [points] [polygons] [workers]
import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { finished } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { seeded } from './data/made-sites.mjs';

const MAIN = fileURLToPath(new URL('../../packages/cli/dist/main.js', import.meta.url));
const [points = 1_000_000, polygons = 100_000, workers = availableParallelism()] = process.argv
  .slice(2)
  .map(Number);
const BOX = [105.45, 21.35, 106.25, 22.7];

/** Linux counts processor time in these. */
const TICKS = 100;

const random = seeded(5);
const place = () => [BOX[0] + (BOX[2] - BOX[0]) * random(), BOX[1] + (BOX[3] - BOX[1]) * random()];

function pointRow(index) {
  const [lon, lat] = place();
  return `p${index},Synthetic ${index},${lon.toFixed(6)},${lat.toFixed(6)}\n`;
}

function polygonLine(index) {
  const [lon, lat] = place();
  const corners = 4 + Math.floor(57 * random());
  const ring = Array.from({ length: corners }, (_, at) => {
    const turn = (2 * Math.PI * at) / corners;
    const radius = 0.003 * (0.3 + 0.7 * random());
    return [lon + radius * Math.cos(turn), lat + radius * Math.sin(turn)];
  });
  const geometry = { type: 'Polygon', coordinates: [[...ring, ring[0]]] };
  return `${JSON.stringify({ type: 'Feature', id: `a${index}`, properties: { name: `Synthetic ${index}` }, geometry })}\n`;
}

async function made(path, count, head, line) {
  const file = createWriteStream(path);
  file.write(head);
  for (let index = 0; index < count; index += 1) {
    if (!file.write(line(index))) await new Promise((resolve) => file.once('drain', resolve));
  }
  file.end();
  await finished(file);
}

/** The most memory a process ever held, as Linux counts it; `null` elsewhere. MB. */
async function peakMemory_MB(pid) {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const kilobytes = /VmHWM:\s+(\d+) kB/.exec(status)?.[1];
  return kilobytes === undefined ? null : Math.round(Number(kilobytes) / 1024);
}

/** Processor time of all threads of a process till now, as Linux counts it; `null` elsewhere. */
async function processor_s(pid) {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const [user, system] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13)
    .map(Number);
  return Number.isFinite(user) ? (user + system) / TICKS : null;
}

function run(path) {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const args = ['overlaps', path, '--layer', 'communes', '--stream', '--format', 'csv'];
    const child = spawn(
      process.execPath,
      [MAIN, ...args, '--as-of', '2025-08-01', '--workers', String(workers)],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    let [lines, first, peak_MB, cpu_s, startCpu_s] = [0, 0, 0, 0, 0];
    child.stdout.on('data', (chunk) => {
      if (first === 0) startCpu_s = cpu_s;
      first ||= performance.now();
      for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) lines += 1;
    });
    const watch = setInterval(async () => {
      peak_MB = (await peakMemory_MB(child.pid)) ?? peak_MB;
      cpu_s = (await processor_s(child.pid)) ?? cpu_s;
    }, 200);
    child.once('error', reject);
    child.once('close', (code) => {
      clearInterval(watch);
      if (code !== 0) return reject(new Error(`exit code ${code}`));
      const ended = performance.now();
      const [start_s, stream_s] = [(first - started) / 1000, (ended - first) / 1000];
      const streamCpu_s = cpu_s - startCpu_s;
      resolve({ start_s, stream_s, startCpu_s, streamCpu_s, overlaps: lines - 1, peak_MB });
    });
  });
}

const folder = await mkdtemp(join(tmpdir(), 'giapranh-million-'));
try {
  for (const [what, count, name, head, line] of [
    ['points', points, 'points.csv', 'id,name,lon,lat\n', pointRow],
    ['polygons', polygons, 'polygons.geojsonl', '', polygonLine],
  ]) {
    if (!(count > 0)) continue;
    const path = join(folder, name);
    await made(path, count, head, line);
    const { stream_s, ...figures } = await run(path);
    const rate = Math.round(count / stream_s);
    console.log(
      JSON.stringify({
        what,
        count,
        workers,
        stream_s,
        per_second: rate,
        ...figures,
        load: loadavg()[0],
      }),
    );
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
