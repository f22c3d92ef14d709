// `pnpm check`: format, lint, types, dead exports, tests; ends by asserting that git sees no change.
import { execFileSync } from 'node:child_process';
import { ensureBuilt } from './build.mjs';
import { bin, fail, must, ROOT } from './workspace.mjs';

const changes = () => execFileSync('git', ['status', '--porcelain'], { cwd: ROOT, encoding: 'utf8' });

const before = changes();
await ensureBuilt();
await must('format and lint', bin('biome'), ['ci', '.']);
await must('types', bin('tsc'), ['-b']);
await must('dead exports', bin('knip'), []);
await must('tests', process.execPath, ['scripts/test.mjs']);
const after = changes();
if (after !== before) fail(`Cây làm việc đã đổi / The tree did not stay clean:\n${after}`, 1);
if (after !== '') fail(`Còn thay đổi chưa commit / Uncommitted changes:\n${after}`, 1);
