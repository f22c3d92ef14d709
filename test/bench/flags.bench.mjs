// Sites judged by the shipped rules of Bắc Kạn as a stream, from file to file: time, CPU, and the most memory held.
import { spawn } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { seeded } from './data/made-sites.mjs';
import { amount, sideBySide } from './harness/rounds.mjs';

const FEW = amount(100_000, 5_000);
const MANY = amount(1_000_000, 20_000);
const RUNNER = fileURLToPath(new URL('./flags/flag-stream.mjs', import.meta.url));

/** Synthetic points of lead ore, even over the box of the profile. */
async function writeSynthetic(path, count) {
  const random = seeded(20_250_701);
  const file = await open(path, 'w');
  await file.write('id,name,lon,lat,activity,mineral\n');
  for (let first = 0; first < count; first += 10_000) {
    const rows = Array.from({ length: Math.min(10_000, count - first) }, (_, step) => {
      const [lon, lat] = [105.4 + 0.8 * random(), 21.8 + 0.95 * random()];
      return `SYN-${first + step},Synthetic ${first + step},${lon.toFixed(6)},${lat.toFixed(6)},extraction,lead\n`;
    });
    await file.write(rows.join(''));
  }
  await file.close();
}

function flag(sites, out) {
  const child = spawn(process.execPath, [RUNNER, sites, out], { stdio: ['ignore', 'inherit', 'pipe'] });
  const told = [];
  child.stderr.on('data', (chunk) => told.push(chunk));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () => {
      const text = Buffer.concat(told).toString('utf8');
      try {
        resolve(JSON.parse(text));
      } catch {
        reject(new Error(text));
      }
    });
  });
}

/** Sites come out as they went in: each id of the table's rows is the next one, or the same again. */
async function inOrder(out, count) {
  let [next, header] = [0, true];
  for await (const line of createInterface({ input: createReadStream(out) })) {
    const number = Number(line.slice(4, line.indexOf(',')));
    if (header) header = false;
    else if (number === next) next += 1;
    else if (number !== next - 1) return false;
  }
  return next === count;
}

export async function run() {
  const folder = await mkdtemp(join(tmpdir(), 'giapranh-bench-'));
  try {
    const rows = [];
    for (const count of [FEW, MANY]) {
      const [sites, out] = [join(folder, `${count}.csv`), join(folder, `${count}-flags.csv`)];
      await writeSynthetic(sites, count);
      const judge = async () => {
        const { exit, cpu_s, rss_MB } = await flag(sites, out);
        if (exit !== 0) throw new Error(`flag ended with ${exit}`);
        if (!(await inOrder(out, count)))
          throw new Error('sites are missing or not in the order of the file');
        const each = Math.round(count / cpu_s);
        return {
          facts: [
            `${Math.round(cpu_s)} s of CPU, ${each} sites a CPU second with the start`,
            `${Math.round(rss_MB)} MB at most`,
          ],
        };
      };
      const subjects = [{ name: 'giapranh flag --stream', run: judge }];
      rows.push(
        ...(await sideBySide({ work: 'flag', data: `${count} synthetic points`, subjects, rounds: 1 })),
      );
    }
    return rows;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
