// Installs the dependencies by the frozen lockfile, when they are not there or the lockfile changed.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint, must, pnpmCommand, ROOT, readStamp, say, writeStamp } from './workspace.mjs';

const STAMP = 'node_modules/.giapranh-install';

export async function ensureInstalled() {
  const wanted = fingerprint(['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json']);
  if (existsSync(join(ROOT, 'node_modules', '.bin')) && readStamp(STAMP) === wanted) return;
  say('Cài đặt thư viện… / Installing dependencies…');
  const [command, args] = pnpmCommand();
  await must('install', command, [...args, 'install', '--frozen-lockfile', '--reporter=append-only']);
  writeStamp(STAMP, wanted);
}
