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
const built = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
  cwd: viewer,
  stdio: 'inherit',
});
process.exit(built.status ?? 1);
