// Where the checkout is, and how its programs are run. Node built-ins only: this runs before anything is installed.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

const isWindows = process.platform === 'win32';
const pinned = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).config.pnpm;

/** Runs a program with the terminal's own streams; resolves to its exit code. */
export function run(command, args, { stdout = 'inherit', env = {} } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      stdio: ['ignore', stdout === 'stderr' ? process.stderr : stdout, 'inherit'],
      env: { ...process.env, ...env },
      shell: isWindows,
    });
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? (signal === null ? 1 : 128)));
  });
}

/** The same, for steps that must succeed; what they print goes to stderr. */
export async function must(label, command, args, options = {}) {
  const code = await run(command, args, { stdout: 'stderr', ...options });
  if (code !== 0) fail(`${label} thất bại / failed (${command} ${args.join(' ')}: ${code})`, 3);
}

export function fail(message, code = 2) {
  process.stderr.write(`${message}\n`);
  process.exit(code);
}

export function say(message) {
  process.stderr.write(`${message}\n`);
}

/** The pinned pnpm: the one on PATH when it is that version, otherwise fetched by npx. */
export function pnpmCommand() {
  const found = spawnSync('pnpm', ['--version'], { cwd: dirname(ROOT), encoding: 'utf8', shell: isWindows });
  return found.status === 0 && `pnpm@${found.stdout.trim()}` === pinned
    ? ['pnpm', []]
    : ['npx', ['--yes', pinned]];
}

export function bin(name) {
  return join(ROOT, 'node_modules', '.bin', isWindows ? `${name}.cmd` : name);
}

const SKIPPED = new Set(['node_modules', 'dist', 'dist-types', 'dist-test', '.git', '.giapranh', 'derived']);

function* files(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  )) {
    if (SKIPPED.has(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* files(path);
    else if (entry.isFile()) yield path;
  }
}

/** One hash over the contents of files and folders, for "has anything changed since". */
export function fingerprint(paths, accept = () => true) {
  const hash = createHash('sha256').update(process.version.split('.')[0]);
  for (const path of paths.map((entry) => join(ROOT, entry)).filter(existsSync)) {
    for (const file of statSync(path).isDirectory() ? files(path) : [path]) {
      if (accept(file)) hash.update(relative(ROOT, file)).update('\0').update(readFileSync(file));
    }
  }
  return hash.digest('hex');
}

export function readStamp(path) {
  try {
    return readFileSync(join(ROOT, path), 'utf8').trim();
  } catch {
    return '';
  }
}

export function writeStamp(path, value) {
  mkdirSync(dirname(join(ROOT, path)), { recursive: true });
  writeFileSync(join(ROOT, path), `${value}\n`);
}
