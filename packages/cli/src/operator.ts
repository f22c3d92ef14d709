import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import type { Result } from '@giapranh/core';
import type { CommandContext } from './command.js';
import { environmentWith } from './config.js';

/**
 * Has the server's own program carry an order out on the store of this machine: its rules, its audit. Secrets go by
 * pipes, never by arguments that other users of the machine could read. Throws when it ends without a word.
 */
export async function operator(
  { config }: CommandContext,
  profile: string | undefined,
  order: { readonly order: string; readonly [asked: string]: unknown },
): Promise<Result<unknown>> {
  const program = spawn(process.execPath, [config.operatorMain], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: environmentWith({ GIAPRANH_PROFILE: profile ?? config.profile }),
  });
  program.stdin.end(JSON.stringify(order));
  const [out, told] = await Promise.all([text(program.stdout), text(program.stderr), once(program, 'exit')]);
  if (out.trim() === '') throw new Error(told);
  return JSON.parse(out) as Result<unknown>;
}
