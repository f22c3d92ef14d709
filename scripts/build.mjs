// Compiles the packages (project references) and bundles the viewer, when their sources changed.
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from './install.mjs';
import { bin, fingerprint, must, readStamp, say, writeStamp } from './workspace.mjs';

const STAMP = 'node_modules/.giapranh-build';
const VIEWER_STAMP = 'node_modules/.giapranh-build-viewer';
const PACKAGES = [
  'packages/core',
  'packages/tiles',
  'packages/formats',
  'packages/store',
  'packages/cli',
  'packages/client',
  'server',
];
const COMMON = ['tsconfig.base.json', 'pnpm-lock.yaml'];

const isSource = (file) => !/\.test\.ts$/.test(file);

export async function ensureBuilt({ force = false, viewer = true } = {}) {
  await ensureInstalled();
  const wanted = fingerprint([...PACKAGES, ...COMMON], isSource);
  if (force || readStamp(STAMP) !== wanted) {
    say('Biên dịch… / Compiling…');
    await must('compile', bin('tsc'), ['-b', ...PACKAGES, ...(force ? ['--force'] : [])]);
    writeStamp(STAMP, wanted);
  }
  if (!viewer) return;
  const wantedViewer = fingerprint(['viewer', 'packages/core', 'packages/formats', ...COMMON], isSource);
  if (force || readStamp(VIEWER_STAMP) !== wantedViewer) {
    say('Dựng giao diện bản đồ… / Bundling the viewer…');
    await must('viewer', process.execPath, ['scripts/build-viewer.mjs']);
    writeStamp(VIEWER_STAMP, wantedViewer);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await ensureBuilt({ force: process.argv.includes('--force') });
}
