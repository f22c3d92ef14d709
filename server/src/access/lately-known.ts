import { StoreFault } from '@giapranh/store';
import type { Reader } from './reader.js';

/** A right that was taken away meanwhile is unknown no longer than this. */
const LASTS_ms = 10 * 60_000;
const MOST = 1_000;

/** Whether the store did not answer at all; a store that answers is believed. */
function isAway(error: unknown): boolean {
  return error instanceof StoreFault && error.issue.code === 'store-unreachable';
}

/** Who was told apart while the store was there, for as long as it is away. By the digest of what they came by. */
export class LatelyKnown {
  readonly #readers = new Map<string, { readonly reader: Reader; readonly at_ms: number }>();

  /** What `ask` says; while the store is away what it said last. */
  async known(key: string, ask: () => Promise<Reader | undefined>): Promise<Reader | undefined> {
    try {
      const reader = await ask();
      this.#keep(key, reader);
      return reader;
    } catch (error) {
      const kept = this.#readers.get(key);
      const isFresh = kept !== undefined && performance.now() - kept.at_ms < LASTS_ms;
      if (!isAway(error) || !isFresh) throw error;
      return kept.reader;
    }
  }

  #keep(key: string, reader: Reader | undefined): void {
    this.#readers.delete(key);
    if (reader === undefined) return;
    this.#readers.set(key, { reader, at_ms: performance.now() });
    const [oldest] = this.#readers.keys();
    if (this.#readers.size > MOST && oldest !== undefined) this.#readers.delete(oldest);
  }
}
