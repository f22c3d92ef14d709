import { spawnSync } from 'node:child_process';

/** What to install when the program is not there; the suite fails, it never skips. */
const PACKAGES: Readonly<Record<string, string>> = {
  cs2cs: 'proj-bin',
  GeodSolve: 'geographiclib-tools',
  Planimeter: 'geographiclib-tools',
};

/** One run of an independent program over all lines; its output lines. */
export function ask(program: string, args: readonly string[], lines: readonly string[]): string[] {
  const run = spawnSync(program, args, {
    input: `${lines.join('\n')}\n`,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, LC_ALL: 'C' },
  });
  if (run.error !== undefined) {
    throw new Error(`cannot run ${program}: install ${PACKAGES[program] ?? program}`, { cause: run.error });
  }
  if (run.status !== 0) throw new Error(`${program} ${args.join(' ')} failed: ${run.stderr}`);
  return run.stdout.trimEnd().split('\n');
}

/** The numbers of one output line. */
export function numbers(line: string): number[] {
  return line.trim().split(/\s+/).map(Number);
}
