// node test/corner-table/fuzz-many.mjs [cases = 20000] [first seed = 1000001]
import { spawnSync } from 'node:child_process';

const [cases = '20000', seed = '1000001'] = process.argv.slice(2);
const run = spawnSync('npx', ['vitest', 'run', '--project', 'laws', 'test/laws/corner-table-fuzz.test.ts'], {
  stdio: 'inherit',
  env: { ...process.env, CORNER_FUZZ_CASES: cases, CORNER_FUZZ_SEED: seed },
});
process.exitCode = run.status ?? 1;
