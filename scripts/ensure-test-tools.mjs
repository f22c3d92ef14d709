// What the tests need of the system: found, or installed by apt. Node built-ins only.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SERVERS = '/usr/lib/postgresql';
const EXTENSIONS = '/usr/share/postgresql';
/** Keeps the package from making and starting a cluster of its own; there only while it is installed. */
const NO_MAIN_CLUSTER = '/etc/postgresql-common/createcluster.d/giapranh-tests.conf';

const say = (message) => process.stderr.write(`${message}\n`);

function onPath(command) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, command), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** Installed servers, newest first. */
function serverVersions() {
  if (!existsSync(SERVERS)) return [];
  return readdirSync(SERVERS)
    .filter((name) => existsSync(join(SERVERS, name, 'bin/initdb')))
    .map(Number)
    .filter(Number.isInteger)
    .sort((a, b) => b - a);
}

/** The version that the distribution's `postgresql` package stands for. */
function offeredVersion() {
  const shown = spawnSync('apt-cache', ['depends', 'postgresql'], { encoding: 'utf8' });
  return /Depends:\s*postgresql-(\d+)/.exec(shown.stdout ?? '')?.[1];
}

function postgisPackages() {
  const version = serverVersions()[0] ?? offeredVersion();
  const server = serverVersions().length > 0 ? [] : ['postgresql'];
  return version === undefined ? ['postgresql'] : [...server, `postgresql-${version}-postgis-3`];
}

const TOOLS = [
  {
    name: 'PostgreSQL + PostGIS (postgresql, postgresql-<version>-postgis-3)',
    present: () =>
      process.env.PG_BIN !== undefined ||
      // The tests start the newest server.
      serverVersions()
        .slice(0, 1)
        .some((version) => existsSync(join(EXTENSIONS, String(version), 'extension/postgis.control'))),
    packages: postgisPackages,
  },
  {
    name: 'Chromium (chromium)',
    present: () => ['chromium', 'chromium-browser', 'google-chrome'].some(onPath),
    packages: () => ['chromium'],
  },
  {
    name: 'PROJ: cs2cs, projinfo (proj-bin)',
    present: () => ['cs2cs', 'projinfo'].every(onPath),
    packages: () => ['proj-bin'],
  },
  {
    name: 'GeographicLib: GeodSolve, Planimeter (geographiclib-tools)',
    present: () => ['GeodSolve', 'Planimeter'].every(onPath),
    packages: () => ['geographiclib-tools'],
  },
  {
    name: 'GDAL: ogrinfo (gdal-bin)',
    present: () => onPath('ogrinfo'),
    packages: () => ['gdal-bin'],
  },
  {
    name: 'Poppler: pdfinfo, pdftotext (poppler-utils)',
    present: () => ['pdfinfo', 'pdftotext'].every(onPath),
    packages: () => ['poppler-utils'],
  },
  {
    name: 'libfaketime (faketime)',
    present: () => onPath('faketime'),
    packages: () => ['faketime'],
  },
  {
    name: 'strace (strace)',
    present: () => onPath('strace'),
    packages: () => ['strace'],
  },
  {
    // Of the distribution's own Python: another on the path has no QGIS.
    name: 'QGIS from Python (python3-qgis, qgis-providers)',
    present: () => existsSync('/usr/lib/python3/dist-packages/qgis/core'),
    packages: () => ['python3-qgis', 'qgis-providers'],
  },
];

const missingTools = () => TOOLS.filter((tool) => !tool.present());

/** The words before a command that make it run as root without asking; `undefined` where nothing does. */
function asRoot() {
  if (process.getuid?.() === 0) return [];
  const sudo = spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' });
  return sudo.status === 0 ? ['sudo', '-n'] : undefined;
}

function rootRun(root, command, args, input) {
  const [first, ...rest] = [...root, command, ...args];
  const done = spawnSync(first, rest, {
    input: input ?? '',
    stdio: ['pipe', process.stderr, process.stderr],
  });
  return done.status === 0;
}

function apt(root, ...args) {
  const quiet = ['-q', '-y', '-o', 'DPkg::Lock::Timeout=300'];
  return rootRun(root, 'env', ['DEBIAN_FRONTEND=noninteractive', 'apt-get', ...quiet, ...args]);
}

function install(root, tools) {
  say(`Cài công cụ kiểm thử / Installing test tools: ${tools.map((tool) => tool.name).join('; ')}`);
  apt(root, 'update');
  const guard = serverVersions().length === 0 && !existsSync(NO_MAIN_CLUSTER);
  if (guard) {
    rootRun(root, 'mkdir', ['-p', dirname(NO_MAIN_CLUSTER)]);
    rootRun(root, 'tee', [NO_MAIN_CLUSTER], 'create_main_cluster = false\n');
  }
  const all = tools.flatMap((tool) => tool.packages());
  // Together when it works; one by one when a name is not on offer, so that the rest is not lost with it.
  if (!apt(root, 'install', '--no-install-recommends', ...all)) {
    for (const tool of tools) apt(root, 'install', '--no-install-recommends', ...tool.packages());
  }
  if (guard) rootRun(root, 'rm', ['-f', NO_MAIN_CLUSTER]);
}

/** Finds or installs every tool; returns the names of those that are missing after all, and prints them. */
export function ensureTestTools() {
  const wanted = missingTools();
  if (wanted.length === 0) return [];
  const root = onPath('apt-get') ? asRoot() : undefined;
  if (root !== undefined) install(root, wanted);
  const missing = missingTools().map((tool) => tool.name);
  if (missing.length > 0) {
    say(`Thiếu công cụ kiểm thử / Missing test tools:\n${missing.map((name) => `  - ${name}`).join('\n')}`);
    if (root === undefined) {
      say('Tự cài cần Debian hoặc Ubuntu với quyền root hoặc sudo không mật khẩu.');
      say('Installing them here needs Debian or Ubuntu, as root or with passwordless sudo.');
    }
  }
  return missing;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.exitCode = ensureTestTools().length > 0 ? 2 : 0;
}
