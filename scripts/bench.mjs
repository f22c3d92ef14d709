// `pnpm bench [name …]`: runs test/bench/*.bench.mjs in turn; medians and ratios go to test/bench/results.json.
// Each module exports `run(): Promise<{ work, subject, median_ms, rounds, ratio?, note? }[]>` and names absent peers.
import { readdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt } from './build.mjs';
import { ROOT, say } from './workspace.mjs';

await ensureBuilt({ viewer: false });
const folder = join(ROOT, 'test/bench');
const wanted = process.argv.slice(2);
const modules = readdirSync(folder)
  .filter((name) => name.endsWith('.bench.mjs'))
  .filter((name) => wanted.length === 0 || wanted.some((part) => name.includes(part)))
  .sort();
const results = [];
for (const name of modules) {
  say(`bench ${name}`);
  const { run } = await import(pathToFileURL(join(folder, name)).href);
  for (const row of await run()) results.push({ bench: name.replace('.bench.mjs', ''), ...row });
}
const table = results.map(({ bench, work, subject, median_ms, ratio, note }) => ({
  bench,
  work,
  subject,
  'median ms': median_ms === null ? '–' : Math.round(median_ms * 1000) / 1000,
  ratio: ratio === undefined ? '' : Math.round(ratio * 100) / 100,
  note: note ?? '',
}));
console.table(table);
if (wanted.length === 0) {
  const machine = { cpus: cpus().length, model: cpus()[0]?.model ?? 'unknown', node: process.version };
  writeFileSync(join(folder, 'results.json'), `${JSON.stringify({ machine, results }, null, 2)}\n`);
}
