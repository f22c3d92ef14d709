import { spawn } from 'node:child_process';
import { environmentWith } from './config.js';
import { EXIT, type ExitCode } from './exit-code.js';

/** Runs one of the server's programs: this one hands signals on and takes its exit code over. */
export function runProgram(main: string, overrides: Readonly<Record<string, string>>): Promise<ExitCode> {
  const program = spawn(process.execPath, [main], { stdio: 'inherit', env: environmentWith(overrides) });
  const hand = (signal: NodeJS.Signals): void => {
    program.kill(signal);
  };
  process.on('SIGINT', hand);
  process.on('SIGTERM', hand);
  return new Promise((resolve, reject) => {
    program.once('error', reject);
    program.once('exit', (code) => {
      process.off('SIGINT', hand);
      process.off('SIGTERM', hand);
      resolve(
        code === 0 || code === null ? EXIT.fine : code === EXIT.badInput ? EXIT.badInput : EXIT.internal,
      );
    });
  });
}
