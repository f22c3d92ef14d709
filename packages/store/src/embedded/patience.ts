import { setTimeout as sleep } from 'node:timers/promises';
import { SQLITE, SqliteError } from './sqlite-error.js';

const PATIENCE_MS = 5_000;
/** Pauses differ, so that programs that wait for one another do not look in step. */
const PAUSE_MS = { least: 2, most: 20 } as const;

/** Tries again while another program has the file, and lets this one go on meanwhile. */
export async function patiently<T>(attempt: () => T, patience_ms = PATIENCE_MS): Promise<T> {
  for (const end = performance.now() + patience_ms; ; ) {
    try {
      return attempt();
    } catch (error) {
      const busy = error instanceof SqliteError && error.code === SQLITE.BUSY;
      if (!busy || performance.now() > end) throw error;
      await sleep(PAUSE_MS.least + Math.random() * (PAUSE_MS.most - PAUSE_MS.least));
    }
  }
}
