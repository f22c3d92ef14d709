import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { environmentWith } from '../config.js';

export interface OwnServer {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Starts the server on a free port for this command alone; `undefined` when it ends before it serves. */
export async function startOwnServer(
  main: string,
  profile: string,
  onProgress: (line: string) => void,
): Promise<OwnServer | undefined> {
  const child = spawn(process.execPath, [main], {
    env: environmentWith({ GIAPRANH_PROFILE: profile, PORT: '0', HOST: '127.0.0.1' }),
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const url = await new Promise<string | undefined>((resolve) => {
    let told = '';
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      told += part;
      onProgress(part.trim().split('\n').at(-1) ?? '');
      const found = /http:\/\/\S+/.exec(told)?.[0];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', () => resolve(undefined));
  });
  if (url === undefined) return undefined;
  return {
    url,
    close: async () => {
      if (child.exitCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}
