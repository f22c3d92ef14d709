// `pnpm bless`: renews the goldens and what is generated from the code; its diff is reviewed like code.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { bin, must, ROOT } from './workspace.mjs';

await ensureBuilt();
const steps = join(ROOT, 'scripts/bless');
for (const step of existsSync(steps)
  ? readdirSync(steps)
      .filter((name) => name.endsWith('.mjs'))
      .sort()
  : []) {
  await must(step, process.execPath, [join(steps, step)]);
}
await must('goldens', bin('vitest'), ['run', '--project', 'golden', '--update'], {
  env: { GIAPRANH_BLESS: '1' },
});
await must('pictures', bin('vitest'), ['run', '--project', 'e2e', 'test/e2e/viewer-pictures.test.ts'], {
  env: { GIAPRANH_BLESS: '1' },
});
