// `pnpm giapranh …`: the CLI from the checkout, built first when its sources changed.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { ROOT } from './workspace.mjs';

const args = process.argv.slice(2);
await ensureBuilt({ viewer: args[0] === 'serve' });
const cli = spawn(process.execPath, [join(ROOT, 'packages/cli/dist/main.js'), ...args], { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => cli.kill(signal));
cli.once('exit', (code, signal) => {
  process.exitCode = code ?? (signal === null ? 3 : 0);
});
