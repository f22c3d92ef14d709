/** Failures within this time count. */
const WINDOW_ms = 15 * 60_000;
/** Of one name from one address, of one address, and of one name from anywhere. */
const MOST = { pair: 5, address: 30, name: 25 } as const;
const MOST_KEPT = 10_000;

/** Wrong passwords: who guesses too often waits, whether the user is there or not, whatever the wall clock does. */
export class Attempts {
  readonly #failures = new Map<string, number[]>();

  #keys(name: string, address: string): [key: string, most: number][] {
    return [
      [`pair ${name} ${address}`, MOST.pair],
      [`address ${address}`, MOST.address],
      [`name ${name}`, MOST.name],
    ];
  }

  /** Seconds until the next attempt; 0 for now. */
  wait_s(name: string, address: string, now: number = performance.now()): number {
    const waits = this.#keys(name, address).map(([key, most]) => {
      const recent = this.#recent(key, now);
      const freeing = recent[recent.length - most];
      return freeing === undefined ? 0 : Math.ceil((freeing + WINDOW_ms - now) / 1000);
    });
    return Math.max(...waits);
  }

  /** To be told before the password is looked at, so that many at once count too. */
  note(name: string, address: string, now: number = performance.now()): void {
    if (this.#failures.size > MOST_KEPT) this.#forgetOld(now);
    for (const [key] of this.#keys(name, address)) this.#failures.set(key, [...this.#recent(key, now), now]);
  }

  /** It was right. */
  forgive(name: string, address: string): void {
    for (const [key] of this.#keys(name, address)) {
      const kept = this.#failures.get(key)?.slice(0, -1) ?? [];
      if (kept.length === 0 || key.startsWith('pair')) this.#failures.delete(key);
      else this.#failures.set(key, kept);
    }
  }

  #recent(key: string, now: number): number[] {
    return (this.#failures.get(key) ?? []).filter((at) => now - at < WINDOW_ms);
  }

  #forgetOld(now: number): void {
    for (const key of this.#failures.keys())
      if (this.#recent(key, now).length === 0) this.#failures.delete(key);
  }
}
