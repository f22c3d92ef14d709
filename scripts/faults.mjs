// `pnpm test:faults`: the long form of the fault tests (`--short`: that of the suite); writes what it measured into
// docs/reliability.md. Ten minutes of it are full load.
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuilt } from './build.mjs';
import { ensureTestTools } from './ensure-test-tools.mjs';
import { bin, fail, must, ROOT, run } from './workspace.mjs';

const { values } = parseArgs({
  options: {
    short: { type: 'boolean', default: false },
    // Writes the page from what was measured last.
    page: { type: 'boolean', default: false },
  },
});
const FIGURES = join(ROOT, 'test/.tmp/faults');
const PAGE = join(ROOT, 'docs/reliability.md');
const form = values.short ? 'short' : 'long';

const TESTS = 'test/e2e/faults';
/** Times and memory are measured in these: each has the machine, and its load, for itself. The others share it. */
const ALONE = ['database.test.ts', 'soak.test.ts'];

async function runTests(files, more) {
  const paths = files.map((name) => `${TESTS}/${name}`);
  const args = ['run', '--project', 'e2e', ...more, ...paths];
  const code = await run(bin('vitest'), args, { env: { GIAPRANH_FAULTS: form } });
  if (code === 0) return;
  fail(
    'Phép thử sự cố không đạt; docs/reliability.md giữ nguyên / The fault tests failed; the page stays',
    1,
  );
}

async function measure() {
  if (ensureTestTools().length > 0) process.exit(2);
  await ensureBuilt();
  rmSync(FIGURES, { recursive: true, force: true });
  // Loaded by older code it would be loaded anew by every server on a copy of it.
  rmSync(join(ROOT, 'test/.tmp/faults-can-tho'), { recursive: true, force: true });
  const files = readdirSync(join(ROOT, TESTS)).filter((name) => name.endsWith('.test.ts'));
  await runTests(
    files.filter((name) => !ALONE.includes(name)),
    [],
  );
  await runTests(ALONE, ['--no-file-parallelism']);
}
if (!values.page) await measure();

const names = existsSync(FIGURES) ? readdirSync(FIGURES).sort() : [];
const figures = Object.fromEntries(
  names.map((name) => [name.replace('.json', ''), JSON.parse(readFileSync(join(FIGURES, name), 'utf8'))]),
);
const number = (value) => (typeof value === 'number' ? value.toLocaleString('en') : (value ?? '–'));
const row = (what, figure, load) => `| ${what} | ${figure} | ${load ?? '–'} |`;

/** What the run was like, for whoever compares it with another. */
function told() {
  const memory = Math.round(totalmem() / 2 ** 30);
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, ${memory} GB, Node ${process.version}`;
  return `_The ${form} form, ${new Date().toISOString().slice(0, 10)}, ${machine}; load: of the last minute when each ended. Kills and malformed requests share the machine, two at a time; the others have it for themselves._`;
}

function kills(name, what) {
  const { servers, writers, acknowledged, lost, load } = figures[name] ?? {};
  const told = `${number(servers)} rounds over HTTP and ${number(writers)} of a program that writes, ${number(acknowledged)} acknowledged writes, **${number(lost)} lost**`;
  return row(`\`kill -9\` under write load, ${what}`, told, load);
}

function statuses(found) {
  const told = Object.entries(found ?? {})
    .filter(([name]) => /^s\d+$/.test(name))
    .map(([name, count]) => `${name === 's0' ? 'hung up' : name.slice(1)}: ${number(count)}`);
  return told.length === 0 ? '' : ` (${told.join(', ')})`;
}

function table() {
  const { 'database-away': away, malformed, soak } = figures;
  return [
    '| what | measured | load |',
    '| --- | --- | --- |',
    kills('kills-embedded', 'embedded store, the server'),
    kills('kills-postgis', 'PostgreSQL: the server and all of the database in turn'),
    row(
      'database stopped and started under load',
      `${number(away?.times)} times, ${number(away?.acknowledged)} acknowledged writes, **${number(away?.lost)} lost**; ` +
        `${number(away?.tiles_while_away)} reads of tiles in memory while it was away, all answered; after its return ` +
        `the slowest first write took ${number(away?.write_back_ms)} ms, read ${number(away?.read_back_ms)} ms, ` +
        `new tile ${number(away?.new_tile_back_ms)} ms`,
      away?.load,
    ),
    row(
      `malformed requests, seed ${malformed?.seed ?? '–'}`,
      `${number(malformed?.requests)} over every route on both stores: no 5xx, no crash${statuses(malformed)}`,
      malformed?.load,
    ),
    row(
      `full load for ${number(soak?.seconds)} s`,
      `${number(soak?.requests)} requests (${number(soak?.per_second)} a second); floor of resident memory after ` +
        `${number(soak?.warm_s)} s ${number(soak?.resident_first_MB)} MB, at the end ${number(soak?.resident_last_MB)} MB, ` +
        `slope **${number(soak?.resident_slope_MB_per_min)} MB a minute**; heap ${number(soak?.heap_first_MB)} to ` +
        `${number(soak?.heap_last_MB)} MB, slope ${number(soak?.heap_slope_MB_per_min)} MB a minute`,
      soak?.load,
    ),
  ].join('\n');
}

const text = readFileSync(PAGE, 'utf8');
writeFileSync(
  PAGE,
  text.replace(
    /(<!-- figures -->\n)[\s\S]*?(<!-- \/figures -->)/,
    (_, open, close) => `${open}\n${told()}\n\n${table()}\n\n${close}`,
  ),
);
await must('format', bin('biome'), ['check', '--write', '--no-errors-on-unmatched', PAGE]);
