import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { StorePlace } from './subject.js';

export const EDITOR = new URL('busy-editor.mjs', import.meta.url).pathname;

export interface EditorRun {
  /** The ids it printed: acknowledged. */
  readonly acknowledged: readonly string[];
  readonly signal: string | null;
  readonly code: number | null;
  /** What it said on standard error. */
  readonly error: string;
}

/** Runs one editor; `onAcknowledged` may end it. */
export async function runEditor(
  options: StorePlace['options'],
  name: string,
  count?: number,
  onAcknowledged: (so_far: number, child: ChildProcessByStdio<null, Readable, Readable>) => void = () => {},
): Promise<EditorRun> {
  const argument = JSON.stringify({
    ...options,
    profile: 'bac-kan',
    name,
    ...(count === undefined ? {} : { count }),
  });
  const child = spawn(process.execPath, [EDITOR, argument], { stdio: ['ignore', 'pipe', 'pipe'] });
  const exited = once(child, 'exit');
  const acknowledged: string[] = [];
  let error = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    error += text;
  });
  for await (const line of createInterface({ input: child.stdout })) {
    acknowledged.push(line);
    onAcknowledged(acknowledged.length, child);
  }
  const [code, signal] = await exited;
  return { acknowledged, code, signal, error };
}
