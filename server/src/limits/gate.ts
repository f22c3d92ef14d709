import { err, type Issue, issue, ok, type Result } from '@giapranh/core';

export interface GateOptions {
  readonly atOnce: number;
  readonly waiting: number;
  readonly wait_ms: number;
}

interface Waiting {
  readonly enter: () => void;
  readonly refuse: () => void;
}

const BUSY: Issue = issue(
  'server-busy',
  [],
  'Máy chủ đang có quá nhiều việc cùng loại; xin thử lại sau ít giây.',
  'The server has too much work of this kind; try again in some seconds.',
);

/**
 * So many at once, so many that wait so long for their turn, first come first served. Of our own: what is wanted is
 * a refusal when the queue is full or the wait too long, and leaving the queue when the client leaves.
 */
export class Gate {
  readonly #options: GateOptions;
  readonly #queue = new Set<Waiting>();
  #inside = 0;
  refused = 0;

  constructor(options: GateOptions) {
    this.#options = options;
  }

  get inside(): number {
    return this.#inside;
  }

  get waiting(): number {
    return this.#queue.size;
  }

  /** The value gives the place back; once is enough. What it leaves by, when it has to wait, ends the wait. Issue: `server-busy`. */
  enter(whoLeaves?: () => AbortSignal): Promise<Result<() => void>> {
    if (this.#inside < this.#options.atOnce) return Promise.resolve(ok(this.#place()));
    if (this.#queue.size >= this.#options.waiting) return Promise.resolve(this.#refusal());
    const left = whoLeaves?.();
    return new Promise((resolve) => {
      const done = (answer: () => Result<() => void>): void => {
        this.#queue.delete(waiting);
        clearTimeout(timer);
        left?.removeEventListener('abort', waiting.refuse);
        resolve(answer());
      };
      const waiting: Waiting = {
        enter: () => done(() => ok(this.#place())),
        refuse: () => done(() => this.#refusal()),
      };
      const timer = setTimeout(waiting.refuse, this.#options.wait_ms).unref();
      left?.addEventListener('abort', waiting.refuse, { once: true });
      this.#queue.add(waiting);
    });
  }

  #refusal(): Result<() => void> {
    this.refused += 1;
    return err(BUSY);
  }

  #place(): () => void {
    this.#inside += 1;
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      this.#inside -= 1;
      const [next] = this.#queue;
      next?.enter();
    };
  }
}
