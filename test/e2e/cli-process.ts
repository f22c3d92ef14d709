import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const CHECKOUT = fileURLToPath(new URL('../../', import.meta.url));
const MAIN = fileURLToPath(new URL('../../packages/cli/dist/main.js', import.meta.url));

export interface CliRun {
  readonly code: number | null;
  readonly out: string;
  readonly told: string;
}

/** Runs the built command as a user's shell would, with a clean environment and `input` on standard input. */
export function giapranh(
  args: readonly string[],
  input = '',
  settings: Readonly<Record<string, string>> = {},
): Promise<CliRun> {
  return new Promise((resolve, reject) => {
    const environment = Object.fromEntries(
      Object.entries(process.env).filter(([name]) => !name.startsWith('GIAPRANH_')),
    );
    const child = spawn(process.execPath, [MAIN, ...args], {
      cwd: CHECKOUT,
      env: { ...environment, ...settings },
    });
    const out: Buffer[] = [];
    const told: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => told.push(chunk));
    child.once('error', reject);
    child.once('close', (code) =>
      resolve({
        code,
        out: Buffer.concat(out).toString('utf8'),
        told: Buffer.concat(told).toString('utf8'),
      }),
    );
    // A command that refuses its usage never reads its input.
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}

/** The JSON of a run that must have gone well. */
export function jsonOf(run: CliRun): unknown {
  if (run.code !== 0) throw new Error(`exit code ${run.code}: ${run.told}`);
  return JSON.parse(run.out);
}
