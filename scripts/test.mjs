// `npm test`: installs what the tests need, builds, runs all of them; the last line is the count.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { ensureTestTools } from './ensure-test-tools.mjs';
import { bin, fail, ROOT, run, say } from './workspace.mjs';

const REPORT = join(ROOT, 'test/.tmp/vitest.json');

if (ensureTestTools().length > 0) process.exit(2);
await ensureBuilt();
rmSync(REPORT, { force: true });
mkdirSync(join(ROOT, 'test/.tmp'), { recursive: true });
const code = await run(bin('vitest'), [
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${REPORT}`,
  ...process.argv.slice(2),
]);

let report;
try {
  report = JSON.parse(readFileSync(REPORT, 'utf8'));
} catch {
  fail('Không có báo cáo kiểm thử / The test run left no report', 3);
}
const skipped = report.numPendingTests + (report.numTodoTests ?? 0);
// A suite that could not even start has no tests to count, but is a failure all the same.
const brokenSuites = report.testResults.filter(
  (suite) => suite.status === 'failed' && !suite.assertionResults.some((test) => test.status === 'failed'),
);
const failed = report.numFailedTests + brokenSuites.length;
for (const suite of brokenSuites) say(`không chạy được / did not run: ${suite.name}`);
if (skipped > 0 && process.env.CI === 'true')
  say('CI=true: một phép thử bị bỏ qua là lỗi / a skipped test is a failure');
console.log(`${report.numPassedTests} passed, ${failed} failed, ${skipped} skipped`);
process.exitCode = code !== 0 || failed > 0 || (skipped > 0 && process.env.CI === 'true') ? 1 : 0;
