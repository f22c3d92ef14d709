import { setTimeout as sleep } from 'node:timers/promises';
import { SQLITE, SqliteError } from './sqlite-error.js';

const ATTEMPTS = 50;
const PAUSE_MS = 100;

/** Tries again while another program has the file, for some five seconds, and lets this one go on meanwhile. */
export async function patiently<T>(attempt: () => T): Promise<T> {
  for (let left = ATTEMPTS; ; left -= 1) {
    try {
      return attempt();
    } catch (error) {
      const busy = error instanceof SqliteError && error.code === SQLITE.BUSY;
      if (!busy || left === 0) throw error;
      await sleep(PAUSE_MS);
    }
  }
}
