import type { LayerId } from '@giapranh/core';
import type { Change } from '@giapranh/store';

/** What has to be looked at, gathered until the next run. */
export class PendingChanges {
  #changes = new Map<LayerId, Set<string> | null>();
  readonly #causes = new Set<string>();
  #isAsked = false;

  add({ layer, ids }: Pick<Change, 'layer' | 'ids'>): void {
    const known = this.#changes.get(layer);
    this.#causes.add(layer);
    if (ids === null || known === null) this.#changes.set(layer, null);
    else this.#changes.set(layer, new Set([...(known ?? []), ...ids]));
  }

  /** Whatever changed. */
  ask(cause: string): void {
    this.#causes.add(cause);
    this.#isAsked = true;
  }

  get isEmpty(): boolean {
    return this.#causes.size === 0;
  }

  takeAll() {
    const changes = new Map(
      [...this.#changes].map(([layer, ids]) => [layer, ids === null ? null : [...ids]]),
    );
    const causes = [...this.#causes];
    const isAsked = this.#isAsked;
    this.#changes = new Map();
    this.#causes.clear();
    this.#isAsked = false;
    return { changes, causes, isAsked };
  }
}
