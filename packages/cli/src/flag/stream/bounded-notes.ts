import type { Issue } from '@giapranh/core';

/** Notes kept of one code: enough to see what is wrong, few enough for a file of any length. */
const KEPT_PER_CODE = 20;

/** The first notes of each code; of the rest only how many there were. */
export class BoundedNotes {
  readonly #kept: Issue[] = [];
  readonly #counts = new Map<string, number>();

  /** Gives back those that were kept. */
  add(notes: readonly Issue[]): readonly Issue[] {
    const kept = notes.filter(({ code }) => {
      const count = (this.#counts.get(code) ?? 0) + 1;
      this.#counts.set(code, count);
      return count <= KEPT_PER_CODE;
    });
    this.#kept.push(...kept);
    return kept;
  }

  get kept(): readonly Issue[] {
    return this.#kept;
  }

  leftOut(): Readonly<Record<string, number>> {
    const more = [...this.#counts].filter(([, count]) => count > KEPT_PER_CODE);
    return Object.fromEntries(more.map(([code, count]) => [code, count - KEPT_PER_CODE]));
  }
}
