import { type ChildProcess, fork, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const CHECKOUT = fileURLToPath(new URL('../../', import.meta.url));
const MAIN = fileURLToPath(new URL('../../packages/cli/dist/main.js', import.meta.url));
const HOST = fileURLToPath(new URL('cli-host.mjs', import.meta.url));

export interface CliRun {
  readonly code: number | null;
  readonly out: string;
  readonly told: string;
}

function environmentWith(settings: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('GIAPRANH_'));
  return { ...Object.fromEntries(own), ...settings };
}

/** Runs the built command as a user's shell would, with a clean environment and `input` on standard input. */
export function giapranhProcess(
  args: readonly string[],
  input = '',
  settings: Readonly<Record<string, string>> = {},
): Promise<CliRun> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [MAIN, ...args], { cwd: CHECKOUT, env: environmentWith(settings) });
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

interface Answer {
  readonly id: number;
  readonly run: CliRun;
}

let host: ChildProcess | undefined;
let asked = 0;

/** Started by the first who asks; ends with this process. */
function runningHost(): ChildProcess {
  if (host !== undefined) return host;
  host = fork(HOST, { cwd: CHECKOUT, env: environmentWith({}), execArgv: [] });
  host.setMaxListeners(0);
  host.unref();
  host.channel?.unref();
  return host;
}

/**
 * Runs the built command like `giapranhProcess`, in a process that stays: starting takes longer than most of what
 * commands do. With settings it is a process of its own.
 */
export function giapranh(
  args: readonly string[],
  input = '',
  settings: Readonly<Record<string, string>> = {},
): Promise<CliRun> {
  if (Object.keys(settings).length > 0) return giapranhProcess(args, input, settings);
  const child = runningHost();
  asked += 1;
  const id = asked;
  return new Promise((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`the command's process ended with ${code}`));
    const take = (answer: Answer): void => {
      if (answer.id !== id) return;
      child.off('message', take);
      child.off('exit', ended);
      resolve(answer.run);
    };
    child.on('message', take);
    child.once('exit', ended);
    child.send({ id, args, input });
  });
}

/** The JSON of a run that must have gone well. */
export function jsonOf(run: CliRun): unknown {
  if (run.code !== 0) throw new Error(`exit code ${run.code}: ${run.told}`);
  return JSON.parse(run.out);
}
