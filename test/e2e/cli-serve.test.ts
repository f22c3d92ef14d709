import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { CHECKOUT } from './cli-process.js';

const MAIN = fileURLToPath(new URL('../../packages/cli/dist/main.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'giapranh-serve-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function serve(args: readonly string[]) {
  const child = spawn(process.execPath, [MAIN, 'serve', ...args], {
    cwd: CHECKOUT,
    env: { ...process.env, GIAPRANH_DATA: folder },
  });
  let told = '';
  const listening = new Promise<string>((resolve, reject) => {
    const take = (chunk: Buffer): void => {
      told += chunk.toString('utf8');
      const url = /http:\/\/127\.0\.0\.1:\d+/.exec(told)?.[0];
      if (url !== undefined) resolve(url);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.once('exit', (code) => reject(new Error(`ended with ${code}: ${told}`)));
  });
  const exit = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return { child, listening, exit, told: () => told };
}

it('serves a profile on a free port and stops when asked', async () => {
  const server = serve(['--profile', 'can-tho', '--port', '0']);
  const url = await server.listening;
  const health = await fetch(`${url}/healthz`);
  expect(health.status).toBe(200);
  server.child.kill('SIGTERM');
  expect(await server.exit).toBe(0);
});

it('hands on the exit code of an unknown profile', async () => {
  const server = serve(['--profile', 'nowhere', '--port', '0']);
  server.listening.catch(() => {});
  expect(await server.exit).toBe(2);
  expect(server.told()).toContain('can-tho');
});
