// `vite build` inside viewer/, with the viewer's own vite.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { ROOT } from './workspace.mjs';

const viewer = join(ROOT, 'viewer');
const vite = join(
  dirname(createRequire(join(viewer, 'package.json')).resolve('vite/package.json')),
  'bin/vite.js',
);
// The viewer the server gives out, and the one for a folder without a server.
for (const config of ['vite.config.ts', 'vite.bundle.config.ts']) {
  const built = spawnSync(process.execPath, [vite, 'build', '--config', config, '--logLevel', 'error'], {
    cwd: viewer,
    stdio: 'inherit',
  });
  if (built.status !== 0) process.exit(built.status ?? 1);
}
