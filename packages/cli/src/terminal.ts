import { once } from 'node:events';

/** Where a command reads and writes: results on `out`, everything said beside them on `say`. */
export interface Terminal {
  readonly input: AsyncIterable<string | Uint8Array>;
  /** Resolves when the reader has taken it, so that long results do not pile up. */
  out(text: string): Promise<void>;
  say(text: string): void;
  /** A line that the next one replaces; shown to people only. */
  progress(text: string): void;
}

/** The process's own streams. A reader that went away (`| head`) ends the command quietly. */
export function processTerminal(): Terminal {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
    throw error;
  });
  const live = process.stderr.isTTY === true;
  let showing = false;
  const clear = (): void => {
    if (showing) process.stderr.write('\r\u001b[K');
    showing = false;
  };
  return {
    input: process.stdin,
    async out(text) {
      clear();
      if (!process.stdout.write(text)) await once(process.stdout, 'drain');
    },
    say(text) {
      clear();
      process.stderr.write(`${text}\n`);
    },
    progress(text) {
      if (!live) return;
      clear();
      process.stderr.write(text);
      showing = true;
    },
  };
}
