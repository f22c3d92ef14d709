import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const CHECKOUT = dirname(dirname(fileURLToPath(import.meta.url)));
const MAIN = join(CHECKOUT, 'server', 'dist', 'main.js');
const START_TIMEOUT_ms = 600_000;

export interface RunningServer {
  readonly url: string;
  /** From the start of the process to the address on its standard output. */
  readonly ready_ms: number;
  /** Everything it printed so far. */
  readonly output: () => string;
  /** JSON lines of the log at level warn and above. */
  readonly complaints: () => string[];
  readonly pid: number;
  /** SIGTERM, then its exit code. */
  stop(): Promise<number | null>;
  /** SIGKILL, as when the machine's power goes for the process alone. */
  kill(): Promise<void>;
  /** Whether it ended by itself. */
  readonly hasEnded: () => boolean;
}

interface Child {
  readonly process: ChildProcess;
  readonly out: string[];
  readonly error: string[];
}

/** The built server as a user starts it, on a free port, with nothing of this process's settings. */
function launch(variables: Readonly<Record<string, string>>): Child {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, [MAIN], {
    cwd: CHECKOUT,
    stdio: ['ignore', 'pipe', 'pipe'],
    // All tests come from one address: together they ask more than one client may.
    env: { PATH, HOME, PORT: '0', GIAPRANH_LIMIT_CLIENT_PER_MINUTE: '0', ...variables },
  });
  const [out, error]: [string[], string[]] = [[], []];
  child.stdout?.setEncoding('utf8').on('data', (text: string) => out.push(text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => error.push(text));
  return { process: child, out, error };
}

/** Runs it to its end: for starts that must fail. */
export async function runServerToEnd(
  variables: Readonly<Record<string, string>>,
): Promise<{ readonly code: number | null; readonly out: string; readonly error: string }> {
  const child = launch(variables);
  await once(child.process, 'close');
  return { code: child.process.exitCode, out: child.out.join(''), error: child.error.join('') };
}

function isComplaint(line: string): boolean {
  const level = /"level":(\d+)/.exec(line)?.[1];
  return (level !== undefined && Number(level) >= 40) || /^\(node:\d+\)|Warning:|Error:/.test(line);
}

/** Waits until it prints its address; fails with everything it said when it ends before. */
export async function startRunningServer(
  variables: Readonly<Record<string, string>>,
): Promise<RunningServer> {
  const start = performance.now();
  const child = launch(variables);
  const output = (): string => child.out.join('') + child.error.join('');
  const url = await new Promise<string>((resolve, reject) => {
    const fail = (why: string): void => reject(new Error(`${why}\n${output()}`));
    const timer = setTimeout(() => {
      child.process.kill('SIGKILL');
      fail('the server did not become ready');
    }, START_TIMEOUT_ms);
    child.process.once('exit', (code) => fail(`the server ended with ${code}`));
    child.process.stdout?.on('data', () => {
      const found = /http:\/\/\S+/.exec(child.out.join(''))?.[0];
      if (found === undefined) return;
      clearTimeout(timer);
      resolve(found);
    });
  });
  const ready_ms = performance.now() - start;
  return {
    url,
    ready_ms,
    output,
    pid: child.process.pid ?? 0,
    hasEnded: () => child.process.exitCode !== null || child.process.signalCode !== null,
    kill: async () => {
      const ended = once(child.process, 'exit');
      child.process.kill('SIGKILL');
      await ended;
    },
    complaints: () => child.error.join('').split('\n').filter(isComplaint),
    stop: async () => {
      if (child.process.exitCode === null && child.process.signalCode === null) {
        child.process.kill('SIGTERM');
        await once(child.process, 'exit');
      }
      // Why it ended badly stands in what it printed, which nobody else shows.
      if (child.process.exitCode !== 0) process.stderr.write(output());
      return child.process.exitCode;
    },
  };
}
