// `pnpm bench [bench …] [--only work,work] [--quick] [--keep]`: runs test/bench/*.bench.mjs in turn and writes
// test/bench/results.json, results.md and, of a full run, the README's table. Ends with 1 where a ceiling is broken.
// `--check FILE` runs nothing and holds results kept before to the ceilings.
// Each module exports `run(works)`: rows `{ work, subject, median_ms, rounds, ratio?, facts?, note? }`.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureBuilt } from './build.mjs';
import { bin, fail, must, ROOT, say } from './workspace.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    check: { type: 'string' },
  },
});
if (values.quick) process.env.GIAPRANH_BENCH_QUICK = '1';
if (values.check === undefined) await ensureBuilt({ viewer: false });

const folder = join(ROOT, 'test/bench');
const [{ brokenCeilings }, { load, machine }, tables] = await Promise.all(
  ['ceilings', 'machine', 'table'].map(
    (name) => import(pathToFileURL(join(folder, `harness/${name}.mjs`)).href),
  ),
);
function holdToCeilings(benches) {
  const broken = brokenCeilings(benches);
  if (broken.length === 0) return;
  process.stdout.write(`\nBroken ceilings:\n\n${tables.ceilingTable(broken)}\n`);
  process.exitCode = 1;
}
if (values.check !== undefined) {
  holdToCeilings(JSON.parse(readFileSync(values.check, 'utf8')).benches);
  process.exit();
}
const all = readdirSync(folder)
  .filter((name) => name.endsWith('.bench.mjs'))
  .map((name) => name.replace('.bench.mjs', ''))
  .sort();
const unknown = positionals.filter((name) => !all.some((bench) => bench.includes(name)));
if (unknown.length > 0) fail(`No such bench: ${unknown.join(', ')}. There are: ${all.join(', ')}.`);
const names = all.filter(
  (bench) => positionals.length === 0 || positionals.some((name) => bench.includes(name)),
);
const works = values.only.split(',').filter((name) => name !== '');

/** Rows of works that were not run now stay as they were, each work in its place. */
function merged(now, before) {
  if (now === undefined || before === undefined || works.length === 0) return now ?? before;
  const run = new Set(now.rows.map(({ work }) => work));
  const order = [...new Set([...before.rows, ...now.rows].map(({ work }) => work))];
  const rows = [...before.rows.filter(({ work }) => !run.has(work)), ...now.rows];
  return { ...now, rows: rows.sort((a, b) => order.indexOf(a.work) - order.indexOf(b.work)) };
}

const benches = {};
for (const name of names) {
  say(`bench ${name}`);
  const { run } = await import(pathToFileURL(join(folder, `${name}.bench.mjs`)).href);
  const [before, started] = [load(), performance.now()];
  const rows = await run(works);
  benches[name] = {
    form: values.quick ? 'short' : 'full',
    load: { before, after: load() },
    seconds: (performance.now() - started) / 1000,
    rows,
  };
}
process.stdout.write(tables.fullTable({ machine: machine(), benches }));

// The short form and single works are for looking unless told to keep them; works and benches not run now keep what they had.
if (values.keep || (!values.quick && works.length === 0)) {
  const path = join(folder, 'results.json');
  const kept = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).benches : {};
  const results = {
    machine: machine(),
    benches: Object.fromEntries(
      all.flatMap((name) => {
        const bench = merged(benches[name], kept[name]);
        return bench === undefined ? [] : [[name, bench]];
      }),
    ),
  };
  writeFileSync(path, `${JSON.stringify(results, null, 2)}\n`);
  writeFileSync(join(folder, 'results.md'), tables.fullTable(results));
  const readme = join(ROOT, 'README.md');
  const marked = /(<!-- bench -->\n)[\s\S]*?(<!-- \/bench -->)/;
  const text = readFileSync(readme, 'utf8');
  writeFileSync(
    readme,
    text.replace(marked, (_, open, close) => `${open}\n${tables.mainTable(results)}\n\n${close}`),
  );
  await must('format', bin('biome'), ['format', '--write', path, join(folder, 'results.md'), readme]);
}
holdToCeilings(benches);
